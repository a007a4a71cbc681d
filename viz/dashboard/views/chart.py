"""A chart on the page: ECharts, from the same assets that Solara's own figure uses.

The description travels as one text. As a dictionary it would be walked through, entry by entry, whenever anything on the page
changes: measured, that alone took two thirds of the time between two months.
"""

import json
from typing import Any

import solara


@solara.component_vue("chart.vue")
def _Chart(option: str, label: str, width: int, height: int) -> None:  # noqa: N802
    """The chart in the browser."""


def chart(option: dict[str, Any], label: str, width: int, height: int) -> None:
    """Put a chart on the page; `label` says it to who cannot see it."""
    text = json.dumps(option, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    _Chart(option=text, label=label, width=width, height=height)
