"""How the page of the proof speaks: texts by key in one language, and its figures as that language writes them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from samvirke.viz.validation.danish import DANISH
from samvirke.viz.validation.danish_tables import DANISH_TABLES
from samvirke.viz.validation.english import ENGLISH
from samvirke.viz.validation.english_tables import ENGLISH_TABLES
from samvirke.viz.validation.names import BLOCK_NAMES, C_NAMES

TEXTS: dict[str, dict[str, str]] = {"en": ENGLISH | ENGLISH_TABLES, "da": DANISH | DANISH_TABLES}
NOTHING = "–"


@dataclass(frozen=True)
class Words:
    """One language: `en` or `da`."""

    language: str

    def say(self, key: str, **values: object) -> str:
        """A text, with what stands in braces filled in."""
        return TEXTS[self.language][key].format(**values).replace(" %", "\N{NO-BREAK SPACE}%")

    def number(self, value: float, places: int = 0) -> str:
        """A figure; a dash where there is none."""
        if math.isnan(value):
            return NOTHING
        said = f"{value:.{places}f}"
        said = said.removeprefix("-") if float(said) == 0 else said.replace("-", "−")
        return said.replace(".", ",") if self.language == "da" else said

    def change(self, value: float, places: int = 1) -> str:
        """A figure with its sign."""
        return f"+{self.number(value, places)}" if value > 0 else self.number(value, places)

    def range(self, low: float, high: float, places: int = 0) -> str:
        """From one figure to another."""
        between = " til " if self.language == "da" else " to "
        return f"{self.number(low, places)}{between if round(low, places) < 0 else NOTHING}{self.number(high, places)}"

    def model(self, name: str) -> str:
        """What a model or baseline is called."""
        return self.say(f"model {name}")

    def block(self, name: str) -> str:
        """What a block of questions is called."""
        return BLOCK_NAMES[name][self.language == "en"]

    def c(self, name: str) -> str:
        """What one of the seven C's is called."""
        return C_NAMES[name][self.language == "en"]

    def names(self, names: Iterable[str]) -> str:
        """Several names, or the word for none."""
        return "; ".join(names) or self.say("nobody")
