"""Views that are played month by month: one partnership, with levers moved the same one beside it, and why it went so; all of them."""

from collections.abc import Callable
from dataclasses import replace

import solara

from samvirke.model.language import N_
from samvirke.viz.charts.colours import ACCENT
from samvirke.viz.dashboard.content.all import AllStage
from samvirke.viz.dashboard.content.one import OneStage
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.views.levers import levers_in_words, since
from samvirke.viz.dashboard.views.widgets import Stage, put

ANCHORING = "anchoring_start_month"
WHY_HANGS_ON = ("scenario", "case", "arm", "seed", "language", "tab")
"""Parts of the address that decide what the answer is about."""


@solara.component
def OneView(desk: Desk) -> None:  # noqa: N802
    """The sentence, the network, its measures, what happens, the seven C's; and why."""
    address = desk.address.value
    key = (address.scenario, address.case, address.arm, address.seed, tuple(address.levers.items()), address.branch, address.language)
    staged = solara.use_memo(lambda: desk.trying(lambda: _one(desk)), [key, address.projector])
    if staged is None:
        return
    if staged.other is not None:
        with solara.Div(classes=["row-of", "turned"]):
            solara.Text(levers_in_words(desk))
            solara.Button(desk.language.gettext("Reset the levers"), on_click=lambda: desk.turn({}), outlined=True)
        begun = staged.run.anchoring_began(address.branch)
        if begun and ANCHORING in address.levers:
            wording = N_(
                "Planning for the time after the grant already began in month {month}; a deadline for it changes nothing from here on."
            )
            put(desk.language.gettext(wording, month=begun), classes="soft")
    Stage(desk, staged, lambda _name: None)
    if staged.other is None:
        WhyView(desk)


def _one(desk: Desk) -> OneStage:
    """The run and the one beside it, simulated up to the month that is shown."""
    address = desk.address.peek()
    run, other = desk.session.run(address), desk.session.other_run(address)
    staged = OneStage(desk.session.scenario(address), run, other, since(desk), desk.language, address.projector)
    staged.shown(desk.month.peek())
    return staged


@solara.component
def AllView(desk: Desk) -> None:  # noqa: N802
    """A glyph for each; a click enters it."""
    address = desk.address.value
    key = (address.scenario, address.arm, address.seed, address.language, address.projector)
    staged = solara.use_memo(lambda: desk.trying(lambda: _all(desk)), [key])
    if staged is not None:
        Stage(desk, staged, lambda case: _enter(desk, case))


def _all(desk: Desk) -> AllStage:
    staged = AllStage(desk.session.all(desk.address.peek()), desk.months, desk.language, desk.address.peek().projector)
    staged.shown(desk.month.peek())
    return staged


def _enter(desk: Desk, case: str) -> None:
    """A click on one that has ended opens its explanation."""
    glyphs = desk.session.all(desk.address.peek()).glyphs(desk.month.peek())
    for glyph in glyphs:
        if glyph.case == case:
            desk.enter(case, ask_why=bool(glyph.ended_month))


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
    """Computed on request only, and anew for each run."""
    _, address = desk.language.gettext, desk.shown_address()
    this, asked, asked_of = desk.this_run(), desk.why_asked.value, desk.address.value
    done, tell = solara.use_state(0)

    def note(steps: int, of: int) -> None:
        desk.still(asked_of, *WHY_HANGS_ON)
        tell(100 * steps // of)

    def answer() -> str | None:
        if asked != this:
            return None
        from samvirke.viz.dashboard.content.why import explained, why_markup  # a second to import, only where an explanation is shown

        scenario, here = desk.session.scenario(address), replace(address, month=desk.month.peek())
        return desk.trying(lambda: why_markup(explained(scenario, here, note), here, desk.language))

    task = solara.lab.use_task(answer, dependencies=[this, asked])
    if asked != this:
        with solara.Div(classes=["row-of", "why-asked"]):
            solara.Button(_("Why did it go like that?"), on_click=lambda: desk.why_asked.set(this), outlined=True)
    elif not task.finished:
        with solara.Div(classes=["why"]):
            put(_("The run is computed again many thousand times to see what mattered. That takes a moment …"), aria_live="polite")
            solara.ProgressLinear(value=done, color=ACCENT)
    elif task.value:
        put(task.value, "div", "why", aria_live="polite")
