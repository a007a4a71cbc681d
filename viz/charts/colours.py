"""Colours of answers: from the low end of a scale (brown) over the middle (grey) to its high end (green-blue); never alone."""

from collections.abc import Sequence

INK, SOFT_INK, PALE, ACCENT, OUTSIDE = "#1a1a1a", "#4d4d4d", "#e6e6e6", "#01665e", "#b34700"
RAMP = ("#8c510a", "#d8b365", "#e3e3e3", "#7cc8bd", "#01665e")


def colour_at(place: float) -> str:
    """The colour at a place between 0 (low end) and 1 (high end) of a scale."""
    at = min(max(place, 0.0), 1.0) * (len(RAMP) - 1)
    first = min(int(at), len(RAMP) - 2)
    mixed = [a + (b - a) * (at - first) for a, b in zip(_parts(RAMP[first]), _parts(RAMP[first + 1]), strict=True)]
    return "#" + "".join(f"{round(part):02x}" for part in mixed)


def colour_of_answers(codes: Sequence[int], first: int, steps: int, *, low_end_first: bool = True) -> str:
    """The colour of one answer, or of several that were reported together (halfway between them)."""
    place = (sum(codes) / len(codes) - first) / max(1, steps - 1)
    return colour_at(place if low_end_first else 1.0 - place)


def ink_on(colour: str) -> str:
    """White or black, whichever is easier to read on a colour: one of them always is."""
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """Ratio of contrast between two colours as WCAG 2 has it: 4.5 is enough for text."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in _parts(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
