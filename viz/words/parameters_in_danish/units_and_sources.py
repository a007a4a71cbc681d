"""The units of the parameters and where they come from, in Danish. Titles of reports and names stay as they are."""

UNITS: dict[str, str] = {
    "DKK": "kr.",
    "DKK per hour": "kr. pr. time",
    "hours": "timer",
    "hours per month": "timer pr. måned",
    "month": "måned",
    "months": "måneder",
    "per month": "pr. måned",
    "per organisation": "pr. organisation",
    "per year": "pr. år",
    "persons": "personer",
    "places": "steder",
    "points on a 0-1 scale": "point på en skala fra 0 til 1",
    "points per month": "point pr. måned",
    "power": "potens",
    "quality-weighted hours per hour": "kvalitetsvægtede timer pr. time",
    "ratio": "forhold",
    "share": "andel",
    "share per month": "andel pr. måned",
}
FOLKESUNDHED = "Holt m.fl. 2019, Partnerskaber på folkesundhedsområdet"
_FOLKESUNDHED = "Holt and others 2019, Partnerskaber på folkesundhedsområdet"
SOURCES: dict[str, str] = {
    f"{_FOLKESUNDHED}, figure 5 (steps 1 and 2 split evenly)": f"{FOLKESUNDHED}, figur 5 (trin 1 og 2 delt ligeligt)",
    f"{_FOLKESUNDHED}, figure 5: middle of the reported answers": f"{FOLKESUNDHED}, figur 5: midten af de oplyste svar",
    f"{_FOLKESUNDHED}, method: 37 % with all, 34 % with some, 29 % with none":
        f"{FOLKESUNDHED}, metode: 37 % med alle, 34 % med nogle, 29 % med ingen",
    f"{_FOLKESUNDHED}, section 9.3": f"{FOLKESUNDHED}, afsnit 9.3",
    f"{_FOLKESUNDHED}, section 9.3: middle of the reported answers": f"{FOLKESUNDHED}, afsnit 9.3: midten af de oplyste svar",
    "Jones and Barry 2016: power sharing was the only predictor of trust among those measured":
        "Jones og Barry 2016: delt magt var det eneste af det målte, der forudsagde tillid",
    "NORC (HCAP, 260 coalitions): of those not sustained 80 % had an activity running; Communities That Care: 3-8 % of sites end per year":
        "NORC (HCAP, 260 koalitioner): af dem, der ikke holdt, havde 80 % en aktivitet i gang; Communities That Care: 3-8 % af stederne "
        "ophører om året",
    "Panduro 2017 (VIVE/KORA, from KRL): 19.5-21.3 % a year in municipalities with moves within; sector survey 2007: 21-28 % in US "
    "nonprofits; lower, since a chosen key person moves less":
        "Panduro 2017 (VIVE/KORA, fra KRL): 19,5-21,3 % om året i kommuner, med flytninger indenfor; brancheundersøgelse 2007: 21-28 % i "
        "amerikanske nonprofitorganisationer; lavere, da en valgt nøgleperson flytter sig mindre",
    "VIVE 2020: 15.5 hours a month over all a volunteer's commitments, of which this is one or the only":
        "VIVE 2020: 15,5 timer om måneden over alt, hvad en frivillig har påtaget sig, hvoraf dette er noget af det eller det hele",
    "anthology of 15M-puljen, article on wellbeing ambassadors: 48-56 hours a year for 10-12 volunteers and more":
        "antologien om 15M-puljen, artiklen om trivselsambassadører: 48-56 timer om året for 10-12 frivillige og mere",
    "assumed": "antaget",
    "assumed: July is quiet": "antaget: juli er stille",
    "assumed: a budget round or a foundation's deadlines": "antaget: en budgetrunde eller en fonds frister",
    "assumed: a minority (handbook of Sund By Netværket, Middelfart: places with memory of being ignored)":
        "antaget: et mindretal (Sund By Netværkets håndbog, Middelfart: steder, der husker at være blevet overset)",
    "assumed: a quarter": "antaget: en fjerdedel",
    "assumed: about a year": "antaget: omkring et år",
    "assumed: about a year is remembered": "antaget: omkring et år huskes",
    "assumed: about half": "antaget: omkring halvdelen",
    "assumed: companies, housing and education seldom have": "antaget: virksomheder, boligorganisationer og uddannelser har det sjældent",
    "assumed: every fourth November (2013, 2017, 2021, 2025)": "antaget: hver fjerde november (2013, 2017, 2021, 2025)",
    "assumed: few; the evaluation of 15M-puljen (chapter on volunteering) reports that one is enough":
        "antaget: få; evalueringen af 15M-puljen (kapitlet om frivillighed) oplyser, at én er nok",
    "assumed: half a day a week and somewhat more": "antaget: en halv dag om ugen og noget mere",
    "assumed: left to chance unless a scenario decides otherwise":
        "antaget: overladt til tilfældet, medmindre et scenarie bestemmer noget andet",
    "assumed: most of a project grant": "antaget: det meste af en projektbevilling",
    "assumed: none unless a scenario says otherwise": "antaget: ingen, medmindre et scenarie siger noget andet",
    "assumed: once in 3 to 15 years; all four municipalities of one project in three years (anthology of 15M-puljen, article on network "
    "families)":
        "antaget: én gang på 3 til 15 år; alle fire kommuner i ét projekt på tre år (antologien om 15M-puljen, artiklen om "
        "netværksfamilier)",
    "assumed: once or twice in a grant, if at all": "antaget: en eller to gange i en bevilling, hvis overhovedet",
    "assumed: one activity per million, at least one and at most six": "antaget: én aktivitet pr. million, mindst én og højst seks",
    "assumed: one in five; fixed persons, so that arms agree on who": "antaget: hver femte; faste personer, så varianter er enige om hvem",
    "assumed: one place unless a scenario says otherwise": "antaget: ét sted, medmindre et scenarie siger noget andet",
    "assumed: open-ended unless a scenario says otherwise": "antaget: uden slutdato, medmindre et scenarie siger noget andet",
    "assumed: salary level of municipal and NGO project staff with overhead":
        "antaget: lønniveau for projektansatte i kommuner og foreninger, med overhead",
    "assumed: seldom more than some weeks": "antaget: sjældent mere end nogle uger",
    "assumed: small and declared": "antaget: lille, og sagt åbent",
    "assumed: the call's window was short": "antaget: ansøgningsfristen var kort",
    "convention: 0.6 x 0.6": "konvention: 0,6 x 0,6",
    "convention: a council term": "konvention: en byrådsperiode",
    "convention: five even steps": "konvention: fem lige store trin",
    "convention: for the event only; trust follows every missing hour":
        "konvention: kun for hændelsen; tilliden følger hver time, der mangler",
    "convention: half-way between new and proven": "konvention: midt mellem ny og gennemprøvet",
    "convention: shared by two": "konvention: delt af to",
    "convention: twice a year": "konvention: to gange om året",
    "drop-out of about a quarter in a year (Vecina and others 2009; two-state chain on VIVE and CFSA shares: 23.5 %) is what is left "
    "once bonds hold; higher in the first year":
        "frafald på omkring en fjerdedel om året (Vecina m.fl. 2009; 23,5 % er vores beregning ud fra VIVE's og CFSA's tal for, hvor "
        "mange der er frivillige) gælder, når de frivillige har knyttet bånd; højere i det første år",
    "energy-transition model of MRDH (fcruztorres, 2021): 2; prior on 1.5 to 5":
        "MRDH's model af energiomstilling (fcruztorres, 2021): 2; forhåndsskøn fra 1,5 til 5",
    "evaluation of 15M-puljen, chapter on citizens' results: mean network scale 17 of 45 at the start":
        "evalueringen af 15M-puljen, kapitlet om borgernes resultater: netværksskala i gennemsnit 17 af 45 fra begyndelsen",
    "evaluation of 15M-puljen, chapter on citizens' results: mean wellbeing scale 62 of 120 at the start":
        "evalueringen af 15M-puljen, kapitlet om borgernes resultater: trivselsskala i gennemsnit 62 af 120 fra begyndelsen",
    "evaluation of Partnerskabspuljen, section 9.5: yearly rotation in student organisations":
        "evalueringen af Partnerskabspuljen, afsnit 9.5: årlig udskiftning i studenterorganisationer",
    "few begin early (evaluation of 15M-puljen, chapter on anchoring)":
        "få begynder tidligt (evalueringen af 15M-puljen, kapitlet om forankring)",
    "free: calibrated": "ikke kendt på forhånd; indstillet, så modellen passer til svarene",
    "pool 15M-puljen (Rambøll evaluation, chapter on the sustainable collaboration): 4,795 hours per project in three years with "
    "volunteers, about 130 a month over 2-11 named actors":
        "15M-puljen (Rambølls evaluering, kapitlet om det bæredygtige samarbejde): 4.795 timer pr. projekt på tre år med frivillige, "
        "omkring 130 om måneden fordelt på 2-11 nævnte aktører",
    "prior mean 0.10: more than 0.15 would let a model without content fit":
        "forhåndsskøn i gennemsnit 0,10: mere end 0,15 ville lade en model uden indhold passe",
    "sector survey 2007 (US nonprofits): 25 % of vacancies open after four months, which is 0.29 a month":
        "brancheundersøgelse 2007 (amerikanske nonprofitorganisationer): 25 % af stillingerne ledige efter fire måneder, altså 0,29 om "
        "måneden",
    "upper bound: Burt 2002, 90 % of bridging ties gone in a year without upkeep, which is 0.17 a month":
        "øvre grænse: Burt 2002, 90 % af de brobyggende bånd væk på et år uden pleje, altså 0,17 om måneden",
}  # fmt: skip
