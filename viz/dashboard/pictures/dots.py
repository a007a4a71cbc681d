"""Volunteers and citizens around a partnership: a dot each, the same place in every month. Who takes part stands out, who could is pale."""

from typing import Any

from samvirke.viz.charts.colours import ACCENT, OUTSIDE, PALE
from samvirke.viz.dashboard.pictures.places import MOST_DOTS, Place, place_of_citizen, place_of_volunteer
from samvirke.viz.dashboard.runs.frame import Frame

WHITE, BLUE = "#ffffff", "#2f6fb0"
ACTIVE, GONE, NOT_ACTIVE, TAKING_PART, VULNERABLE, NOT_TAKING_PART = "agntvc"
STAMPS: dict[str, tuple[str, float, str, str]] = {
    ACTIVE: ("triangle", 12, ACCENT, ""),
    GONE: ("triangle", 12, WHITE, OUTSIDE),
    NOT_ACTIVE: ("triangle", 5, PALE, ""),
    TAKING_PART: ("circle", 8, BLUE, ""),
    VULNERABLE: ("square", 8, BLUE, ""),
    NOT_TAKING_PART: ("circle", 4, PALE, ""),
}
"""By letter: shape, size in pixels, colour, colour of the edge."""
ALL_AROUND = tuple(number * 67 % MOST_DOTS for number in range(MOST_DOTS))
"""Every dot once, each far from the one before: 67 and 180 have no divisor in common."""


def stamps() -> dict[str, list[Any]]:
    """What each letter looks like."""
    return {letter: list(stamp) for letter, stamp in STAMPS.items()}


def places_of(frame: Frame, pixels: float) -> list[Place]:
    """Where each is, in pixels (so many a unit) from the picture's upper left: volunteers, then citizens."""
    volunteers, citizens = slots(frame)
    around = [place_of_volunteer(number, volunteers) for number in range(volunteers)]
    around += [place_of_citizen(number, citizens) for number in range(citizens)]
    return [(round(pixels * (100.0 + x), 1), round(pixels * (100.0 - y), 1)) for x, y in around]


def kinds_of(frame: Frame) -> str:
    """A letter for each, in the order of their places."""
    volunteers, citizens = slots(frame)
    kinds = [NOT_ACTIVE] * volunteers + [NOT_TAKING_PART] * citizens
    for letter, numbers, all_of_them, first in (
        (GONE, frame.volunteers_gone, frame.volunteer_slots, 0),
        (ACTIVE, frame.volunteers, frame.volunteer_slots, 0),
        (TAKING_PART, frame.citizens, frame.citizen_slots, volunteers),
        (VULNERABLE, frame.vulnerable, frame.citizen_slots, volunteers),
    ):
        for number in _shown(numbers, all_of_them):
            kinds[first + number] = letter
    return "".join(kinds)


def slots(frame: Frame) -> tuple[int, int]:
    """How many dots there are for volunteers and for citizens."""
    return min(MOST_DOTS, frame.volunteer_slots), min(MOST_DOTS, frame.citizen_slots)


def slots_a_dot(of_citizens: int) -> float:
    """How many citizens' slots a dot stands for: more than one where there are too many for a dot each."""
    return max(1.0, of_citizens / MOST_DOTS)


def _shown(numbers: tuple[int, ...], all_of_them: int) -> set[int]:
    """Which dots stand out: their own, or where there are too many for a dot each, as large a part of the dots, all around."""
    return set(numbers) if all_of_them <= MOST_DOTS else set(ALL_AROUND[: round(len(numbers) * MOST_DOTS / all_of_them)])
