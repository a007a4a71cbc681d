"""Numbers as a language writes them."""

from samvirke.viz.dashboard.words.words import Words


def in_digits(value: float, words: Words) -> str:
    """At most ten digits, and whole from a thousand on."""
    written = f"{value:,.10g}" if abs(value) < 1000 else f"{value:,.0f}"
    return written.translate(str.maketrans(",.", ".,")) if words.language == "da" else written
