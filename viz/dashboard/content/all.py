"""All partnerships month by month: a glyph for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from samvirke.model.language import Language
from samvirke.viz.dashboard.charts import partnerships as glyphs
from samvirke.viz.dashboard.content.glossary import folded
from samvirke.viz.dashboard.content.one import Shown
from samvirke.viz.dashboard.content.texts import of_all, part, when
from samvirke.viz.dashboard.names import partnerships_named
from samvirke.viz.dashboard.runs.all_partnerships import AllPartnerships, Glyph

NAME = "all"


@dataclass(eq=False)
class AllStage:
    """One run of them all; `large` are letters for a wall."""

    everybody: AllPartnerships
    months: int
    language: Language
    large: bool = False

    def __post_init__(self) -> None:
        self._grid = glyphs.ON_A_WALL if self.large else glyphs.ON_A_DESK
        self._names = partnerships_named(self.everybody.scenario, self.language)
        self._order = {case: place for place, case in enumerate(self._names)}
        self.shown = lru_cache(maxsize=4)(self._shown)

    def skeleton(self) -> Markup:
        """The sentence, the glyphs, and how to read them; for the keyboard a button over each glyph."""
        height = self._grid.row * self._grid.rows(len(self.everybody.monthly))
        return part(
            "stage.jinja", "all", self.language,
            months=self.months, width=self._grid.width, height=height, cells=self._cells(height), glossary=folded(self.language, "all"),
        )  # fmt: skip

    def pictures(self) -> dict[str, list[dict[str, Any]]]:
        """Their names behind, the glyphs before them."""
        first = self._glyphs(0)
        names = {"name": "names", "option": glyphs.names_option(first, self._names, self._grid)}
        return {NAME: [names, {"name": NAME, "option": glyphs.all_option(first, self._names, self._grid, self.language)}]}

    def _glyphs(self, month: int) -> list[Glyph]:
        """All of them in the order of their names."""
        return sorted(self.everybody.glyphs(month), key=lambda each: self._order[each.case])

    def _cells(self, height: int) -> Iterator[tuple[str, float, float, float, float]]:
        """Of each partnership its id and where its button stands, in percent: left, top, width, height."""
        wide, tall = 100.0 / self._grid.columns, 100.0 * self._grid.row / height
        for number, glyph in enumerate(self._glyphs(0)):
            column, row = self._grid.place(number)
            yield glyph.case, round(column * wide, 2), round(row * tall, 2), round(wide, 2), round(tall, 2)

    def _shown(self, month: int) -> Shown:
        """What a month shows."""
        seen = self._glyphs(month)
        return {
            "text:when": escape(when(self.everybody.scenario, month, self.months, self.language)),
            "text:said": escape(of_all(self.everybody, month, self.language)),
            f"series:{NAME}:glyphs": {"data": glyphs.glyphs_of(seen, self._names, self._grid, self.language)},
        } | {f"text:glyph-{number}": escape(glyphs.wording(each, self._names, self.language)) for number, each in enumerate(seen)}
