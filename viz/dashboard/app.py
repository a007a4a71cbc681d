"""What the server serves."""

from threading import Thread

import solara

from viz.dashboard.address import Address
from viz.dashboard.page import Page
from viz.dashboard.session import Session, titles

__all__ = ["Layout", "Page"]


@solara.component
def Layout(children: list[solara.Element]) -> None:  # noqa: N802
    """Nothing around the page."""
    solara.Div(children=children)


def warm_up() -> None:
    """Live once what a page opens with, so that the first reader does not wait for compiled code to be fetched."""
    titles()
    session, address = Session(), Address()
    session.life(address).frame(1)
    session.all(address)
    session.without(address)


Thread(target=warm_up, daemon=True).start()
