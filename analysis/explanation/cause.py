"""What a run's ending came down to, in one clause: why it ended and who withdrew over what, or what carried it most."""

from collections.abc import Iterator
from typing import Any

from samvirke.analysis.explanation.explanation import Explanation
from samvirke.analysis.explanation.who import END_REASONS, MOTIVES, Who
from samvirke.model.language import Language, language_of

LEAD = "organisation 1"  # members stand in a fixed order, the lead first
WITHDRAWS = "organisation_withdraws"


def cause_of(what: Explanation) -> str:
    """The clause; empty where nothing is known of why it ended."""
    language = language_of(what.language)
    if not what.lasted:
        return "; ".join([*_reason(what, language), *_who_withdrew(what, language)])
    carried = what.what_carried_it
    if not carried:
        return language.gettext("no single event carried it")
    return language.gettext("what carried it most: {what}", what=_small(what.label(carried[0])))


def _reason(what: Explanation, language: Language) -> Iterator[str]:
    """The recorded reason, if the partnership itself has ended."""
    if what.outcome["end_reason"]:
        yield language.gettext(END_REASONS[what.outcome["end_reason"]])


def _who_withdrew(what: Explanation, language: Language) -> Iterator[str]:
    """The lead first if it withdrew, and over what; else the first who did; then how many more."""
    rows = [row for row in what.tables["events"].to_pylist() if row["kind"] == WITHDRAWS and row["month"] <= what.course.decided_month]
    rows.sort(key=lambda row: row["subject"] != LEAD)
    for row in rows[:1]:
        who, why = _member(what, row, language), language.gettext(MOTIVES[row["other"]])
        if row["subject"] == LEAD:
            yield language.gettext("the lead, {who}, did not want to go on (main reason: {why})", who=who, why=why)
        else:
            yield language.gettext("{who} did not want to go on (main reason: {why})", who=who, why=why)
    if len(rows) > 1:
        yield language.ngettext("{n} of the others did not want to either", "{n} of the others did not want to either", len(rows) - 1)


def _member(what: Explanation, row: dict[str, Any], language: Language) -> str:
    return Who(what.course.world.template, language).organisation(int(row["subject"].split()[-1]) - 1)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
