"""The scenario's variants side by side."""

from dataclasses import replace

import solara

from samvirke.viz.charts.colours import ACCENT
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.views.what_if_view import MeasureAsked
from samvirke.viz.dashboard.words.case_names import case_named
from samvirke.viz.dashboard.words.glossary import folded
from samvirke.viz.page.pieces import escaped

HANGS_ON = ("scenario", "case", "seed", "tab")
"""Parts of the address that decide what is compared."""


@solara.component
def CompareView(desk: Desk) -> None:  # noqa: N802
    """What each variant changes for the partnership that is looked at."""
    words, address = desk.words, desk.address.value
    (done, of), tell = solara.use_state((0, 0))
    key = tuple(getattr(address, part) for part in HANGS_ON)

    def so_far(simulated: int, of_all: int) -> None:
        desk.still(address, *HANGS_ON)
        tell((simulated, of_all))

    task = solara.lab.use_task(lambda: desk.trying(lambda: desk.session.arms(address, so_far)), dependencies=[key])
    name = case_named(desk.shown_address().case, words.language)
    solara.HTML(tag="p", classes=["sentence"], unsafe_innerHTML=escaped(words.compare_explained.format(name=name)))
    if task.finished and task.value is not None:
        from samvirke.viz.dashboard.views.compare_side import compare_markup  # a moment that only who compares waits for

        MeasureAsked(desk)
        here = replace(address, month=desk.month.value)
        told = compare_markup(desk.session.scenario(address), task.value, desk.measure_asked(), here, words)
        solara.HTML(tag="div", classes=["compared"], unsafe_innerHTML=told + folded(words, "what-if"))
    elif task.pending:
        solara.HTML(tag="p", unsafe_innerHTML=words.comparing.format(done=done, of=of) if of else words.counting)
        solara.ProgressLinear(value=100.0 * done / of if of else True, color=ACCENT)
