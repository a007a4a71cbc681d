"""What a life's ending came down to, in one clause: why it ended and who withdrew over what, or what carried it most."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samvirke.analysis.explanation.explanation import Explanation
from samvirke.analysis.explanation.who import LANGUAGES as WHO
from samvirke.analysis.explanation.who import Who

LEAD = "organisation 1"  # members stand in a fixed order, the lead first
WITHDRAWS = "organisation_withdraws"
SEVERAL = 2


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in."""

    lead_withdrew: str
    withdrew: str
    several_withdrew: str
    carried: str
    nothing: str
    together: str


ENGLISH = Words(
    lead_withdrew="the lead, {who}, did not want to go on (what weighed most: {why})",
    withdrew="{who} did not want to go on (what weighed most: {why})",
    several_withdrew="of the others {number} did not want to either",
    carried="what carried it most: {what}",
    nothing="no single event carried it",
    together="; ",
)
DANISH = Words(
    lead_withdrew="den ledende organisation, {who}, ville ikke fortsætte (det, der vejede mest: {why})",
    withdrew="{who} ville ikke fortsætte (det, der vejede mest: {why})",
    several_withdrew="af de andre ville {number} heller ikke",
    carried="det, der bar det mest: {what}",
    nothing="ingen enkelt hændelse bar det",
    together="; ",
)
LANGUAGES = {"en": ENGLISH, "da": DANISH}


def cause_of(what: Explanation) -> str:
    """The clause; empty where nothing is known of why it ended."""
    words = LANGUAGES[what.language]
    if not what.lasted:
        return words.together.join([*_reason(what), *_who_withdrew(what, words)])
    carried = what.what_carried_it
    return words.carried.format(what=_small(what.label(carried[0]))) if carried else words.nothing


def _reason(what: Explanation) -> Iterator[str]:
    """The recorded reason, if the partnership itself has ended."""
    if what.outcome["end_reason"]:
        yield WHO[what.language].listed["reason"][what.outcome["end_reason"]]


def _who_withdrew(what: Explanation, words: Words) -> Iterator[str]:
    """The lead first if it withdrew, and over what; else the first who did; then how many more."""
    rows = [row for row in what.tables["events"].to_pylist() if row["kind"] == WITHDRAWS and row["month"] <= what.course.decided_month]
    rows.sort(key=lambda row: row["subject"] != LEAD)
    for row in rows[:1]:
        form = words.lead_withdrew if row["subject"] == LEAD else words.withdrew
        yield form.format(who=_member(what, row), why=WHO[what.language].listed["motive"][row["other"]])
    if len(rows) >= SEVERAL:
        yield words.several_withdrew.format(number=len(rows) - 1)


def _member(what: Explanation, row: dict[str, Any]) -> str:
    who = Who(what.course.world.template, WHO[what.language])
    return who.organisation(int(row["subject"].split()[-1]) - 1)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
