"""A button that asks why, and what it answers."""

import solara

from viz.dashboard.desk import Desk
from viz.dashboard.why_side import explained, why_markup


@solara.component
def WhyView(desk: Desk) -> None:  # noqa: N802
    """Nothing is lived again before somebody asks; another life, and the question is open anew."""
    words, address = desk.words, desk.shown_address()
    this = (address.scenario, address.case, address.arm, address.seed, address.language)
    asked, ask = solara.use_state(())

    def answer() -> str | None:
        if asked != this:
            return None
        scenario = desk.session.scenario(address)
        return desk.trying(lambda: why_markup(explained(scenario, address.case, address.seed, address.arm, address.language), words))

    task = solara.lab.use_task(answer, dependencies=[this, asked])
    if asked != this:
        with solara.Div(classes=["row-of"]):
            solara.Button(words.why, on_click=lambda: ask(this), outlined=True)
    elif not task.finished:
        solara.HTML(tag="p", classes=["why"], unsafe_innerHTML=words.why_wait, attributes={"aria-live": "polite"})
    elif task.value:
        solara.HTML(tag="div", classes=["why"], unsafe_innerHTML=task.value, attributes={"aria-live": "polite"})
