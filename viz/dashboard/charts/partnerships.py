"""All partnerships of a scenario in one month: a glyph for each, in the order they are given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any

from samvirke.model.language import Language
from samvirke.viz.charts.colours import INK, OUTSIDE, SOFT_INK, colour_at, ink_on
from samvirke.viz.dashboard.charts.room import FONT
from samvirke.viz.dashboard.names import citizens, organisations, volunteers
from samvirke.viz.dashboard.runs.all_partnerships import Glyph

Names = Mapping[str, str]
"""By the id of each partnership."""
CITIZENS_OF_THE_LARGEST = 300.0
MOST_LETTERS = 22


@dataclass(frozen=True)
class Grid:
    """A cell for each partnership; sizes in pixels. `smallest` and `largest` are of glyphs."""

    columns: int
    width: int
    row: int
    smallest: float
    largest: float
    letters: int
    most_letters: int = MOST_LETTERS

    def rows(self, partnerships: int) -> int:
        """How many rows they fill."""
        return -(-partnerships // self.columns)

    def place(self, number: int) -> tuple[int, int]:
        """Column and row of a partnership."""
        return number % self.columns, number // self.columns


ON_A_DESK = Grid(8, 1220, 118, 34.0, 74.0, 13)
ON_A_WALL = Grid(8, 1030, 100, 33.0, 46.0, 14, most_letters=17)


def all_option(glyphs: Sequence[Glyph], names: Names, grid: Grid, language: Language) -> dict[str, Any]:
    """The chart; each glyph's name is the case's id, so that a click identifies it."""
    tooltip = {"textStyle": {"fontSize": 14}, "confine": True}
    series = [{"type": "scatter", "name": "glyphs", "data": glyphs_of(glyphs, names, grid, language)}]
    return _axes(len(glyphs), grid) | {"tooltip": tooltip, "series": series}


def names_option(glyphs: Sequence[Glyph], names: Names, grid: Grid) -> dict[str, Any]:
    """What they are called: the same in every month."""
    data = [_name(names[each.case], at, grid) for at, each in enumerate(glyphs)]
    return _axes(len(glyphs), grid) | {"series": [{"type": "scatter", "symbolSize": 0, "silent": True, "data": data}]}


def glyphs_of(glyphs: Sequence[Glyph], names: Names, grid: Grid, language: Language) -> list[dict[str, Any]]:
    """The glyphs of a month."""
    return [_glyph(each, at, names, grid, language) for at, each in enumerate(glyphs)]


def _axes(partnerships: int, grid: Grid) -> dict[str, Any]:
    return {
        "animation": False,
        "textStyle": {"fontFamily": FONT},
        "grid": {"left": 0, "right": 0, "top": 0, "bottom": 0},
        "xAxis": {"min": 0, "max": grid.columns, "show": False, "type": "value"},
        "yAxis": {"min": 0, "max": grid.rows(partnerships), "show": False, "type": "value", "inverse": True},
    }


def _glyph(glyph: Glyph, at: int, names: Names, grid: Grid, language: Language) -> dict[str, Any]:
    ended, (column, row) = bool(glyph.ended_month), grid.place(at)
    colour = "#ffffff" if ended else colour_at(glyph.trust)
    edge = SOFT_INK if ended else OUTSIDE if glyph.somebody_left else INK
    size = grid.smallest + (grid.largest - grid.smallest) * min(1.0, glyph.citizens / CITIZENS_OF_THE_LARGEST) ** 0.5
    return {
        "name": glyph.case,
        "value": [column + 0.5, row + grid.largest / 2 / grid.row + 0.04],
        "symbolSize": grid.smallest if ended else round(size, 1),
        "itemStyle": {
            "color": colour, "borderColor": edge, "borderWidth": 5 if glyph.somebody_left and not ended else 1.5,
            "borderType": "dashed" if ended else "solid",
        },
        "label": {
            "show": True, "formatter": "×" if ended else language.number(100.0 * glyph.trust), "fontSize": 17, "fontWeight": "bold",
            "color": SOFT_INK if ended else ink_on(colour),
        },
        "tooltip": {"formatter": escape(wording(glyph, names, language))},
    }  # fmt: skip


def _name(name: str, at: int, grid: Grid) -> dict[str, Any]:
    column, row = grid.place(at)
    wording = {"formatter": in_lines(name, grid), "fontSize": grid.letters, "lineHeight": grid.letters + 1}
    label = {"show": True, "color": INK, "position": "inside", "verticalAlign": "top", **wording}
    return {"value": [column + 0.5, row + grid.largest / grid.row + 0.08], "label": label}


def in_lines(name: str, grid: Grid) -> str:
    """A name in as many lines as it takes."""
    return "\n".join(wrap(name, grid.most_letters, break_long_words=False))


def wording(glyph: Glyph, names: Names, language: Language) -> str:
    """A glyph in words."""
    name, _ = names[glyph.case], language.gettext
    if glyph.ended_month:
        return _("{partnership}: ended in month {month}", partnership=name, month=glyph.ended_month)
    here = organisations(glyph.organisations, language), volunteers(glyph.volunteers, language), citizens(glyph.citizens, language)
    if glyph.somebody_left:
        return _("{partnership}: {those_who_take_part} · a key person has just left", partnership=name, those_who_take_part=", ".join(here))
    return f"{name}: {', '.join(here)}"
