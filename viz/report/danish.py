"""What a report says, in Danish. The keys are those of the English texts."""

from samvirke.analysis.run.not_a_verdict import OF_MANY
from samvirke.viz.report.danish_numbers import DANISH_NUMBERS

DANISH: dict[str, str] = DANISH_NUMBERS | {
    "not a verdict": OF_MANY["da"],
    "defaults": "Alle forløb har ét sæt parametre, midten af det mulige. Ingen svar er brugt til at tilpasse det.",
    "stale": "Parametersættene bag disse tal er forældede: {what}. Lav dem på ny med samvirke calibrate, og kør igen, før tallene bruges.",
    "stale targets": "de rapporterede tal er ændret siden",
    "stale parameters": "parametre eller deres udgangspunkt er ændret siden",
    "stale model": "modellen eller scenariet er ændret siden",
    "borrowed": "Parametrene er lånt: de er tilpasset svarene fra {lender}, ikke svar herfra.",
    "answer": "Svaret først",
    "compared": "»{measure}«: sammenlignet med »{baseline}«. {replicates} par af forløb i {partnerships}, med samme tilfældigheder i "
    "alle varianter. Den variant, der hjælper mest, står først; intervaller rummer 90 %.",
    "how sure": "Hvor sikkert er det?",
    "doubt chance": "Simuleringsusikkerhed: de gennemsnitlige forskelle kan være {errors} ({unit}) forkerte, fordi kun så "
    "mange forløb er regnet igennem (standardfejl). Flere forløb gør den mindre.",
    "doubt one pair": "Simuleringsusikkerhed: ét par forløb siger ikke, hvor meget andre ville afvige. Det ville flere forløb.",
    "doubt parameters": "Parametrene: intervallerne rummer det, 90 % af {simulated} parametersæt peger på, ud af {draws} mulige. Flere "
    "forløb gør dem ikke smallere; det ville bedre data gøre.",
    "doubt one set": "Parametrene: alle forløb har ét sæt, så det, vi ikke ved om dem, er ikke med i intervallerne.",
    "goes on, of partnerships": "{number} af {all} partnerskaber fortsætter, når bevillingen slutter, efter egen erklæring.",
    "goes on, of lives": "I {number} af {all} forløb fortsætter det, når bevillingen slutter, efter egen erklæring (så mange forløb "
    "siger: {low} til {high} af 100).",
    "goes on, this life": "I dette forløb fortsætter det, når bevillingen slutter, efter egen erklæring.",
    "goes on, not this life": "I dette forløb fortsætter det ikke, når bevillingen slutter, efter egen erklæring.",
    "something left, of partnerships": "{number} af {all} efterlader noget: et partnerskab eller en aktivitet.",
    "something left, of lives": "I {number} af {all} forløb er noget tilbage: et partnerskab eller en aktivitet (så mange forløb "
    "siger: {low} til {high} af 100).",
    "something left, this life": "Noget er tilbage: et partnerskab eller en aktivitet.",
    "something left, not this life": "Intet er tilbage, hverken et partnerskab eller en aktivitet.",
    "later, of partnerships": "{number} af {all} er stadig partnerskaber et år efter.",
    "later, of lives": "I {number} af {all} forløb er det stadig et partnerskab et år efter (så mange forløb "
    "siger: {low} til {high} af 100).",
    "later, this life": "Et år efter er det stadig et partnerskab.",
    "later, not this life": "Et år efter er det ikke et partnerskab mere.",
    "one partnership": "1 partnerskab",
    "several partnerships": "{number} partnerskaber",
    "not reached": "Kørslen slutter før bevillingen: hvordan det ender, vides ikke.",
    "spread": "{middle} ({low} til {high})",
    "synergy in words": "Ved det sidste spørgeskema er synergien høj i {answered} % som svaret, i {so} % som det er. Af de syv "
    "C'er er {cs_answered} høje som svaret, {cs_so} som det er.",
    "synergy of one": "Ved det sidste spørgeskema er synergien {answered} som svaret, {so} som det er. Af de syv C'er er "
    "{cs_answered} høje som svaret, {cs_so} som det er.",
    "high": "høj",
    "low": "ikke høj",
    "people in words": "Borgere nået: {reached}; heraf med få ressourcer: {vulnerable}.",
    "volunteers in words": " Frivillige, når bevillingen slutter: {volunteers}.",
    "doubt one life": "Det her er ét forløb. Hvor meget af det der er tilfældigt, og hvor meget der hænger på det, vi ikke ved om "
    "parametrene, kan ét forløb ikke sige. Tilføj --replicates 100.",
    "doubt of the mean": "Tilfældet: med {replicates} forløb er det gennemsnitlige antal partnerskaber, der fortsætter, usikkert med "
    "{error} til hver side (90 %). Flere forløb gør det "
    "mindre.",
    "doubt of a share": "Tilfældet: {replicates} forløb siger ikke en andel mere præcist end intervallet, der står sammen med den. "
    "Flere forløb gør det smallere.",
    "doubt of lives": "Hvad ét forløb kan blive: et interval i parentes rummer ni af ti forløb. Det blander et forløbs tilfældigheder med "
    "det, vi ikke ved om parametrene (hvert forløb har sit eget af {draws} mulige sæt); flere forløb gør det ikke smallere.",
    "doubt of lives one set": "Hvad ét forløb kan blive: et interval i parentes rummer ni af ti forløb, alle med ét sæt parametre. "
    "Det, vi ikke ved om parametrene, er ikke med.",
    "pictures": "Billeder",
    "endings figure": "Når bevillingen slutter",
    "endings caption": "Andel af alle partnerskaber i alle forløb: det, kontaktpersonen erklærer ved bevillingens slutning, og det, "
    "der er sandt et år efter.",
    "bar future": "erklæret",
    "bar future_12_months": "et år efter",
    "answered figure": "Som svaret, og som det er",
    "answered caption": "Andel, der er høj i måned {month}. Grøn ende med hvid streg: som det er (tilstand mindst 0,6 af 1). "
    "Rude: som svaret (4 eller 5 af 5). Afstanden er det, ønskværdighed, humør og støj lægger til.",
    "answered and so": "som det er {so} · svaret {answered} %",
    "steps figure": "Spørgsmål for spørgsmål",
    "steps caption": "Øverst svarene; nederst tilstandene bag dem, i femtedele fra 0 til 1.",
    "as answered": "som svaret",
    "as it is": "som det er",
    "months figure": "Måned for måned",
    "months many caption": "Gennemsnit over partnerskaberne. Linje: det midterste forløb; bånd: ni af ti forløb. Tilstande fra 0 til 1 "
    "tæller kun partnerskaber, der er i gang.",
    "months one caption": "Gennemsnit over partnerskaberne i dette forløb. Tilstande fra 0 til 1 tæller kun partnerskaber, der er i gang.",
    "grant ends": "bevillingen slutter",
    "monthly trust": "Tillid (0 til 1)",
    "monthly shared_understanding": "Fælles forståelse af målet (0 til 1)",
    "monthly synergy": "Synergi (0,5: lige så meget sammen som hver for sig)",
    "monthly hours": "Timer pr. partnerskab og måned",
    "monthly volunteers": "Frivillige pr. partnerskab",
    "monthly participants": "Borgere, der er med, pr. partnerskab",
    "drives": "Hvad der driver det",
    "drives text": "Her står det, nogen har besluttet: hvad der sker, hvad hver variant gør anderledes, hvad det er sat til at "
    "koste, og de mekanismer i modellen, det virker gennem. Alt andet følger deraf.",
    "in every arm": "i alle varianter",
    "costs": "Det {what}.",
    "no costs": "Der er ikke sat nogen pris på det.",
    "acts through": "Det virker gennem disse mekanismer:",
    "driver lever": "{label}: {after} i stedet for {before}",
    "driver grant": "Bevillinger med slutdato varer i gennemsnit {after} måneder i stedet for {before}; {how}.",
    "grant same_per_month": "beløbet pr. måned er det samme",
    "grant same_total": "beløbet i alt er det samme",
    "driver without": "Det sker ikke: {what}",
    "change members": "Andre medlemmer: {now}",
    "change members_times": "{now} gange så mange medlemmer fra hver sektor",
    "change lead_sector": "Ledelsen ligger hos: {now}",
    "change concept": "Konceptet er: {now}",
    "change framing": "Temaet er formuleret som: {now}",
    "change grants": "Andre penge: {now}",
    "change more_grants": "Flere penge oveni: {now}",
    "grant": "{funder}, {amount} kr.",
    "no clear way": "Hvilken vej disse går, siger modellen ikke, eller der er næsten ingen forskel: {arms}.",
    "every number elsewhere": "Med så mange varianter står tallene for alle mål i regnearket differences.xlsx i mappen.",
    "driver cancelled": "Hændelsen med id {number} er aflyst.",
    "event": "{when}: {what} ({whom})",
    "event of size": "{what}, {size} %",
    "lever set": "{what}: {lever} er {value}",
    "all partnerships": "alle partnerskaber",
    "happened": "Hvad der skete mest",
    "happened text": "Gange pr. partnerskab og forløb.",
    "no events kept": "Denne kørsel har ikke gemt sine hændelser. Med --keep events siger rapporten, hvad der skete.",
    "signs": "Hvad der var antaget, og hvad der kom ud af det",
    "signs text": "Retningen af hver direkte virkning er skrevet ind i en regel, med sin kilde: den er antaget. Hvad alle regler "
    "tilsammen gør ved synergi og udfald, har ingen skrevet: det kom ud af forløbene og kan gå begge veje.",
    "assumed": "Antaget: de direkte virkninger, der er på spil her",
    "assumed all": "Ingen variant afviger fra scenariet, som det er, så der spørges ikke til nogen enkelt direkte virkning. Alle "
    "modellens mekanismer er på spil: samvirke evidence opregner dem.",
    "emerged": "Kom ud af det: nettoresultatet",
    "emerged differences": "Hver celle er det, der kom ud af alle par af forløb, med 90 % af det mulige.",
    "emerged of lives": "Udfaldene, synergien, de syv C'er, hvem der nås, og hvem der bliver: alle tal i denne rapport undtagen "
    "dem under »Hvad der driver det« og »Belæg« kom ud af forløbene.",
    "limits": "Hvad det ikke kan sige",
    "limit lives like these": "Det handler om forløb som disse: partnerskaber af samme slags under samme vilkår. Det er ingen dom "
    "over dette ene og ingen forudsigelse af det.",
    "limit stale": "Parametersættene er forældede: {what}.",
    "limit not stale": "Da dette blev kørt, passede parametersættene til modellen og de rapporterede tal.",
    "limit not identified": "{few} af {sampled} tilpassede parametre bliver næsten ikke snævrere af svarene: {names}. Det, der "
    "hænger på dem, er lige så åbent som før.",
    "limit identified": "Alle {sampled} tilpassede parametre bliver snævrere af svarene.",
    "limit not sampled": "Alle andre parametre er ikke tilpasset: hvert sæt trækker dem på ny fra det, der er muligt.",
    "limit identification unknown": "Hvilke parametre svarene gør snævrere, siger denne mappe ikke; det gør samvirke validate {scenario}.",
    "limit states": "Tillid, synergi og lignende er tilstande, som de er, ikke som en kontaktperson ville svare.",
    "limit answers": "Svar er det, en simuleret kontaktperson ville sige; tilstande er det, der er så. Kun svar kan holdes op "
    "mod et spørgeskema.",
    "limit costs": "Priser er erklærede enhedspriser og bevillingernes penge. De er antagelser, og hvad der spares andre steder, "
    "er ikke talt med.",
    "limit mechanisms": "Det, modellen ingen regel har for, kan ikke vise sig: en virkning, som ingen har skrevet ned som årsag, "
    "mangler; den er ikke vist at være nul.",
    "limit proof": "Hvor langt modellen holder over for det rapporterede, og hvor den ikke gør: samvirke validate.",
    "made": "Hvordan det blev til",
    "made text": "Scenarie {scenario}: {replicates} forløb pr. variant (lodtrækning {first} til {last}), {partnerships}, {months} måneder. Den "  # noqa: E501
    "samme kommando giver de samme tal.",
    "made by": "Kørt {created}; model {fingerprint}; {versions}. Rapport ved samvirke {reporter}.",
}
