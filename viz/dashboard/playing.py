"""Playing: a month is lived away from the page, drawn, and only when the browser has drawn it comes the next."""

import asyncio
from time import monotonic

from samvirke.viz.dashboard.desk import Desk

SECONDS_A_MONTH = {"slow": 1.0, "normal": 0.4, "fast": 0.12, "fastest": 0.0}
LONGEST_WAIT = 1.0  # seconds, for a browser that does not draw because nobody looks at it
LOOKS = 0.004  # seconds between two looks whether it is drawn


async def play(desk: Desk) -> None:
    """Until somebody pauses, the life is over, or a month fails. While the browser draws a month, the next one is lived."""
    coming: asyncio.Task[None] | None = None
    while desk.playing.peek() and desk.month.peek() < desk.months:
        began = monotonic()
        month = desk.month.peek() + 1
        try:
            await (coming or _simulated_aside(desk))
        except Exception as error:  # noqa: BLE001  (said on the page, never swallowed)
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
    """The next month is being lived."""
    return asyncio.ensure_future(asyncio.to_thread(prepare, desk, min(desk.months, desk.month.peek() + 1)))


def prepare(desk: Desk, month: int) -> None:
    """Live what a month shows, so that it is there when it is drawn."""
    if desk.staged is not None:
        desk.staged.shown(month)


async def _drawn(desk: Desk, month: int) -> None:
    began = monotonic()
    while desk.drawn_beat != month and monotonic() - began < LONGEST_WAIT and desk.playing.peek():
        await asyncio.sleep(LOOKS)
