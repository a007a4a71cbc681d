"""Texts that stand beside the charts, as markup: what happens, the seven C's, of 100 partnerships."""

from collections.abc import Iterable, Sequence
from typing import Any

from samvirke.analysis.explanation.sentences import COUNTED, counted, sentence_of
from samvirke.analysis.explanation.who import END_REASONS as REASONS_IN_WORDS
from samvirke.analysis.explanation.who import Who
from samvirke.analysis.survey.questionnaire import label_of
from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.agents.partnership import END_REASONS
from samvirke.model.events import RECORDED_KINDS
from samvirke.model.language import language_of
from samvirke.model.levers import LEVERS
from samvirke.model.scenario.resolved import Scenario
from samvirke.viz.charts.colours import PALE, RAMP, ink_on
from samvirke.viz.dashboard.runs.followed_run import FollowedRun
from samvirke.viz.dashboard.runs.frame import Frame
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped

MONTHS_TOLD = 9
OFTEN = tuple(COUNTED)
WEIGHTY = ("key_person_leaves", "organisation_leaves", "partnership_ends", "future_declared", "conflict_breaks_out", "reorganisation",
           "savings_round", "money_won", "application_refused", "lever_set")  # fmt: skip
SCALE_OF_CS = "degree5"
FUTURES: tuple[tuple[str, str, str], ...] = (
    ("=", RAMP[4], "plain"), ("≈", RAMP[3], "plain"), ("→", RAMP[1], "hatched"), ("×", RAMP[0], "hatched"), ("?", PALE, "plain"),
)  # fmt: skip
"""Of each future its sign, its colour, and whether it is hatched: never colour alone."""
BESIDE_EACH_OTHER = 8
"""Of 100: a sign and a number have room beside each other; in less the sign stands above the number."""


def names_of(run: FollowedRun, language: str) -> dict[str, dict[int, str]]:
    """The names of members and key persons by number."""
    who = Who(run.world.template, language_of(language))
    persons = range(len(run.world.template.seats) * GENERATIONS_PER_SEAT)
    members = range(len(run.world.template.organisations))
    return {"organisation": {n: who.organisation(n) for n in members}, "key person": {n: who.key_person(n) for n in persons}}


def ticker(run: FollowedRun, month: int, words: Words) -> str:
    """What has happened lately, the newest first; what happens often is counted."""
    months = sorted({int(event["month"]) for event in run.events(0, month)}, reverse=True)[:MONTHS_TOLD]
    rows = "".join(_month(run, each, words) for each in months)
    return f'<ul class="ticker" aria-live="off">{rows}</ul>' if rows else f"<p>{escaped(words.nothing_yet)}</p>"


def _month(run: FollowedRun, month: int, words: Words) -> str:
    said = sentences_of(run, month, words)
    inside = "".join(f'<span class="{kind}">{escaped(text)}</span>' for kind, text in said)
    return f"<li><b>{escaped(words.month_short.format(month=month))}</b> {inside}</li>"


def sentences_of(run: FollowedRun, month: int, words: Words) -> list[tuple[str, str]]:
    """What happened in a month: `weighty` or `small`, and the sentence."""
    events = run.events(month, month)
    kinds = [RECORDED_KINDS[int(event["kind"])].name for event in events]
    told = [
        ("weighty" if kind in WEIGHTY else "small", in_words(run, event, words.language))
        for kind, event in zip(kinds, events, strict=True)
        if kind not in OFTEN
    ]
    language = language_of(words.language)
    often = [("small", counted(kind, kinds.count(kind), language)) for kind in OFTEN if kind in kinds]
    return [*sorted(told, reverse=True), *often]


def in_words(run: FollowedRun, event: Any, language: str) -> str:
    """One event as a sentence."""
    who = Who(run.world.template, language_of(language))

    def lever(number: int) -> str:
        return lever_name(run.scenario, number, language)

    return sentence_of(event, who.subject(event), who.other(event), lever, language_of(language))


def lever_name(scenario: Scenario, number: int, language: str) -> str:
    """What a lever is called: by the scenario, else as it is declared."""
    name = list(LEVERS)[number]
    declared = scenario.levers.get(name)
    return language_of(language).gettext(LEVERS[name].label) if declared is None else str(getattr(declared.label, language))


def reason_it_ended(run: FollowedRun, language: str) -> str:
    """Why it ended, in words."""
    return language_of(language).gettext(REASONS_IN_WORDS[END_REASONS[int(run.last.partnerships[0]["end_reason"])]])


def seven_cs(run: FollowedRun, frame: Frame, words: Words) -> str:
    """The seven C's: a bar for how they are, and what was answered last."""
    when, given = run.answered(frame.month)
    head = words.cs_answered_in.format(month=when) if when else words.cs_answered
    rows = "".join(
        f'<tr><th scope="row">{escaped(words.cs_names[name])}</th><td>{_bar(value if frame.alive else None)}</td>'
        f"<td>{escaped(_answer(given.get(name, ()), words))}</td></tr>"
        for name, value in frame.seven_cs.items()
    )
    return (
        f'<table class="cs"><thead><tr><th></th><th scope="col">{escaped(words.cs_now)}</th>'
        f'<th scope="col">{escaped(head)}</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _bar(value: float | None) -> str:
    if value is None:
        return "–"
    percent = round(100.0 * value)
    return f'<span class="bar"><span style="width:{percent}%"></span></span> {percent}'


def _answer(codes: Sequence[int], words: Words) -> str:
    """The answer in words; of two, the lower."""
    known = [code for code in codes if code > 0]
    return label_of(SCALE_OF_CS, min(known), words.language) if known else words.cs_not_asked


def of_100(rows: Iterable[tuple[str, Sequence[int]]], words: Words) -> str:
    """Of 100 partnerships, how many have each future: a bar each, its parts numbered, and what the parts are."""
    bars = "".join(f'<div class="row"><span class="name">{escaped(name)}</span>{bar_of_100(counts, words)}</div>' for name, counts in rows)
    return f'<div class="of100">{keys_of_futures(words)}{bars}</div>'


def bar_of_100(counts: Sequence[int], words: Words, beside: int = BESIDE_EACH_OTHER) -> str:
    """One such bar; parts of `beside` and more have room for a sign beside their number."""
    said = escaped(_read_out(counts, words))
    return f'<span class="hundred" role="img" aria-label="{said}">{"".join(_parts(counts, words, beside))}</span>'


def keys_of_futures(words: Words) -> str:
    """What its parts are."""
    keys = "".join(
        f'<span class="key"><i class="{look}" style="background-color:{colour};color:{ink_on(colour)}">{sign}</i>{escaped(text)}</span>'
        for (sign, colour, look), text in zip(FUTURES, words.futures, strict=True)
    )
    return f'<div class="keys">{keys}</div>'


def _read_out(counts: Sequence[int], words: Words) -> str:
    return ", ".join(f"{count} {future}" for count, future in zip(counts, words.futures, strict=True) if count)


def _parts(counts: Sequence[int], words: Words, beside: int) -> Iterable[str]:
    for count, (sign, colour, look), future in zip(counts, FUTURES, words.futures, strict=True):
        room = "narrow" if count < beside else "wide"
        style = f"width:{count}%;background-color:{colour};color:{ink_on(colour)}"
        if count:
            yield f'<span class="{look} {room}" title="{escaped(future)}" style="{style}"><b>{sign}</b> {count}</span>'
