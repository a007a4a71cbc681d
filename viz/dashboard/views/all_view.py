"""All partnerships of the scenario at once."""

import solara

from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.stage.all_stage import AllStage
from samvirke.viz.dashboard.views.stage import Stage


@solara.component
def AllView(desk: Desk) -> None:  # noqa: N802
    """A glyph for each; a click enters it."""
    address = desk.address.value
    key = (address.scenario, address.arm, address.seed, address.language, address.projector)
    staged = solara.use_memo(lambda: desk.trying(lambda: _staged(desk)), [key])
    if staged is not None:
        Stage(desk, staged, lambda case: _enter(desk, case))


def _staged(desk: Desk) -> AllStage:
    staged = AllStage(desk.session.all(desk.address.peek()), desk.months, desk.words, desk.address.peek().projector)
    staged.shown(desk.month.peek())
    return staged


def _enter(desk: Desk, case: str) -> None:
    """A click on one that has ended asks why."""
    glyphs = desk.session.all(desk.address.peek()).glyphs(desk.month.peek())
    for glyph in glyphs:
        if glyph.case == case:
            desk.enter(case, ask_why=bool(glyph.ended_month))
