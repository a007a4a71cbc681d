"""What the server serves."""

# Whole before anybody draws: reacton looks for its tables in whatever it compares, and would meet half a module.
import pandas as pd  # noqa: F401
import solara

from samvirke.viz.dashboard.page import Page

__all__ = ["Layout", "Page"]


@solara.component
def Layout(children: list[solara.Element]) -> None:  # noqa: N802
    """Nothing around the page."""
    solara.Div(children=children)
