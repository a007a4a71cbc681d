"""Volunteers and citizens around a network: a dot each, the same place in every month, pale for who does not take part; and all signs."""

from typing import Any

from samvirke.model.language import N_
from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, PALE, RAMP, SOFT_INK
from samvirke.viz.dashboard.charts.network import MOST_DOTS, Place, place_of_citizen, place_of_volunteer
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
LINE = '<line x1="1" y1="8" x2="33" y2="8" stroke="{colour}" stroke-width="{width}" stroke-dasharray="{dashes}"/>'
CROSS = (
    f'<circle cx="17" cy="8" r="7" fill="#ffffff" stroke="{OUTSIDE}" stroke-width="1.5" stroke-dasharray="3 2"/>'
    f'<path d="M14 5L20 11M20 5L14 11" stroke="{OUTSIDE}" stroke-width="2"/>'
)
SIGNS: dict[str, tuple[str, str]] = {
    "high": (N_("high trust"), LINE.format(colour=RAMP[4], width=3, dashes="none")),
    "some": (N_("some trust"), LINE.format(colour=SOFT_INK, width=3, dashes="6 4")),
    "little": (N_("little trust"), LINE.format(colour=RAMP[0], width=3, dashes="2 3")),
    "hours": (N_("the thicker, the more hours"), LINE.format(colour=RAMP[4], width=7, dashes="none")),
    "person": (N_("key person"), f'<circle cx="17" cy="8" r="6" fill="{INK}"/>'),
    "coordinator": (N_("coordinator"), f'<path d="M17 1L24 8L17 15L10 8Z" fill="{OUTSIDE}"/>'),
    "new": (N_("new to the post"), f'<circle cx="17" cy="8" r="5" fill="#ffffff" stroke="{INK}" stroke-width="3"/>'),
    "hole": (N_("empty seat"), CROSS),
    "volunteer": (N_("volunteer"), f'<path d="M17 2L23 14H11Z" fill="{ACCENT}"/>'),
    "volunteer_gone": (
        N_("volunteer who has just stopped"),
        f'<path d="M17 2L23 14H11Z" fill="#ffffff" stroke="{OUTSIDE}" stroke-width="1.5"/>',
    ),
    "citizen": (N_("citizens who take part ({persons} per dot)"), f'<circle cx="17" cy="8" r="4.5" fill="{BLUE}"/>'),
    "vulnerable": (
        N_("citizens with few resources ({persons} per square)"),
        f'<rect x="12.5" y="3.5" width="9" height="9" fill="{BLUE}"/>',
    ),
}
"""Of each sign of the network what it is and how it is drawn, 34 pixels wide and 16 high."""
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
