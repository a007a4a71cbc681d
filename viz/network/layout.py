"""Where everybody sits in a picture of a partnership: the same place in every month, decided by her seat alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import Literal, NamedTuple

WIDTH = 412
ACROSS, UP = 88.0, 134.0  # the ellipse on which all but the coordinator's seat lie
TO_LABEL, TO_LABEL_BESIDE = 29.0, 25.0  # from a seat upwards or downwards to its label, and sideways
LINE_HEIGHT = 17.0
LIFT = 7.0  # how much higher a label at the top stands, and lower one at the bottom
GAP_BETWEEN_LABELS = 5.0
ROOM_FOR_LABELS = 72.0  # above the highest seat and below the lowest
TO_BRACKET, STEPS_OF_A_BRACKET = 13.0, 48
BESIDE = 0.25  # how far to the side a place is whose label stands beside it, not above or below

Align = Literal["left", "center", "right"]


class Place(NamedTuple):
    """A place in pixels from the middle, x to the right and y downwards."""

    x: float
    y: float


@dataclass(frozen=True)
class Label:
    """Lines of text beside a place; `y` is the middle of the first line."""

    lines: tuple[str, ...]
    x: float
    y: float
    align: Align

    @property
    def bottom(self) -> float:
        """Where the next label may begin."""
        return self.y + LINE_HEIGHT * len(self.lines) + GAP_BETWEEN_LABELS


def angle(position: float, seats: int) -> float:
    """Clockwise from the top, for a position (0 is the first) among so many seats around.

    There is always an odd number of places, one of them empty if need be: then no two seats lie opposite each other, and no
    line between two of them runs through the coordinator. Two seats alone lie left and right.
    """
    turn = 2.0 * pi / (seats if seats % 2 else seats + 1)
    return turn * (position - 0.5 if seats == 2 else position)


def place(turned: float, outside: float = 0.0) -> Place:
    """The place on the ellipse at an angle, or so many pixels outside it."""
    return Place((ACROSS + outside) * sin(turned), -(UP + outside) * cos(turned))


def place_of_seat(seat: int, seats: int) -> Place:
    """The first seat, the coordinator's at the beginning, is in the middle; the others around it in their order."""
    return Place(0.0, 0.0) if seat == 1 else place(angle(seat - 2, seats - 1))


def bracket(first: float, last: float) -> list[Place]:
    """A curve outside the ellipse that holds together what lies between two angles."""
    return [place(first + (last - first) * step / STEPS_OF_A_BRACKET, TO_BRACKET) for step in range(STEPS_OF_A_BRACKET + 1)]


class Frame(NamedTuple):
    """Where a picture begins and ends, in pixels from the middle."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Of the whole picture."""
        return self.bottom - self.top


def frame(seats: int) -> Frame:
    """What a picture of so many seats needs: labels and all, and the coordinator's below the middle."""
    heights = [place_of_seat(seat, seats).y for seat in range(1, seats + 1)]
    return Frame(min(heights) - ROOM_FOR_LABELS, max(*heights, TO_LABEL) + ROOM_FOR_LABELS)


def label_at(turned: float, lines: tuple[str, ...], outside: float = 0.0) -> Label:
    """A label outside the seat at an angle: beside it on the left and right, else above or below.

    `outside` is how far outside the seats a bracket stands, of which it must keep clear. The higher the seat, the more of the
    label stands above it: so it keeps clear of its neighbours on the ellipse.
    """
    at = place(turned, outside)
    height, up = LINE_HEIGHT * (len(lines) - 1), TO_LABEL - outside
    if abs(sin(turned)) > BESIDE:
        top = at.y - height * (1.0 + cos(turned)) / 2.0 - LIFT * cos(turned)
        return Label(lines, at.x + (TO_LABEL_BESIDE - outside) * (1 if at.x > 0 else -1), top, "left" if at.x > 0 else "right")
    return Label(lines, at.x, at.y - up - height if cos(turned) > 0 else at.y + up, "center")


def apart(labels: Iterable[Label], lowest: float) -> list[Label]:
    """The same labels, those on one side pushed down where they would overlap, and up again where they would end below `lowest`."""
    by_side: dict[Align, list[Label]] = {"left": [], "center": [], "right": []}
    for label in labels:
        by_side[label.align].append(label)
    return [*by_side["center"], *(each for side in ("left", "right") for each in _one_below_the_other(by_side[side], lowest))]


def _one_below_the_other(labels: list[Label], lowest: float) -> list[Label]:
    down: list[Label] = []
    for label in sorted(labels, key=lambda label: label.y):
        down.append(replace(label, y=max(label.y, down[-1].bottom if down else label.y)))
    up: list[Label] = []
    for label in reversed(down):
        limit = up[-1].y if up else lowest
        up.append(replace(label, y=min(label.y, limit - (label.bottom - label.y))))
    return up[::-1]
