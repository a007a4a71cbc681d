"""All partnerships of the scenario at once."""

from typing import Any

import solara

from viz.dashboard import all_option as picture
from viz.dashboard.desk import Desk
from viz.dashboard.sentences import of_all


@solara.component
def AllView(desk: Desk) -> None:  # noqa: N802
    """A glyph for each; a click enters it."""
    words, month = desk.words, desk.month.value
    everybody = desk.trying(lambda: desk.session.all(desk.address.value))
    if everybody is None:
        return
    glyphs, said = everybody.glyphs(month), of_all(everybody, month, words)
    solara.HTML(tag="p", classes=["sentence"], unsafe_innerHTML=said)
    height = picture.ROW * picture.rows_of(glyphs)
    attributes = {"style": f"width: {picture.WIDTH}px; height: {height}px;", "role": "img", "aria-label": said}
    solara.FigureEcharts(option=picture.all_option(glyphs, words), on_click=lambda at: _enter(desk, at), attributes=attributes)
    solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=f"{words.glyphs} {words.not_a_verdict}")


def _enter(desk: Desk, at: Any) -> None:
    if at and at.get("name"):
        desk.enter(at["name"])
