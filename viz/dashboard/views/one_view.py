"""One partnership as it lives; with levers turned, the same partnership beside it."""

import solara

from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.stage.one_stage import OneStage
from samvirke.viz.dashboard.views.lever_rows import levers_in_words
from samvirke.viz.dashboard.views.stage import Stage
from samvirke.viz.dashboard.views.why_view import WhyView

ANCHORING = "anchoring_start_month"


@solara.component
def OneView(desk: Desk) -> None:  # noqa: N802
    """The sentence, the network, the course, what happens, the seven C's; and why."""
    address = desk.address.value
    key = (address.scenario, address.case, address.arm, address.seed, tuple(address.levers.items()), address.branch, address.language)
    staged = solara.use_memo(lambda: desk.trying(lambda: _staged(desk)), [key, address.projector])
    if staged is None:
        return
    if staged.other is not None:
        with solara.Div(classes=["row-of", "turned"]):
            solara.Text(levers_in_words(desk))
            solara.Button(desk.words.unset_all, on_click=lambda: desk.turn({}), outlined=True)
        begun = staged.run.anchoring_began(address.branch)
        if begun and ANCHORING in address.levers:
            solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=desk.words.anchoring_has_begun.format(month=begun))
    Stage(desk, staged, lambda _name: None)
    if staged.other is None:
        WhyView(desk)


def _staged(desk: Desk) -> OneStage:
    """The life and the one beside it, lived up to the month that is shown."""
    address, words = desk.address.peek(), desk.words
    since = words.with_levers_since.format(month=address.branch + 1) if address.branch else words.with_levers
    run, other = desk.session.run(address), desk.session.other_run(address)
    staged = OneStage(desk.session.scenario(address), run, other, since, words, address.projector)
    staged.shown(desk.month.peek())
    return staged
