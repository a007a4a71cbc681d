"""What the page of the proof says in and around its tables, in Danish. The keys are those of the English texts."""

DANISH_TABLES: dict[str, str] = {
    "tables": "Tabellerne bag",
    "scores": "Tilpasningen ved siden af andre måder at sige det samme på",
    "scores text": "Logscoren er logaritmen til sandsynligheden for de rapporterede antal under en models andele af svar, med alle forløb "
    "lagt sammen som i kalibreringens likelihood: tættere på 0 er bedre, og en forskel på 3 betyder tyve gange så sandsynligt. Hvor "
    "usikre parametrene er, ligger i intervallerne, ikke i denne score. De rapporterede andele selv kan ikke slås: de har set svarene. "
    "Et smalt interval er kun en dyd, hvor rækkerne ligger indenfor.",
    "column model": "model",
    "column log score": "logscore",
    "column error": "gennemsnitlig afstand, point",
    "column width": "intervallets gennemsnitlige bredde, point",
    "column inside": "indenfor, %",
    "response": "Hvem taler: partnerskabet eller den, der svarer",
    "response text": "Der svares to gange for det samme simulerede partnerskab, af to kontaktpersoner i forskelligt humør, som "
    "ser det samme. Pålidelighed er, hvor godt de to stemmer overens: 1 hvis alle forskelle kommer fra partnerskaberne, 0 hvis "
    "ingen gør.",
    "response shifts": "Ønskværdighed løfter hvert vurderende svar {means[social_desirability]} point af 100 "
    "({ranges[social_desirability]}); den svarendes humør flytter alle hendes svar op til {means[halo]} op eller ned "
    "({ranges[halo]}); støjen i ét svar er {means[response_noise]} ({ranges[response_noise]}), og {within} % af den kalibrerede "
    "fordeling ligger på eller under grænsen på {bound}.",
    "column item": "spørgsmål",
    "column reliability": "pålidelighed",
    "column answered": "højt som svaret, %",
    "column is": "højt som det er, %",
    "correlations": "Hvordan de syv C'er følges ad",
    "correlations text": "Gennemsnitlig korrelation over partnerskaberne i et forløb. Som svaret {answered} i gennemsnit mellem de "
    "syv (0,20 til 0,35 ventes ud fra de rapporterede svar, der hører sammen), {synergy_answered} med synergi; som det er {is_so} "
    "og {synergy_is}. Under diagonalen: som svaret; over den: som det er.",
    "identified": "Kalibrerede parametre",
    "identified text": "Indsnævring er, hvor meget snævrere en parameter er efter data (1 - standardafvigelse efter / før). Under "
    "{bound} % siger vi: kan ikke bestemmes ud fra disse data. De sidste kolonner nævner den parameter, den hænger mest sammen "
    "med. Parametrenes navne er engelske.",
    "column parameter": "parameter",
    "column contraction": "indsnævring, %",
    "column range": "90 % ligger i",
    "column median": "median",
    "column closest": "følges med",
    "column correlation": "korrelation",
    "column verdict": "dom",
    "not identified": "kan ikke bestemmes ud fra disse data",
    "is identified": "",
    "not sampled": "Usikre, men ikke kalibreret",
    "not sampled text": "Kalibreret er de {sampled} parametre, der flytter de rapporterede tal mest: den variation, deres rang "
    "forklarer, lagt sammen over alle tal. Der er skåret efter antal; disse {others} flytter mindre tilsammen, og nogle af dem kan godt "
    "flytte et enkelt tal. De er ikke låst fast: hvert træk har sin egen værdi af hver, fra det, der er rimeligt. Hvad hver af dem "
    "betyder: samvirke evidence NAVN.",
    "coverage": "Finder kalibreringen en sandhed, der er kendt?",
    "coverage text": "For kunstige svar, hvor parametrene er kendt: hvor tit intervallet rummer den sande værdi. Det bør være så "
    "tit, som intervallet siger.",
    "coverage few": "Et interval hviler på {effective} effektive punkter (median over de kunstige sæt). Med så få kendes den sande "
    "værdis plads kun groft, og den trækkes ved lod inden for det: tallene udjævnes mod det, de burde være, og prøven kan næsten ikke "
    "vise en fejl.",
    "coverage enough": "Et interval hviler på {effective} effektive punkter (median over de kunstige sæt).",
    "column level": "interval, %",
    "column covered": "rummer sandheden, %",
    "column sets": "kunstige sæt",
    "left_out": "Udeladte blokke",
    "left_out text": "Hver blok forudsiges ud fra det, de andre svar siger. {how} Logscorer; en streg, hvor den anden intet siger om et "
    "spørgsmål i blokken;{as_good} hvor den rammer blokken mindst lige så godt som denne model. Svar, der tæller flere spørgsmål sammen, "
    "bliver, når ét af spørgsmålene udelades. Litteraturens tal skelner ikke mellem at fortsætte uændret og tilpasset: at de deles lige "
    "over, er vores valg, og deres score på udfald hviler på det.",
    "left_out refitted": "Alle blokke er kalibreret på ny: trækkene er skridt for skridt ført til fordelingen uden blokken og levet på "
    "ny; træk, der er ens, tæller som ét.",
    "left_out weighted": "Den kalibrerede fordelings træk vægtes om, som om blokken ikke var tilpasset. Træk, der tæller: hvor der er "
    "færre end {enough}, kræver tallene en kalibrering uden blokken.",
    "left_out mixed": "Hvor der står »kalibreret på ny«, er trækkene skridt for skridt ført til fordelingen uden blokken og levet på ny; "
    "træk, der er ens, tæller som ét. Ellers vægtes den kalibrerede fordelings træk om; hvor færre end {enough} tæller, kræver "
    "tallene en kalibrering uden blokken.",
    "column block": "blok",
    "column effective": "træk, der tæller",
    "column rows inside": "rækker indenfor",
    "refit": "kræver ny kalibrering",
    "refitted": "kalibreret på ny",
    "twice": "Spurgt to gange",
    "twice text": "Anden gang udeladt, alt andet tilpasset, over for den enkleste forudsigelse, der findes: som første gang.",
    "column question": "spørgsmål",
    "joint": "Svar, der hører sammen",
    "joint text": "Fordelinger alene beviser ikke meget. Disse rækker handler om to svar på én gang, og hver nulmodel udelader "
    "noget: forskelle mellem partnerskaber (kalibreret for sig; og, sværere at slå, med så stor støj og så stort humør hos de svarende, "
    "som det kræver: tilpasningen vil have støj {noise} og humør {halo}, vores må højst have støj {bound}), udfaldenes årsager, eller "
    "alt andet end gennemsnittet. Logscorer. Ingen rapporteret række knytter et udfald til et andet svar: trækkes der lod om, hvem "
    "der får hvilket, er disse rækker de samme.",
    "sum": "tilsammen",
    "moves": "Hvad der flytter udfaldene, i tal",
    "moves text": "Ændring i procent af partnerskaberne fra lav til høj: gennemsnit over den kalibrerede fordeling, dets "
    "beregningsfejl, og hvor 90 % ligger. Ved lodtrækning ville hvert tal være 0.",
    "column move": "flyttet",
    "column outcome": "udfald",
    "column mean": "gennemsnitlig ændring",
    "column mc error": "fejl",
    "rows": "Hver rapporteret række med sin kilde",
    "rows text": "Tilpassede rækker er brugt til kalibreringen. Holdt ude: ikke tilpasset (men se grænserne). Start: bestemmer, hvordan "
    "det begynder, så at den passer, beviser intet. Interval og øvre grænse: rapporten giver ikke selv et tal (»knap halvdelen«, »op til "
    "en tredjedel«), så den trykte procent er en grænse eller vores læsning; at ligge udenfor er ikke i sig selv en fejl.",
    "column row": "række",
    "column use": "brugt som",
    "column reported": "rapporteret, %",
    "column n": "n",
    "column simulated": "simuleret gennemsnit, %",
    "column median percent": "median, %",
    "column interval": "90 %-interval",
    "column place": "plads",
    "use fit": "tilpasset",
    "use validation": "holdt ude",
    "use input": "start",
    "use interval": "interval: {note}",
    "use upper_bound": "øvre grænse",
    "place inside": "indenfor",
    "place outside": "UDENFOR",
    "place within": "inden for grænsen",
    "place beyond": "over grænsen",
    "note interval": "»knap halvdelen«",
    "limits": "Grænser",
    "limit 1": "Én pulje med 37 partnerskaber, én der svarer for hvert, spurgt af dem, der evaluerer bevillingen. Intet her "
    "viser, at modellen holder for andre puljer.",
    "limit 2": "Rækkerne er ikke uafhængige: de samme partnerskaber har svaret på dem alle. Andelen indenfor er en beskrivelse, "
    "ikke en test.",
    "limit 3": "Med n = 35 er en rækkes egen stikprøvefejl 5 til 8 point. En model kan tage så meget fejl uden at blive opdaget.",
    "limit 4": "En fordeling over kalibrerede parametre rummer ikke tvivlen om mekanismerne selv: hvilke regler modellen har, og "
    "hvilke den mangler.",
    "limit 5": "Hvor en blok er udeladt ved at vægte om, er det kun nøjagtigt, hvor mange træk tæller. De n, der svarer, trækkes uden "
    "tilbagelægning blandt de simulerede 37; rækker med en betingelse tager dem, der opfylder den, blandt 35.",
    "limit 6": "De syv C'er, synergi og det, der følger, deler tilstande i modellen: at de følges ad, er delvis definition. Kun "
    "størrelsen er et bevis.",
    "limit 7": "De procenter, der er holdt ude, er ikke tilpasset, men de var ikke ukendte: sammenligningen af forhåndsfordelingerne med "
    "rapporterne viste også dem, og regler og forhåndsfordelinger er ændret, nogle af dem efter en første kalibrering, med nogle af de "
    "rapporterede tal for øje (udfaldene, »tilpasset«, hvordan svarene om de syv C'er følges ad). Svarene i de udeladte blokke var kendt "
    "på samme måde.",
    "sources": "Kilder",
    "sources text": "Titel og figur står ved hver række. Svarene er rapporternes; navnene på spørgsmålene er forkortet af os.",
    "made by": "Lavet af samvirke {version} med: samvirke validate {scenario} --draws {draws} --lives {each} --seed {seed} "
    "--language {language}. Alle rækker og mål: validation.parquet og validation.csv ved siden af denne side.",
}
