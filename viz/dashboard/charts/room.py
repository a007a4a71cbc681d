"""How much room the charts of a partnership have: alone or twice beside each other, on a desk or in large letters on a wall."""

from dataclasses import dataclass

MEASURES = ("trust", "shared_understanding", "tension", "synergy", "volunteers", "participants", "hours", "received_dkk")
FIRST_OF_ALL = ("trust", "synergy", "volunteers", "participants")
UNITS_OF_THE_NETWORK = 200.0
LETTERS_ON_A_DESK, LETTERS_ON_A_WALL = 13, 15
FONT = "Roboto, Helvetica, Arial, sans-serif"
"""The font of charts: a canvas inherits none."""


@dataclass(frozen=True)
class Panels:
    """Time lines: which measures, in how many columns; sizes in pixels."""

    shown: tuple[str, ...]
    columns: int
    width: int
    height: int
    letters: int = LETTERS_ON_A_DESK

    @property
    def rows(self) -> int:
        """How many rows they fill."""
        return -(-len(self.shown) // self.columns)


@dataclass(frozen=True)
class Room:
    """The network is a square of so many pixels; `course` stands beside it; what has no room there is `below`, over the whole width."""

    network: int
    course: Panels
    below: Panels | None = None

    @property
    def letters(self) -> int:
        """Pixels of the smallest letters."""
        return self.course.letters

    @property
    def pixels(self) -> float:
        """Of one unit of the network's picture."""
        return self.network / UNITS_OF_THE_NETWORK


def _below(course: Panels, width: int, height: int) -> Panels:
    rest = tuple(name for name in MEASURES if name not in course.shown)
    return Panels(rest, len(rest), width, height, course.letters)


_BESIDE = Panels(FIRST_OF_ALL, 2, 384, 430)
_WALL = Panels(FIRST_OF_ALL, 2, 540, 480, LETTERS_ON_A_WALL)
_WALL_BESIDE = Panels(FIRST_OF_ALL[:3], 1, 276, 390, LETTERS_ON_A_WALL)
ROOMS: dict[tuple[bool, bool], Room] = {
    (False, False): Room(600, Panels(MEASURES, 2, 600, 600)),
    (True, False): Room(410, _BESIDE, _below(_BESIDE, 1240, 150)),
    (False, True): Room(480, _WALL, _below(_WALL, 1030, 160)),
    (True, True): Room(356, _WALL_BESIDE, _below(_WALL_BESIDE, 1030, 160)),
}
"""By: twice beside each other; in large letters."""
