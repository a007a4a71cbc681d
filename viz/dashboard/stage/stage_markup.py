"""Pieces of a stage's markup: places for texts, pictures and the month."""

from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped


def text(name: str, tag: str = "div", classes: str = "") -> str:
    """A place for a text."""
    return f'<{tag} class="{classes}" data-text="{name}"></{tag}>'


def picture(name: str, label: str, width: int, height: int) -> str:
    """A place for a picture; `label` says it to who cannot see it."""
    size = f"width:{width}px;height:{height}px"
    return f'<div class="picture" data-picture="{name}" role="img" aria-label="{escaped(label)}" style="{size}"></div>'


def month_slider(months: int, words: Words) -> str:
    """Which month it is, and a slider to go to another."""
    slider = f'<input type="range" min="0" max="{months}" value="0" aria-label="{escaped(words.month)}">'
    return f'<div class="month">{text("when", "b")}{slider}</div>'
