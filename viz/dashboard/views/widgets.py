"""Widgets that Solara lacks: text that is escaped, charts, keys, and the stage, which changes with the month.

Solara compares every widget of a page whenever one value changes: measured, 16 ms of the server and eight messages for a month. On the
stage a month is one message with only what differs from the month before it: texts, the series of a chart that changed, how far a
line is revealed. What stays (axes, names, whole lines) is sent once, when the run, the language or the view changes.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import solara
from markupsafe import escape

from samvirke.viz.dashboard.content.one import Shown, Staged
from samvirke.viz.dashboard.desk import Desk


def put(text: str, tag: str = "p", classes: str = "", **attributes: str) -> None:
    """Put a text on the page: as it is if it comes from a template, escaped if not. No other place puts markup there."""
    named = {name.replace("_", "-"): value for name, value in attributes.items()}
    solara.HTML(tag=tag, classes=classes.split(), unsafe_innerHTML=str(escape(text)), attributes=named)


@solara.component_vue("keys.vue")
def Keys(  # noqa: N802  (a component)
    query: str,
    language: str,
    title: str,
    event_pressed: Callable[[str], None],
    event_returned: Callable[[str], None],
) -> None:
    """Keys, the address and Back. `query` is the query of the address; `event_returned` gets the query after a step back."""


@solara.component_vue("chart.vue")
def _Chart(option: str, label: str, width: int, height: int) -> None:  # noqa: N802
    """A chart in the browser: ECharts, from the same assets that Solara's own figure uses."""


def chart(option: dict[str, Any], label: str, width: int, height: int) -> None:
    """Put a chart on the page; `label` is its text for screen readers."""
    _Chart(option=as_text(option), label=label, width=width, height=height)


@solara.component_vue("stage.vue")
def _Stage(  # noqa: N802
    stage: str,
    event_drawn: Callable[[int], None],
    event_moved: Callable[[int], None],
    event_clicked: Callable[[str], None],
) -> None:
    """The stage in the browser."""


@dataclass
class Messenger:
    """Tells the browser what differs from what it shows."""

    desk: Desk
    staged: Staged
    told: Shown = field(default_factory=dict)
    month: int = -1
    widget: Any = None

    def whole(self) -> str:
        """The stage at the month that is shown, as a text."""
        self.month = self.desk.month.peek()
        self.told = self.staged.shown(self.month)
        content = {"skeleton": self.staged.skeleton(), "pictures": self.staged.pictures(), "frame": self.told}
        return as_text(content | {"month": self.month, "query": self.desk.query_at(self.month)})

    def tell(self, month: int) -> None:
        """Another month."""
        shown = self.desk.trying(lambda: self.staged.shown(month))
        if shown is None or self.widget is None:
            return
        new = {key: content for key, content in shown.items() if key not in self.told or self.told[key] != content}
        self.told, self.month = shown, month
        self.widget.send({"method": "show", "args": [month, self.desk.query_at(month), new]})

    def drawn(self, month: int) -> None:
        """The browser has drawn a month; if it was not the last one sent, some were missed, and everything is sent."""
        if month != self.month:
            self.told = {}
            if not self.desk.playing.peek():
                self.tell(self.desk.month.peek())
        self.desk.drawn_beat = month


def as_text(content: Any) -> str:
    """A text for the browser. As a dictionary it would be walked through, entry by entry, whenever anything on the page changes."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


@solara.component
def Stage(desk: Desk, staged: Staged, clicked: Callable[[str], None]) -> None:  # noqa: N802
    """Put it on the page; `staged` must be the same object as long as the same is shown."""
    messenger = solara.use_memo(lambda: Messenger(desk, staged), [id(staged)])
    whole = solara.use_memo(messenger.whole, [id(staged)])
    stage = _Stage(stage=whole, event_drawn=messenger.drawn, event_moved=desk.slide_to, event_clicked=clicked)

    def listen() -> Callable[[], None]:
        messenger.widget, desk.staged = solara.get_widget(stage), staged
        return desk.month.subscribe(messenger.tell)

    solara.use_effect(listen, [id(staged)])
