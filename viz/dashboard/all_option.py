"""All partnerships of a scenario in one month: a glyph for each, in the order of the scenario."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from viz.colours import INK, OUTSIDE, SOFT_INK, colour_at, ink_on
from viz.dashboard.all_partnerships import Glyph
from viz.dashboard.case_names import case_named
from viz.dashboard.letters import LETTERS
from viz.dashboard.words import Words

COLUMNS = 8
WIDTH, ROW = 1220, 118
SMALLEST, LARGEST = 34.0, 74.0
CITIZENS_OF_THE_LARGEST = 300.0
MOST_LETTERS = 22


def rows_of(partnerships: int) -> int:
    """How many rows they fill."""
    return -(-partnerships // COLUMNS)


def all_option(glyphs: Sequence[Glyph], words: Words) -> dict[str, Any]:
    """The chart; each glyph's name is the case's id, so that a click tells which it is."""
    tooltip = {"textStyle": {"fontSize": 14}, "confine": True}
    return _frame(len(glyphs)) | {"tooltip": tooltip, "series": [{"type": "scatter", "name": "glyphs", "data": glyphs_of(glyphs, words)}]}


def names_option(glyphs: Sequence[Glyph]) -> dict[str, Any]:
    """What they are called: the same in every month."""
    names = [_name(each, at) for at, each in enumerate(glyphs)]
    return _frame(len(glyphs)) | {"series": [{"type": "scatter", "symbolSize": 0, "silent": True, "data": names}]}


def glyphs_of(glyphs: Sequence[Glyph], words: Words) -> list[dict[str, Any]]:
    """The glyphs of a month."""
    return [_glyph(each, at, words) for at, each in enumerate(glyphs)]


def _frame(partnerships: int) -> dict[str, Any]:
    return {
        "animation": False,
        "textStyle": {"fontFamily": LETTERS},
        "grid": {"left": 0, "right": 0, "top": 0, "bottom": 0},
        "xAxis": {"min": 0, "max": min(COLUMNS, max(1, partnerships)), "show": False, "type": "value"},
        "yAxis": {"min": 0, "max": rows_of(partnerships), "show": False, "type": "value", "inverse": True},
    }


def _glyph(glyph: Glyph, at: int, words: Words) -> dict[str, Any]:
    ended = bool(glyph.ended_month)
    colour = "#ffffff" if ended else colour_at(glyph.trust)
    edge = SOFT_INK if ended else OUTSIDE if glyph.somebody_left else INK
    size = SMALLEST + (LARGEST - SMALLEST) * min(1.0, glyph.citizens / CITIZENS_OF_THE_LARGEST) ** 0.5
    return {
        "name": glyph.case,
        "value": [at % COLUMNS + 0.5, at // COLUMNS + 0.38],
        "symbolSize": SMALLEST if ended else round(size, 1),
        "itemStyle": {
            "color": colour, "borderColor": edge, "borderWidth": 5 if glyph.somebody_left and not ended else 1.5,
            "borderType": "dashed" if ended else "solid",
        },
        "label": {
            "show": True, "formatter": "×" if ended else f"{100.0 * glyph.trust:.0f}", "fontSize": 17, "fontWeight": "bold",
            "color": SOFT_INK if ended else ink_on(colour),
        },
        "tooltip": {"formatter": _said(glyph, words)},
    }  # fmt: skip


def _name(glyph: Glyph, at: int) -> dict[str, Any]:
    label = {"show": True, "formatter": in_two_lines(glyph.case), "fontSize": 13, "lineHeight": 15, "color": INK, "position": "inside"}
    return {"value": [at % COLUMNS + 0.5, at // COLUMNS + 0.87], "label": label}


def in_two_lines(case: str) -> str:
    """A case's name in at most two lines, cut where it is long."""
    return "\n".join(wrap(case_named(case), MOST_LETTERS, max_lines=2, placeholder=" …"))


def _said(glyph: Glyph, words: Words) -> str:
    name = case_named(glyph.case)
    if glyph.ended_month:
        return f"{name}: {words.ended_glyph.format(month=glyph.ended_month)}"
    counts = {"organisations": glyph.organisations, "volunteers": glyph.volunteers, "citizens": glyph.citizens}
    said = ", ".join(words.so_many(what, number) for what, number in counts.items())
    return f"{name}: {said}" + (f" · {words.left_glyph}" if glyph.somebody_left else "")
