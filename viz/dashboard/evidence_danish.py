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
SOURCES: dict[str, str] = {
    "Holt and others 2019": "Holt m.fl. 2019",
    "anthology on partnerships between the public sector and civil society":
        "antologi om partnerskaber mellem det offentlige og civilsamfundet",
    "handbook on local communities as an arena for health promotion": "håndbog om lokalsamfund som arena for sundhedsfremme",
    "status of Kommuner i Bevægelse": "status på Kommuner i Bevægelse",
    "evaluation of Sammen mod ulighed i sundhed, the politicians' view": "evaluering af Sammen mod ulighed i sundhed, politikernes syn",
    "descriptions of the 37 partnerships": "beskrivelser af de 37 partnerskaber",
    "others are not given": "andre er ikke oplyst",
    "an example to learn from": "et eksempel at lære af",
    "literature: see samvirke literature": "litteratur: se samvirke literature",
    "the last of these is an assumption": "det sidste er en antagelse",
}  # fmt: skip
PLACES = (
    (r"\bchapters on\b", "kapitlerne om"), (r"\bchapter on\b", "kapitlet om"), (r"\bsections\b", "afsnit"), (r"\bsection\b", "afsnit"),
    (r"\bfigures\b", "figur"), (r"\bfigure\b", "figur"), (r"\btables\b", "tabel"), (r"\btable\b", "tabel"), (r"\bpages\b", "side"),
    (r"\bintroduction\b", "indledningen"), (r"\bpage\b", "side"), (r"\bthe sustainable collaboration\b", "det bæredygtige samarbejde"),
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
    """A source and the place in it."""
    for english, danish in SOURCES.items():
        source = source.replace(english, danish)
    for pattern, danish in PLACES:
        source = re.sub(pattern, danish, source)
    return source
