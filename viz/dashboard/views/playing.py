"""Playing: a month is simulated in the background, drawn, and only when the browser has drawn it comes the next. And its buttons."""

import asyncio
from collections.abc import Callable
from time import monotonic

import solara

from samvirke.model.language import N_
from samvirke.viz.dashboard.desk import Desk

SPEEDS: dict[str, str] = {"slow": N_("Slow"), "normal": N_("Normal"), "fast": N_("Fast"), "fastest": N_("Fastest")}

SECONDS_A_MONTH = {"slow": 1.0, "normal": 0.4, "fast": 0.12, "fastest": 0.0}
LONGEST_WAIT = 1.0  # seconds, for a browser that does not draw because its tab is hidden
LOOKS = 0.004  # seconds between two looks whether it is drawn


async def play(desk: Desk) -> None:
    """Until it is paused, the run is over, or a month fails. While the browser draws a month, the next one is simulated."""
    coming: asyncio.Task[None] | None = None
    while desk.playing.peek() and desk.month.peek() < desk.months:
        began = monotonic()
        month = desk.month.peek() + 1
        try:
            await (coming or _simulated_aside(desk))
        except Exception as error:  # noqa: BLE001  (shown on the page, never swallowed)
            desk.fail(error)
            return
        if not desk.playing.peek():
            return
        desk.month.set(month)
        coming = _simulated_aside(desk)
        await _drawn(desk, month)
        await asyncio.sleep(max(0.001, SECONDS_A_MONTH[desk.speed.peek()] - (monotonic() - began)))
    if coming is not None:
        await asyncio.wait([coming])
    if desk.month.peek() >= desk.months:
        desk.playing.set(False)


def _simulated_aside(desk: Desk) -> asyncio.Task[None]:
    """The next month is being simulated."""
    return asyncio.ensure_future(asyncio.to_thread(prepare, desk, min(desk.months, desk.month.peek() + 1)))


def prepare(desk: Desk, month: int) -> None:
    """Simulate what a month shows, so that it is there when it is drawn."""
    if desk.staged is not None:
        desk.staged.shown(month)


async def _drawn(desk: Desk, month: int) -> None:
    began = monotonic()
    while desk.drawn_beat != month and monotonic() - began < LONGEST_WAIT and desk.playing.peek():
        await asyncio.sleep(LOOKS)


@solara.component
def Controls(desk: Desk) -> None:  # noqa: N802
    """Buttons, and the task that plays."""
    _, playing = desk.language.gettext, desk.playing.value

    async def on() -> None:
        await play(desk)

    solara.lab.use_task(on, dependencies=[playing], prefer_threaded=True)
    with solara.Div(classes=["row-of", "controls"]):
        _button("|◀", _("To the beginning"), lambda: desk.go_by(-desk.months))
        _button("−1", _("One month back"), lambda: desk.go_by(-1))
        solara.Button(("❚❚ " + _("Pause")) if playing else ("▶ " + _("Play")), on_click=desk.play_or_pause, classes=["chosen"])
        _button("+1", _("One month on"), lambda: desk.go_by(1))
        _button("▶|", _("To the end"), lambda: desk.go_by(desk.months))
        for speed, wording in SPEEDS.items():
            chosen = desk.speed.value == speed
            attributes = {"aria-pressed": "true" if chosen else "false", "aria-label": _("Speed: {speed}", speed=_(wording))}
            solara.Button(
                _(wording), on_click=lambda speed=speed: desk.speed.set(speed), text=True, classes=["chosen"] if chosen else [],
                attributes=attributes,
            )  # fmt: skip


def _button(sign: str, label: str, on_click: Callable[[], None]) -> None:
    solara.Button(sign, on_click=on_click, outlined=True, classes=["small"], attributes={"aria-label": label, "title": label})
