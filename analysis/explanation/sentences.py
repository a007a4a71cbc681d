"""What happened, in plain words: a sentence for each kind of event, the same without its size and reason, and counts of frequent kinds."""

from collections.abc import Callable
from typing import Any

from samvirke.model.agents.partnership import LEVELS
from samvirke.model.events import LEVER_SET, RECORDED_KINDS
from samvirke.model.fields import NEVER
from samvirke.model.language import N_, NN_, Language, capitalised

Forms = str | tuple[str, str]
"""A message, or both forms of one about a number of months."""

WHOLE: dict[str, Forms] = {
    "reorganisation": N_("{percent} of {who} is reorganised"),
    "reorganisation wholly": N_("all of {who} is reorganised"),
    "reorganisation half": N_("half of {who} is reorganised"),
    "savings_round": N_("{who} cuts {percent} of its own hours"),
    "lever_set": N_("a new practice: {lever} is now {number}"),
    "quarrel": N_("an open quarrel breaks out"),
    "key_person_leaves": N_("{who} leaves"),
    "successor_arrives": N_("{who} takes over; {percent} of ties and knowledge is carried on"),
    "conflict_breaks_out": N_("a conflict breaks out"),
    "agreement_revised": NN_("the agreement is revised; it was {n} month old", "the agreement is revised; it was {n} months old"),
    "collaboration_deepens": N_("the collaboration deepens to {level}"),
    "collaboration_loosens": N_("the collaboration loosens to {level}"),
    "promise_broken": N_("{who} gives {percent} fewer hours than promised"),
    "activity_starts": N_("{who} starts"),
    "volunteer_joins": N_("a volunteer joins"),
    "volunteer_stops": NN_("a volunteer stops after {n} month", "a volunteer stops after {n} months"),
    "citizen_volunteers": N_("a citizen becomes a volunteer"),
    "organisation_leaves": N_("{who} leaves the partnership"),
    "organisation_leaves for": N_("{who} leaves the partnership; main reason: {other}"),
    "anchoring_begins": NN_(
        "anchoring begins: planning for the time after the grant, {n} month before it ends",
        "anchoring begins: planning for the time after the grant, {n} months before it ends",
    ),
    "anchoring_begins without end": N_("anchoring begins: planning for the time after"),
    "host_found": N_("{other} promises to carry on {who}"),
    "application_sent": N_("an application for money is sent; its chance is {percent}"),
    "application_sent hardly": N_("an application for money is sent; its chance is very small"),
    "money_won": N_("money for the time after is won: {number} kr a month"),
    "money_won hardly": N_("an application is granted, but the time after needs no money"),
    "application_refused": N_("an application for money is refused; its chance was {percent}"),
    "application_refused hardly": N_("an application for money is refused; its chance was very small"),
    "organisation_stays": N_("{who} wants to go on; main reason: {other}"),
    "organisation_withdraws": N_("{who} does not want to go on; main reason: {other}"),
    "future_declared": N_("at the end of the grant it is declared: {other}"),
    "activity_handed_over": N_("{other} takes {who} over"),
    "activity_handed_over outside": N_("a host outside the members takes {who} over"),
    "activity_ends": NN_("{who} stops after {n} month: {other}", "{who} stops after {n} months: {other}"),
    "partnership_ends": N_("the partnership ends: {other}"),
    "host_withdrew": N_("{other} withdraws as host of {who}"),
    "activity_falls_through": N_("{who} falls through: {percent} of the hands are missing"),
    "promises_scaled_down": N_("{percent} of what was promised is given up"),
    "partnership_weakens": N_("the partnership is weak: {number} hours a month are left"),
    "partnership_weakens hardly": N_("the partnership is weak: hardly any hours are left"),
    "lead_passes_on": N_("{who} takes the lead"),
    "organisation_joins": N_("{who} joins the partnership"),
    "organisation_refuses": N_("{who} refuses to join; main reason: {other}"),
    "request_sent": N_("a decision is asked of those above"),
    "request_granted": NN_("what was asked for is granted after {n} month", "what was asked for is granted after {n} months"),
    "request_changed": NN_(
        "what was asked for comes back changed after {n} month", "what was asked for comes back changed after {n} months"
    ),
    "request_refused": NN_("what was asked for is refused after {n} month", "what was asked for is refused after {n} months"),
    "request_unanswered": NN_(
        "what was asked for is given up unanswered after {n} month", "what was asked for is given up unanswered after {n} months"
    ),
    "host_outside_found": N_("{other} will carry on {who}"),
    "waits_for_host": N_("{who} goes on without a host, with {number} hours a month, and waits for one"),
    "waits_for_host hardly": N_("{who} goes on without a host, with hardly any hours, and waits for one"),
}
"""By kind of event, and by what its size or reason makes of it."""

SHORT: dict[str, str] = {
    "successor_arrives": N_("{who} takes over"),
    "agreement_revised": N_("the agreement is revised"),
    "organisation_leaves": N_("{who} leaves the partnership"),
    "anchoring_begins": N_("anchoring begins"),
    "application_sent": N_("an application for money is sent"),
    "money_won": N_("money for the time after is won"),
    "application_refused": N_("an application for money is refused"),
    "organisation_stays": N_("{who} wants to go on"),
    "organisation_withdraws": N_("{who} does not want to go on"),
    "future_declared": N_("the end of the grant is declared"),
    "partnership_ends": N_("the partnership ends"),
    "activity_falls_through": N_("{who} falls through"),
    "partnership_weakens": N_("the partnership is weak"),
    "organisation_refuses": N_("{who} refuses to join"),
    "request_granted": N_("what was asked for is granted"),
    "request_changed": N_("what was asked for comes back changed"),
    "request_refused": N_("what was asked for is refused"),
    "request_unanswered": N_("what was asked for is never answered"),
    "activity_ends": N_("{who} stops"),
    "waits_for_host": N_("{who} waits for a host"),
}
"""Without size and reason, where the whole sentence has them."""

COUNTED: dict[str, tuple[str, str]] = {
    "promise_broken": NN_("{n} promise of hours broken", "{n} promises of hours broken"),
    "volunteer_joins": NN_("{n} new volunteer", "{n} new volunteers"),
    "volunteer_stops": NN_("{n} volunteer stopped", "{n} volunteers stopped"),
    "citizen_volunteers": NN_("{n} citizen became a volunteer", "{n} citizens became volunteers"),
}
"""What happens so often that a reader wants its number."""

NAMES_OF_LEVELS = {
    "network": N_("network"),
    "coordination": N_("coordination"),
    "cooperation": N_("cooperation"),
    "samvirke": N_("samvirke"),
}
LEAST_SHARE, HALF, WHOLLY = 0.01, 0.5, 0.995
LEAST_SIZE_SHOWN = {
    "application_sent": 0.01, "application_refused": 0.01, "money_won": 0.5, "partnership_weakens": 0.05, "waits_for_host": 0.05,
}  # fmt: skip
"""Smaller sizes are written without a number."""


def sentence_of(event: Any, who: str, other: str, lever: Callable[[int], str], language: Language, *, short: bool = False) -> str:
    """An event in words, beginning with a capital letter; `short` is without its size and reason."""
    size, kind = float(event["magnitude"]), RECORDED_KINDS[event["kind"]].name
    level = LEVELS[int(min(max(size, 0), len(LEVELS) - 1))]
    values = {
        "who": who, "other": other, "percent": _percent(size, language), "number": language.number(size, 0 if abs(size) >= 20 else 1),
        "level": language.gettext(NAMES_OF_LEVELS[level]), "lever": lever(int(event["subject"])) if event["kind"] == LEVER_SET else "",
    }  # fmt: skip
    variant = _variant(kind, size, other)
    forms = SHORT.get(kind, WHOLE[variant]) if short and not variant.endswith(("hardly", "wholly")) else WHOLE[variant]
    if isinstance(forms, str):
        return capitalised(language.gettext(forms, **values))
    return capitalised(language.ngettext(*forms, min(size, NEVER), **values))


def counted(kind: str, number: int, language: Language) -> str:
    """How often something of a frequent kind happened."""
    return language.ngettext(*COUNTED[kind], number)


def _variant(kind: str, size: float, other: str) -> str:
    """The kind of sentence: what has no end date, no motive or no size has a sentence without it."""
    if kind == "anchoring_begins" and size > NEVER / 2:
        return f"{kind} without end"
    if kind == "reorganisation" and size >= WHOLLY:
        return f"{kind} wholly"
    if kind == "reorganisation" and size == HALF:
        return f"{kind} half"
    if kind == "activity_handed_over" and not other:
        return f"{kind} outside"
    if size < LEAST_SIZE_SHOWN.get(kind, 0.0):
        return f"{kind} hardly"
    return f"{kind} for" if kind == "organisation_leaves" and other else kind


def _percent(share: float, language: Language) -> str:
    return language.gettext("hardly any") if share < LEAST_SHARE else language.percent(share)
