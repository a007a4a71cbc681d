"""Playing, stepping and speed."""

from typing import Any

import solara

from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.playing import play
from samvirke.viz.dashboard.runs.address import SPEEDS


@solara.component
def Controls(desk: Desk) -> None:  # noqa: N802
    """Buttons, and the task that plays."""
    words, playing = desk.words, desk.playing.value

    async def on() -> None:
        await play(desk)

    solara.lab.use_task(on, dependencies=[playing], prefer_threaded=True)
    with solara.Div(classes=["row-of", "controls"]):
        _button("|◀", words.to_the_start, lambda: desk.go_by(-desk.months))
        _button("−1", words.back, lambda: desk.go_by(-1))
        solara.Button(("❚❚ " + words.pause) if playing else ("▶ " + words.play), on_click=desk.play_or_pause, classes=["chosen"])
        _button("+1", words.step, lambda: desk.go_by(1))
        _button("▶|", words.to_the_end, lambda: desk.go_by(desk.months))
        for speed in SPEEDS:
            chosen = desk.speed.value == speed
            attributes = {"aria-pressed": "true" if chosen else "false", "aria-label": f"{words.speed}: {words.speeds[speed]}"}
            solara.Button(
                words.speeds[speed], on_click=lambda speed=speed: desk.speed.set(speed), text=True, classes=["chosen"] if chosen else [],
                attributes=attributes,
            )  # fmt: skip


def _button(sign: str, label: str, on_click: Any) -> None:
    solara.Button(sign, on_click=on_click, outlined=True, classes=["small"], attributes={"aria-label": label, "title": label})
