"""Why something is assumed, and the longer places of sources, as scenario files say it, in Danish."""

REASONS: dict[str, str] = {
    "an example to learn from": "et eksempel at lære af",
    "literature: see samvirke literature": "forskningslitteratur, samlet i docs/literature.md",
    "the last of these is an assumption": "det sidste er en antagelse",
    "the source does not say it: our reading": "kilden siger det ikke: vores læsning",
    "our reading of what is described": "vores læsning af det beskrevne",
    "our reading of who owned the project": "vores læsning af, hvem der ejede projektet",
    "our reading of how far the activities built on what existed": "vores læsning af, hvor meget aktiviteterne byggede på det, der fandtes",
    "chosen, so that 36 months after the grant are seen": "valgt, så 36 måneder efter bevillingen kan ses",
    "our reading of the theme": "vores læsning af temaet",
    "our reading": "vores læsning",
    "chosen, an hour at about 350 DKK; not reported": "valgt, en time til omkring 350 kr.; ikke oplyst",
    "chosen, an hour at about 350 DKK": "valgt, en time til omkring 350 kr.",
    "chosen, to be unmistakable and yet ordinary": "valgt, så det er tydeligt og dog almindeligt",
    "chosen to say in numbers what is reported in words": "valgt for at sige i tal, hvad der er oplyst i ord",
    "chosen at the outer part of what is plausible": "valgt i den yderste del af det rimelige",
    "chosen: slots for potential volunteers, more than serve at a time": "valgt: pladser til mulige frivillige, flere end der er ad gangen",
    "chosen: slots for citizens": "valgt: pladser til borgere",
    "chosen: how many citizens were reached is not reported evenly": "valgt: hvor mange borgere der er nået, er ikke oplyst ens",
    "chosen, so that 36 months after a grant that is a year longer are seen":
        "valgt, så 36 måneder efter en bevilling, der er et år længere, kan ses",
    "chosen: nobody was asked": "valgt: ingen blev spurgt",
    "chosen: as for the pool whose posterior is borrowed": "valgt: som for puljen, hvis tal er lånt",
    "not reported: as in the pool whose posterior is borrowed": "ikke oplyst: som i puljen, hvis tal er lånt",
    "no survey is known: parameters are borrowed from partnerskabspuljen":
        "intet spørgeskema er kendt: tallene er lånt fra Partnerskabspuljen",
    "most had about three years; the exact months are not given for each":
        "de fleste havde omkring tre år; månederne er ikke oplyst for hver",
    "21 partners are reported without a list: the split is a guess": "21 partnere er oplyst uden en liste: fordelingen er et gæt",
    "the first questionnaire closes the first year at the end of 2015":
        "det første spørgeskema slutter det første år, ved udgangen af 2015",
    "the ends of 2015, 2016 and 2017, counted from the assumed start": "udgangen af 2015, 2016 og 2017, regnet fra den antagne begyndelse",
    "others are not given": "andre er ikke oplyst",
    "not reported evenly": "ikke oplyst ens",
    "more is not given": "mere er ikke oplyst",
    "no dates are given": "ingen datoer er oplyst",
    "not reported": "ikke oplyst",
    "not given": "ikke oplyst",
    "Holt and others 2019, Partnerskaber på folkesundhedsområdet, descriptions of the 37 partnerships":
        "Holt m.fl. 2019, Partnerskaber på folkesundhedsområdet, beskrivelserne af de 37 partnerskaber",
    "how many joined is not given; the village has one": "hvor mange der kom med, er ikke oplyst; landsbyen har én",
    "only the village and the centre are described by what is near":
        "kun landsbyen og bymidten er beskrevet ved det, der er i nærheden",
    "reported as later, without a date": "oplyst som senere, uden dato",
    "chosen: what stands for being left out and being in": "valgt: det, der står for at være holdt udenfor og at være med",
    "a coordinator and some running costs; neither amount nor end is given":
        "en koordinator og nogle driftsudgifter; hverken beløb eller slutning er oplyst",
    "municipal categories for those who come to an activity centre; more is not given":
        "kommunale kategorier for dem, der kommer i et aktivitetscenter; mere er ikke oplyst",
    "sports and an activity centre": "idræt og et aktivitetscenter",
    "only associations have autonomy in the model, and autonomy is what is asked about":
        "kun foreninger har selvstændighed i modellen, og det er selvstændigheden, der spørges om",
    "not reported: the small subsidy and the staff count as one funder, and pay about the reported hours (450 DKK an hour, two thirds "
    "of the money for staff)":
        "ikke oplyst: det lille tilskud og de ansatte tæller som én bevillingsgiver og betaler omtrent de oplyste timer (450 kr. i "
        "timen, to tredjedele af pengene til løn)",
    "reported as heavy, and as more with several; a typical grant takes 0.02 to 0.10":
        "oplyst som tungt, og som mere med flere; en almindelig bevilling tager 0,02 til 0,10",
    "the staff is the youth team's": "de ansatte er ungeteamets",
    "the reported hours a year over 12 months and 11 volunteers": "de oplyste timer om året fordelt på 12 måneder og 11 frivillige",
    "not reported: pays the reported hours (54 a month at 450 DKK, two thirds of the money for staff)":
        "ikke oplyst: betaler de oplyste timer (54 om måneden til 450 kr., to tredjedele af pengene til løn)",
    "the pool's years are known, not the month": "puljens år er kendt, ikke måneden",
    "together with setting up they give the reported year before volunteers are active":
        "sammen med opstarten giver de det oplyste år, før de frivillige er aktive",
    "the change is reported, its month and size are not": "ændringen er oplyst, men ikke dens måned og størrelse",
    "early on, without a month": "tidligt, uden måned",
    "our reading: the municipal unit led; known elements, put together anew; a positive theme":
        "vores læsning: den kommunale enhed ledede; kendte elementer, sat sammen på ny; et positivt tema",
    "chosen within what is plausible": "valgt inden for det rimelige",
    "chosen, for a corps of eleven; not reported": "valgt, for et korps på elleve; ikke oplyst",
    "several are reported, without a number": "flere er oplyst, uden et antal",
    "not reported: pays about the posts (450 DKK an hour, two thirds of the money for staff); a strategy ends in 2030, the "
    "municipality's budget does not":
        "ikke oplyst: betaler omtrent stillingerne (450 kr. i timen, to tredjedele af pengene til løn); en strategi slutter i 2030, "
        "det gør kommunens budget ikke",
    "one in each area; their number is not given": "én i hvert område; antallet er ikke oplyst",
    "chosen: nobody was asked; the last is where states are read":
        "valgt: ingen blev spurgt; den sidste er der, hvor tilstande aflæses",
    "what stands for departments that must become one": "det, der står for forvaltninger, der skal blive til én",
    "reported as a few months and a while": "oplyst som nogle få måneder og en tid",
    "the month of the reform": "måneden for reformen",
    "a health policy that is yet to be made": "en sundhedspolitik, der først skal laves",
    "the consultant is paid by the national board; no grant is reported":
        "konsulenten betales af Sundhedsstyrelsen; ingen bevilling er oplyst",
    "the upper ends of what is thought plausible of sparring at all":
        "den øvre ende af, hvad der overhovedet anses for rimeligt for sparring",
    "each development group is one organisation with one seat; its councillors belong to the municipality":
        "hver udviklingsgruppe er én organisation med én plads; dens byrådsmedlemmer hører til kommunen",
    "not reported: pays the post over 84 months (106 hours a month at 450 DKK, two thirds of the money for staff)":
        "ikke oplyst: betaler stillingen i 84 måneder (106 timer om måneden til 450 kr., to tredjedele af pengene til løn)",
    "the year is reported, not the month": "året er oplyst, ikke måneden",
    "that some places start in mistrust is reported, how many is not":
        "at nogle steder begynder i mistillid, er oplyst, men ikke hvor mange",
    "the local plan is read as the written agreement": "lokalplanen læses som den skriftlige aftale",
    "lies before the first month": "ligger før den første måned",
    "they were meant to join; whether they did is not said": "det var meningen, at de skulle med; om de kom med, er ikke sagt",
    "chosen: three times the pool, whose posterior is borrowed, since there are twelve places":
        "valgt: tre gange puljen, hvis tal er lånt, da der er tolv steder",
    "the middle of what is reported; which has how many is not said":
        "midten af det oplyste; hvilken kommune der har hvor mange, er ikke sagt",
    "the source names the events, not their months; one after the other, in the second and third year":
        "kilden nævner hændelserne, ikke deres måneder; den ene efter den anden, i andet og tredje år",
    "not reported for a municipality: pays about the reported hours (10 a week at 450 DKK, two thirds of the money for staff)":
        "ikke oplyst for den enkelte kommune: betaler omtrent de oplyste timer (10 om ugen til 450 kr., to tredjedele af pengene til "
        "løn)",
    "150 pairs cannot be translated into the model's plan; the question about the goal sets it":
        "150 par kan ikke oversættes til modellens plan; spørgsmålet om målet sætter det",
    "chosen: as for the pool whose posterior is borrowed; citizens reached are all who take part, not matched pairs":
        "valgt: som for puljen, hvis tal er lånt; de borgere, der nås, er alle, der er med, ikke sammenførte par",
    "the call wanted a municipality and a voluntary or private actor; more is not given for each project":
        "opslaget krævede en kommune og en frivillig eller privat aktør; mere er ikke oplyst for hvert projekt",
    "the two counts are reported apart": "de to optællinger er oplyst hver for sig",
    "the pool's 15 million, as its name says, in twelve even parts": "puljens 15 millioner, som navnet siger, i tolv lige store dele",
    "hours are counted over three years; one of the projects ran 38 months":
        "timerne er talt over tre år; et af projekterne løb i 38 måneder",
    "the month in which one of the projects began; the pool is dated 2013-2016":
        "måneden, hvor et af projekterne begyndte; puljen er dateret 2013-2016",
    "the model knows one lead: our reading of what leading together changes":
        "modellen kender én leder: vores læsning af, hvad det ændrer at lede sammen",
    "not reported: pays about the reported hours (450 DKK an hour, two thirds of the money for staff); an end is assumed because the "
    "question is what lives after it":
        "ikke oplyst: betaler omtrent de oplyste timer (450 kr. i timen, to tredjedele af pengene til løn); en slutning er antaget, "
        "fordi spørgsmålet er, hvad der lever efter den",
    "chosen, so that 36 months after the assumed end are seen": "valgt, så 36 måneder efter den antagne slutning kan ses",
    "Region Midtjylland 2025, evaluation of Sammen mod ulighed i sundhed, the politicians' view, the two municipalities":
        "Region Midtjylland 2025, evaluering af Sammen mod ulighed i sundhed, politikernes syn, de to kommuner",
    "Region Midtjylland 2025, evaluation of Sammen mod ulighed i sundhed, the politicians' view, advice to those who come after":
        "Region Midtjylland 2025, evaluering af Sammen mod ulighed i sundhed, politikernes syn, råd til dem, der kommer efter",
    "their number is not given; each municipality's process is counted by itself":
        "antallet er ikke oplyst; hver kommunes proces regnes for sig",
    "the region's programme": "regionens program",
    "chosen: it was feared that little would come of it": "valgt: man frygtede, at der kun ville komme lidt ud af det",
    "chosen: nobody was asked month by month": "valgt: ingen blev spurgt måned for måned",
    "chosen below what is plausible elsewhere, to be unmistakable": "valgt under det, der er rimeligt andre steder, så det er tydeligt",
    "the three committees are one municipality at the table; residents are citizens and volunteers":
        "de tre udvalg er én kommune ved bordet; beboerne er borgere og frivillige",
    "not reported: together they pay a full post (133 hours a month at 450 DKK, two thirds of the money for staff), each a fifth":
        "ikke oplyst: tilsammen betaler de en fuld stilling (133 timer om måneden til 450 kr., to tredjedele af pengene til løn), "
        "hver en femtedel",
    "the reported years, from January 2018 to December 2021, though it was granted some years at a time":
        "de oplyste år, fra januar 2018 til december 2021, selv om pengene blev bevilget nogle år ad gangen",
    "the practices are reported, their size is our reading": "praksis er oplyst, størrelsen er vores læsning",
    "so that there are the five activities that are reported": "så der er de fem aktiviteter, der er oplyst",
    "how fixed the structure is, is drawn: four meetings a year say little of it":
        "hvor fast strukturen er, er trukket tilfældigt: fire møder om året siger kun lidt om det",
    "who led is not given; the foundation is counted as an association, since it is neither municipality nor company":
        "hvem der ledede, er ikke oplyst; fonden tæller som en forening, da den hverken er kommune eller virksomhed",
    "as for the pool: not given for this project": "som for puljen: ikke oplyst for dette projekt",
    "one a year, over the years that are reported": "ét om året, over de år, der er oplyst",
    "reported as later": "oplyst som senere",
    "not reported: pays about two full posts (450 DKK an hour, two thirds of the money for staff)":
        "ikke oplyst: betaler omtrent to fulde stillinger (450 kr. i timen, to tredjedele af pengene til løn)",
    "one at each site; their number is not given": "én hvert sted; antallet er ikke oplyst",
    "it is the one that lends the coordinator": "det er den, der udlåner koordinatoren",
    "chosen, and the same whoever takes over, so that only the host differs":
        "valgt, og det samme, uanset hvem der overtager, så kun værten er forskellig",
}  # fmt: skip
