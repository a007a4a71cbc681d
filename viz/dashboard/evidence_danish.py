"""Facts, values and places of the scenarios' evidence in Danish. Scenario files are written in English; what is not here stays so."""

import re

from analysis.explain.who import LANGUAGES
from viz.lever_words import CHOICES

FACTS: dict[str, str] = {
    "partners and sectors of each partnership": "partnere og sektorer i hvert partnerskab",
    "amount of each grant": "bevillingens størrelse",
    "short application window": "kort ansøgningsfrist",
    "the ministry's name lends legitimacy": "ministeriets navn giver legitimitet",
    "questionnaires": "spørgeskemaer",
    "grant_months": "bevillingens måneder",
    "months of grant": "bevillingens måneder",
    "lead_sector": "den ledende organisations sektor",
    "concept": "koncept",
    "framing": "tema",
    "start": "begyndelse",
    "months": "måneder i alt",
    "survey months": "måneder med spørgeskema",
    "volunteers": "frivillige",
    "citizens": "borgere",
    "persons_per_citizen": "personer, som én simuleret borger står for",
    "months and sizes of the events in the arms": "tid og størrelse af det, der sker i varianterne",
    "values of the levers in the arms": "grebenes indstilling i varianterne",
    "unit costs of the levers": "grebenes priser",
    "everything": "alt",
    "partners": "partnere",
    "members": "medlemmer",
    "period": "periode",
    "staff": "ansatte",
    "coordinator": "koordinator",
    "municipalities": "kommuner",
    "constellation": "konstellation",
    "anchoring": "forankring",
    "amount": "beløb",
}
VALUES: dict[str, str] = {
    "table of cases": "tabel over partnerskaberne",
    "0.23 to 5 million DKK, median 3": "0,23 til 5 mio. kr., median 3",
    "yes": "ja",
    "no": "nej",
    "see the arms": "se varianterne",
    "see the levers": "se grebene",
    "invented": "opfundet",
    **{name: danish for name, (danish, _english) in CHOICES.items()},
}
REPORTS: dict[str, str] = {
    "Holt and others 2019": "Holt m.fl. 2019",
    "anthology on partnerships between the public sector and civil society":
        "antologi om partnerskaber mellem det offentlige og civilsamfundet",
    "handbook on local communities as an arena for health promotion": "håndbog om lokalsamfund som arena for sundhedsfremme",
    "status of Kommuner i Bevægelse": "status på Kommuner i Bevægelse",
    "evaluation of Sammen mod ulighed i sundhed, the politicians' view": "evaluering af Sammen mod ulighed i sundhed, politikernes syn",
}  # fmt: skip
"""As they are cited, in English and in Danish."""
REASONS: dict[str, str] = {
    "an example to learn from": "et eksempel at lære af",
    "literature: see samvirke literature": "litteratur: se samvirke literature",
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
}  # fmt: skip
"""Why something is assumed, as scenario files say it."""
PLACES = (
    (r"\bchapters on\b", "kapitlerne om"), (r"\bchapter on\b", "kapitlet om"), (r"\bsections\b", "afsnit"), (r"\bsection\b", "afsnit"),
    (r"\bfigures\b", "figur"), (r"\bfigure\b", "figur"), (r"\btables\b", "tabel"), (r"\btable\b", "tabel"), (r"\bpages\b", "side"),
    (r"\bintroduction\b", "indledningen"), (r"\bpage\b", "side"),
    (r"\bgoing from project to lasting effort\b", "fra projekt til varig indsats"),
    (r"\bcitizens' results\b", "borgernes resultater"),
    (r"\bthe sustainable collaboration\b", "det bæredygtige samarbejde"),
    (r"\bnetwork families\b", "netværksfamilier"), (r"\bmethods\b", "metoder"), (r"\bdilemmas\b", "dilemmaer"), (r" and ", " og "),
)  # fmt: skip


def fact_in_danish(fact: str) -> str:
    """A fact's name; a case it is about stays in front."""
    case, colon, name = fact.rpartition(": ")
    return f"{case}{colon}{FACTS.get(name, name)}"


def value_in_danish(value: str) -> str:
    """A fact's value."""
    sectors = LANGUAGES["da"].sectors
    return VALUES.get(value, sectors.get(value, value))


def source_in_danish(source: str) -> str:
    """A source and the place in it, or why something is assumed; what is not known stays whole."""
    cited = [report for report in REPORTS if report in source]
    for report in cited:
        source = source.replace(report, REPORTS[report])
    for pattern, danish in PLACES if cited else ():
        source = re.sub(pattern, danish, source)
    reason, comma, place = source.partition(", partnerskabspuljen_cases.csv, line ")
    said = REASONS.get(reason, reason)
    return f"{said}, partnerskabspuljen_cases.csv, linje {place}" if comma else said
