"""What happened, in plain words, in Danish and English: one sentence for each kind of event."""

from collections.abc import Callable
from typing import Any

from samvirke.model.agents.partnership import LEVELS
from samvirke.model.events import LEVER_SET, RECORDED_KINDS
from samvirke.model.fields import NEVER

LEVELS_IN_DANISH = ("netværk", "koordinering", "samarbejde", "samvirke")

ENGLISH: dict[str, str] = {
    "reorganisation": "{percent} of {who} is reorganised",
    "reorganisation wholly": "all of {who} is reorganised",
    "savings_round": "{who} cuts {percent} of its own hours",
    "lever_set": "a new practice: {lever} is now {number}",
    "quarrel": "an open quarrel breaks out",
    "key_person_leaves": "{who} leaves",
    "successor_arrives": "{who} takes over; {percent} of ties and knowledge is carried on",
    "conflict_breaks_out": "a conflict breaks out",
    "agreement_revised": "the agreement is revised; it was {months} months old",
    "collaboration_deepens": "the collaboration deepens to {level}",
    "collaboration_loosens": "the collaboration loosens to {level}",
    "promise_broken": "{who} gives {percent} fewer hours than promised",
    "activity_starts": "{who} starts",
    "volunteer_joins": "a volunteer joins",
    "volunteer_stops": "a volunteer stops after {months} months",
    "citizen_volunteers": "a citizen becomes a volunteer",
    "organisation_leaves": "{who} leaves the partnership",
    "organisation_leaves for": "{who} leaves the partnership; what weighs most: {other}",
    "anchoring_begins": "anchoring begins: work on the time after the grant, {months} months before it ends",
    "anchoring_begins without end": "anchoring begins: work on the time after",
    "host_found": "{other} promises to carry on {who}",
    "application_sent": "an application for money is sent; its chance is {percent}",
    "application_sent hardly": "an application for money is sent; its chance is very small",
    "money_won": "money for the time after is won: {number} kr a month",
    "money_won hardly": "an application is granted, but the time after needs no money",
    "application_refused": "an application for money is refused; its chance was {percent}",
    "application_refused hardly": "an application for money is refused; its chance was very small",
    "organisation_stays": "{who} wants to go on; what weighs most: {other}",
    "organisation_withdraws": "{who} does not want to go on; what weighs most: {other}",
    "future_declared": "at the end of the grant it is declared: {other}",
    "activity_handed_over": "{other} takes {who} over",
    "activity_ends": "{who} stops after {months} months",
    "partnership_ends": "the partnership ends: {other}",
    "host_withdrew": "{other} will not carry on {who} after all",
    "activity_falls_through": "{who} falls through: {percent} of the hands are missing",
    "promises_scaled_down": "{percent} of what was promised is given up",
    "partnership_weakens": "the partnership is weak: {number} hours a month are left",
    "partnership_weakens hardly": "the partnership is weak: hardly any hours are left",
}

DANISH: dict[str, str] = {
    "reorganisation": "{percent} af {who} reorganiseres",
    "reorganisation wholly": "hele {who} reorganiseres",
    "savings_round": "{who} skærer {percent} af sine egne timer",
    "lever_set": "nyt greb: {lever} er nu {number}",
    "quarrel": "et åbent skænderi bryder ud",
    "key_person_leaves": "{who} stopper",
    "successor_arrives": "{who} tager over; {percent} af relationer og viden er ført videre",
    "conflict_breaks_out": "en konflikt bryder ud",
    "agreement_revised": "aftalen fornys; den var {months} måneder gammel",
    "collaboration_deepens": "samarbejdet bliver tættere: {level}",
    "collaboration_loosens": "samarbejdet bliver løsere: {level}",
    "promise_broken": "{who} giver {percent} færre timer end lovet",
    "activity_starts": "{who} begynder",
    "volunteer_joins": "en frivillig kommer til",
    "volunteer_stops": "en frivillig stopper efter {months} måneder",
    "citizen_volunteers": "en borger bliver frivillig",
    "organisation_leaves": "{who} forlader partnerskabet",
    "organisation_leaves for": "{who} forlader partnerskabet; det, der vejer mest: {other}",
    "anchoring_begins": "forankringen begynder: arbejdet for tiden efter, {months} måneder før bevillingen slutter",
    "anchoring_begins without end": "forankringen begynder: arbejdet for tiden efter",
    "host_found": "{other} lover at føre {who} videre",
    "application_sent": "en ansøgning om penge sendes; chancen er {percent}",
    "application_sent hardly": "en ansøgning om penge sendes; chancen er meget lille",
    "money_won": "der er fundet penge til tiden efter: {number} kr. om måneden",
    "money_won hardly": "en ansøgning imødekommes, men tiden efter kræver ingen penge",
    "application_refused": "en ansøgning om penge afslås; chancen var {percent}",
    "application_refused hardly": "en ansøgning om penge afslås; chancen var meget lille",
    "organisation_stays": "{who} vil fortsætte; det, der vejer mest: {other}",
    "organisation_withdraws": "{who} vil ikke fortsætte; det, der vejer mest: {other}",
    "future_declared": "ved bevillingens udløb: {other}",
    "activity_handed_over": "{other} overtager {who}",
    "activity_ends": "{who} stopper efter {months} måneder",
    "partnership_ends": "partnerskabet slutter: {other}",
    "host_withdrew": "{other} vil alligevel ikke føre {who} videre",
    "activity_falls_through": "{who} falder til jorden: der mangler {percent} af hænderne",
    "promises_scaled_down": "{percent} af det lovede droppes",
    "partnership_weakens": "partnerskabet er svagt: der er {number} timer om måneden tilbage",
    "partnership_weakens hardly": "partnerskabet er svagt: der er næsten ingen timer tilbage",
}

LANGUAGES: dict[str, dict[str, str]] = {"en": ENGLISH, "da": DANISH}
SAID_TOGETHER: dict[str, dict[str, tuple[str, str]]] = {
    "en": {
        "promise_broken": ("1 promise of hours broken", "{n} promises of hours broken"),
        "volunteer_joins": ("1 new volunteer", "{n} new volunteers"),
        "volunteer_stops": ("1 volunteer stopped", "{n} volunteers stopped"),
        "citizen_volunteers": ("1 citizen became a volunteer", "{n} citizens became volunteers"),
    },
    "da": {
        "promise_broken": ("1 brudt løfte om timer", "{n} brudte løfter om timer"),
        "volunteer_joins": ("1 ny frivillig", "{n} nye frivillige"),
        "volunteer_stops": ("1 frivillig stoppede", "{n} frivillige stoppede"),
        "citizen_volunteers": ("1 borger blev frivillig", "{n} borgere blev frivillige"),
    },
}
"""What happens so often that a reader wants its number: one, several."""

NAMED: dict[str, dict[str, str]] = {
    "en": {"event": "unless {what} (month\N{NO-BREAK SPACE}{month})", "course": "without {what}", "practice": "with {what}"},
    "da": {"event": "uden at {what} (måned\N{NO-BREAK SPACE}{month})", "course": "uden {what}", "practice": "med {what}"},
}
"""What would have been otherwise, by its sort."""
HARDLY_ANY = {"en": "hardly any", "da": "næsten intet"}
ONE_MONTH = {"en": (" 1 months", " 1 month"), "da": (" 1 måneder", " 1 måned")}
LEAST_SHARE, WHOLLY = 0.01, 0.995
LEAST_SAID = {"application_sent": 0.01, "application_refused": 0.01, "money_won": 0.5, "partnership_weakens": 0.05}
"""What is smaller is said without a number."""


def sentence_of(event: Any, who: str, other: str, lever: Callable[[int], str], language: str) -> str:
    """An event in words, beginning with a capital letter."""
    size = float(event["magnitude"])
    levels = LEVELS_IN_DANISH if language == "da" else LEVELS
    said = LANGUAGES[language][_variant(RECORDED_KINDS[event["kind"]].name, size, other)].format(
        who=who, other=other, months=f"{min(size, NEVER):.0f}", percent=_percent(size, language), number=in_digits(size, language),
        level=levels[int(min(max(size, 0), len(levels) - 1))], lever=lever(int(event["subject"])) if event["kind"] == LEVER_SET else "",
    )  # fmt: skip
    return (said[:1].upper() + said[1:]).replace(*ONE_MONTH[language])


def in_digits(value: float, language: str, decimals: int | None = None) -> str:
    """A number as one writes it: thousands apart, small ones with decimals."""
    digits = decimals if decimals is not None else 0 if abs(value) >= 20 else 1
    written = f"{value:,.{digits}f}"
    return written.translate(str.maketrans(",.", ".,")) if language == "da" else written


def _variant(kind: str, size: float, other: str) -> str:
    """The kind of sentence: what has no end date, no motive or no size is said without."""
    if kind == "anchoring_begins" and size > NEVER / 2:
        return f"{kind} without end"
    if kind == "reorganisation" and size >= WHOLLY:
        return f"{kind} wholly"
    if size < LEAST_SAID.get(kind, 0.0):
        return f"{kind} hardly"
    return f"{kind} for" if kind == "organisation_leaves" and other else kind


def _percent(share: float, language: str) -> str:
    return HARDLY_ANY[language] if share < LEAST_SHARE else f"{100.0 * share:.0f} %"
