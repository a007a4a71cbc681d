"""Why a life went as it did: a button beside the sentence, and what it answers."""

from collections.abc import Callable
from dataclasses import replace

import solara

from samvirke.viz.charts.colours import ACCENT
from samvirke.viz.dashboard.desk import Desk

HANGS_ON = ("scenario", "case", "arm", "seed", "language", "tab")
"""Parts of the address that decide what the answer is about."""


@solara.component
def WhyView(desk: Desk) -> None:  # noqa: N802
    """Offered from the month on in which it is decided: before that it would give the ending away."""
    run = desk.session.run(desk.address.value)
    first = min(run.ended_month, run.grant_end or run.months)
    decided, decide = solara.use_state(False)

    def follow() -> Callable[[], None]:
        decide(desk.month.peek() >= first)
        return desk.month.subscribe(lambda month: decide(month >= first))

    solara.use_effect(follow, [first])
    if decided:
        Why(desk)


@solara.component
def Why(desk: Desk) -> None:  # noqa: N802
    """Nothing is lived again before somebody asks; another life, and the question is open anew."""
    words, address = desk.words, desk.shown_address()
    this, asked, asked_of = desk.this_run(), desk.why_asked.value, desk.address.value
    done, tell = solara.use_state(0)

    def note(steps: int, of: int) -> None:
        desk.still(asked_of, *HANGS_ON)
        tell(100 * steps // of)

    def answer() -> str | None:
        if asked != this:
            return None
        from samvirke.viz.dashboard.views.why_side import explained, why_markup  # a second that only who asks why waits for

        scenario, here = desk.session.scenario(address), replace(address, month=desk.month.peek())
        return desk.trying(lambda: why_markup(explained(scenario, here, note), here, words))

    task = solara.lab.use_task(answer, dependencies=[this, asked])
    if asked != this:
        with solara.Div(classes=["row-of", "why-asked"]):
            solara.Button(words.why, on_click=lambda: desk.why_asked.set(this), outlined=True)
    elif not task.finished:
        with solara.Div(classes=["why"]):
            solara.HTML(tag="p", unsafe_innerHTML=words.why_wait, attributes={"aria-live": "polite"})
            solara.ProgressLinear(value=done, color=ACCENT)
    elif task.value:
        solara.HTML(tag="div", classes=["why"], unsafe_innerHTML=task.value, attributes={"aria-live": "polite"})
