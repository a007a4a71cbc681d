"""All partnerships on the stage: a glyph for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from samvirke.viz.dashboard.pictures import all_option as glyphs
from samvirke.viz.dashboard.runs.all_partnerships import AllPartnerships, Glyph
from samvirke.viz.dashboard.stage.sentences import of_all, when
from samvirke.viz.dashboard.stage.stage_markup import month_slider, picture, text
from samvirke.viz.dashboard.stage.staged import Shown
from samvirke.viz.dashboard.words.case_names import alphabetically
from samvirke.viz.dashboard.words.glossary import folded
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped

NAME = "all"


@dataclass(eq=False)
class AllStage:
    """One life of them all; `large` are letters for a wall."""

    everybody: AllPartnerships
    months: int
    words: Words
    large: bool = False

    def __post_init__(self) -> None:
        self._grid = glyphs.ON_A_WALL if self.large else glyphs.ON_A_DESK
        names = alphabetically((each.case for each in self.everybody.glyphs(0)), self.words.language)
        self._places = {case: place for place, case in enumerate(names)}
        self.shown = lru_cache(maxsize=4)(self._shown)

    def skeleton(self) -> str:
        """The sentence, the glyphs, and how to read them; for the keyboard a button over each glyph."""
        height = self._grid.row * self._grid.rows(len(self.everybody.monthly))
        read = f'<p class="soft">{escaped(f"{self.words.glyphs} {self.words.not_a_verdict}")}</p>'
        drawn = picture(NAME, self.words.tabs["all"], self._grid.width, height)
        enter = f'<div class="enter" style="width:{self._grid.width}px;height:{height}px">{"".join(self._buttons(height))}</div>'
        said = text("said", "p", "sentence")
        return f'{month_slider(self.months, self.words)}{said}<div class="entered">{drawn}{enter}</div>{read}{folded(self.words, "all")}'

    def pictures(self) -> dict[str, list[dict[str, Any]]]:
        """Their names behind, the glyphs before them."""
        first = self._glyphs(0)
        names = {"name": "names", "option": glyphs.names_option(first, self._grid, self.words)}
        return {NAME: [names, {"name": NAME, "option": glyphs.all_option(first, self._grid, self.words)}]}

    def _glyphs(self, month: int) -> list[Glyph]:
        """All of them in the order of their names."""
        return sorted(self.everybody.glyphs(month), key=lambda each: self._places[each.case])

    def _buttons(self, height: int) -> Iterator[str]:
        """Invisible to the pointer, which finds the glyphs themselves."""
        wide, tall = 100.0 / self._grid.columns, 100.0 * self._grid.row / height
        for number, glyph in enumerate(self._glyphs(0)):
            column, row = self._grid.place(number)
            at = f"left:{column * wide:.2f}%;top:{row * tall:.2f}%;width:{wide:.2f}%;height:{tall:.2f}%"
            yield f'<button type="button" data-clicked="{escaped(glyph.case)}" style="{at}">{text(f"glyph-{number}", "span")}</button>'

    def _shown(self, month: int) -> Shown:
        """What a month shows."""
        seen = self._glyphs(month)
        return {
            "text:when": when(self.everybody.scenario, month, self.months, self.words),
            "text:said": escaped(of_all(self.everybody, month, self.words)),
            f"series:{NAME}:glyphs": {"data": glyphs.glyphs_of(seen, self._grid, self.words)},
        } | {f"text:glyph-{number}": escaped(glyphs.said(each, self.words)) for number, each in enumerate(seen)}
