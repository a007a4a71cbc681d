"""Facts, values and places of the scenarios' evidence in Danish. Scenario files are written in English; what is not here stays so."""

import re

from samvirke.analysis.explanation.who import SECTOR_NAMES
from samvirke.model.language import language_of
from samvirke.viz.words.facts_in_danish import FACTS, REASONS, VALUES

REPORTS: dict[str, str] = {
    "Holt and others 2019": "Holt m.fl. 2019",
    "anthology on partnerships between the public sector and civil society, with the evaluation of 15M-puljen":
        "antologi om partnerskaber mellem det offentlige og civilsamfundet, med evalueringen af 15M-puljen",
    "anthology on partnerships between the public sector and civil society":
        "antologi om partnerskaber mellem det offentlige og civilsamfundet",
    "handbook on local communities as an arena for health promotion": "håndbog om lokalsamfund som arena for sundhedsfremme",
    "status of Kommuner i Bevægelse": "status på Kommuner i Bevægelse",
    "evaluation of Sammen mod ulighed i sundhed, the politicians' view": "evaluering af Sammen mod ulighed i sundhed, politikernes syn",
}  # fmt: skip
"""As they are cited, in English and in Danish."""
PLACES = (
    (r"\bchapters on\b", "kapitlerne om"), (r"\bchapter on\b", "kapitlet om"), (r"\bsections\b", "afsnit"), (r"\bsection\b", "afsnit"),
    (r"\bfigures\b", "figur"), (r"\bfigure\b", "figur"), (r"\btables\b", "tabel"), (r"\btable\b", "tabel"), (r"\bpages\b", "side"),
    (r"\bintroduction\b", "indledningen"), (r"\bpage\b", "side"),
    (r"\b(going )?from project to lasting effort\b", "overgangen fra projekt til varig indsats"),
    (r"\bvolunteering\b", "frivillighed"), (r"\bco-creation\b", "samskabelse"),
    (r"\bcitizens' motivation, and attendance\b", "borgernes motivation, og fremmødet"),
    (r"\bcitizens' results\b", "borgernes resultater"),
    (r"\bthe sustainable collaboration\b", "det bæredygtige samarbejde"),
    (r"\bnetwork families\b", "netværksfamilier"), (r"\bmethods\b", "metoder"), (r"\bchapter\b", "kapitel"),
    (r"\btext under\b", "teksten under"), (r"\(text\)", "(teksten)"),
    (r"\bminus the printed\b", "minus de trykte"), (r"\bup to a third\b", "op til en tredjedel"),
    (r"\bjust under half at mid-term; 48 is our reading\b", "lidt under halvdelen midtvejs; 48 er vores læsning"),
    (r"\bdilemmas\b", "dilemmaer"), (r" and ", " og "),
)  # fmt: skip

TABLE = ", partnerskabspuljen_cases.csv"
APART = re.compile(r"; (?![^(]*\))")
"""What stands between sources, not within the brackets of one."""
DECIMALS = re.compile(r"\d+\.\d+(, \d+\.\d+)*")


def fact_in_danish(fact: str) -> str:
    """A fact's name; a case it is about stays in front."""
    case, colon, name = fact.rpartition(": ")
    members, of, whom = name.partition("members of ")
    return f"{case}{colon}{f'medlemmer i {whom}' if of and not members else FACTS.get(name, name)}"


def value_in_danish(value: str) -> str:
    """A fact's value."""
    if DECIMALS.fullmatch(value):
        return value.replace(", ", "; ").replace(".", ",")
    sectors = {sector: language_of("da").gettext(name) for sector, name in SECTOR_NAMES.items()}
    return VALUES.get(value, sectors.get(value, value))


def source_in_danish(source: str) -> str:
    """A source and the place in it, or why something is assumed; what is not known stays whole."""
    if source in REASONS:
        return REASONS[source]
    return "; ".join(_part_in_danish(part) for part in APART.split(source))


def _part_in_danish(source: str) -> str:
    cited = [report for report in REPORTS if report in source]
    for report in cited:
        source = source.replace(report, REPORTS[report])
    for pattern, danish in PLACES if cited else ():
        source = re.sub(pattern, danish, source)
    reason, table, line = source.partition(TABLE)
    return f"{REASONS.get(reason, reason)}{table}{line.replace('line', 'linje')}"
