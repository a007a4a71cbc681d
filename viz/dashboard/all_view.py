"""All partnerships of the scenario at once."""

import solara

from viz.dashboard import all_option as picture
from viz.dashboard.chart import chart
from viz.dashboard.desk import Desk
from viz.dashboard.sentences import of_all


@solara.component
def AllView(desk: Desk, month: int) -> None:  # noqa: N802
    """A glyph for each; a click enters it."""
    words = desk.words
    everybody = desk.trying(lambda: desk.session.all(desk.address.value))
    if everybody is None:
        return
    glyphs, said = everybody.glyphs(month), of_all(everybody, month, words)
    solara.HTML(tag="p", classes=["sentence"], unsafe_innerHTML=said)
    height = picture.ROW * picture.rows_of(glyphs)
    chart(picture.all_option(glyphs, words), said, picture.WIDTH, height, lambda case: _enter(desk, case))
    solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=f"{words.glyphs} {words.not_a_verdict}")


def _enter(desk: Desk, case: str) -> None:
    if case:
        desk.enter(case)
