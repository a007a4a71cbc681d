"""What the signs of the pictures are: each beside its name, so that nobody needs to know them by heart."""

from samvirke.viz.charts.colours import ACCENT, INK, OUTSIDE, RAMP, SOFT_INK
from samvirke.viz.dashboard.pictures.dots import BLUE
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped

LINE = '<line x1="1" y1="8" x2="33" y2="8" stroke="{colour}" stroke-width="{width}" stroke-dasharray="{dashes}"/>'
CROSS = (
    f'<circle cx="17" cy="8" r="7" fill="#ffffff" stroke="{OUTSIDE}" stroke-width="1.5" stroke-dasharray="3 2"/>'
    f'<path d="M14 5L20 11M20 5L14 11" stroke="{OUTSIDE}" stroke-width="2"/>'
)
SIGNS: dict[str, str] = {
    "high": LINE.format(colour=RAMP[4], width=3, dashes="none"),
    "some": LINE.format(colour=SOFT_INK, width=3, dashes="6 4"),
    "little": LINE.format(colour=RAMP[0], width=3, dashes="2 3"),
    "hours": LINE.format(colour=RAMP[4], width=7, dashes="none"),
    "person": f'<circle cx="17" cy="8" r="6" fill="{INK}"/>',
    "coordinator": f'<path d="M17 1L24 8L17 15L10 8Z" fill="{OUTSIDE}"/>',
    "new": f'<circle cx="17" cy="8" r="5" fill="#ffffff" stroke="{INK}" stroke-width="3"/>',
    "hole": CROSS,
    "volunteer": f'<path d="M17 2L23 14H11Z" fill="{ACCENT}"/>',
    "volunteer_gone": f'<path d="M17 2L23 14H11Z" fill="#ffffff" stroke="{OUTSIDE}" stroke-width="1.5"/>',
    "citizen": f'<circle cx="17" cy="8" r="4.5" fill="{BLUE}"/>',
    "vulnerable": f'<rect x="12.5" y="3.5" width="9" height="9" fill="{BLUE}"/>',
}
"""Drawn 34 pixels wide and 16 high, as in the picture."""


def legend(words: Words, persons_a_dot: float) -> str:
    """All signs of the network; a dot stands for so many citizens."""
    named = {name: text.format(persons=f"{persons_a_dot:.0f}") for name, text in words.signs.items()}
    return f'<ul class="legend">{"".join(_sign(SIGNS[name], text) for name, text in named.items())}</ul>'


def _sign(drawn: str, text: str) -> str:
    return f'<li><svg width="34" height="16" aria-hidden="true">{drawn}</svg>{escaped(text)}</li>'
