"""All partnerships on the stage: a glyph for each."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from viz.dashboard import all_option as glyphs
from viz.dashboard.all_partnerships import AllPartnerships
from viz.dashboard.glossary import folded
from viz.dashboard.sentences import of_all, when
from viz.dashboard.stage_markup import month_slider, picture, text
from viz.dashboard.staged import Shown
from viz.dashboard.words import Words
from viz.html_pieces import escaped

NAME = "all"


@dataclass(eq=False)
class AllStage:
    """One life of them all."""

    everybody: AllPartnerships
    months: int
    words: Words

    def __post_init__(self) -> None:
        self.shown = lru_cache(maxsize=4)(self._shown)

    def skeleton(self) -> str:
        """The sentence, the glyphs, and how to read them."""
        height = glyphs.ROW * glyphs.rows_of(len(self.everybody.monthly))
        read = f'<p class="soft">{escaped(f"{self.words.glyphs} {self.words.not_a_verdict}")}</p>'
        drawn = picture(NAME, self.words.tabs["all"], glyphs.WIDTH, height)
        return month_slider(self.months, self.words) + text("said", "p", "sentence") + drawn + read + folded(self.words, "all")

    def pictures(self) -> dict[str, list[dict[str, Any]]]:
        """Their names behind, the glyphs before them."""
        first = self.everybody.glyphs(0)
        names = {"name": "names", "option": glyphs.names_option(first)}
        return {NAME: [names, {"name": NAME, "option": glyphs.all_option(first, self.words)}]}

    def _shown(self, month: int) -> Shown:
        """What a month shows."""
        return {
            "text:when": when(self.everybody.scenario, month, self.months, self.words),
            "text:said": escaped(of_all(self.everybody, month, self.words)),
            f"series:{NAME}:glyphs": {"data": glyphs.glyphs_of(self.everybody.glyphs(month), self.words)},
        }
