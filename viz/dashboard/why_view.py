"""A button that asks why, and what it answers."""

import solara

from viz.dashboard.desk import Desk
from viz.dashboard.why_side import explained, why_markup


@solara.component
def WhyView(desk: Desk) -> None:  # noqa: N802
    """Nothing is lived again before somebody asks; another life, and the question is open anew."""
    words, address = desk.words, desk.shown_address()
    this, asked = desk.this_life(), desk.why_asked.value

    def answer() -> str | None:
        if asked != this:
            return None
        scenario = desk.session.scenario(address)
        return desk.trying(lambda: why_markup(explained(scenario, address.case, address.seed, address.arm, address.language), words))

    task = solara.lab.use_task(answer, dependencies=[this, asked])
    classes = ["why", "above"] if desk.why_above else ["why"]
    if asked != this:
        with solara.Div(classes=["row-of"]):
            solara.Button(words.why, on_click=lambda: _ask(desk), outlined=True)
    elif not task.finished:
        solara.HTML(tag="p", classes=classes, unsafe_innerHTML=words.why_wait, attributes={"aria-live": "polite"})
    elif task.value:
        solara.HTML(tag="div", classes=classes, unsafe_innerHTML=task.value, attributes={"aria-live": "polite"})


def _ask(desk: Desk) -> None:
    desk.why_above = False
    desk.why_asked.set(desk.this_life())
