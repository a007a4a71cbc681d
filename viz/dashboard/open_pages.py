"""How many pages are open: each holds runs of its own, so there is a limit for all, and one for each browser."""

from collections import Counter
from threading import Lock

MOST_PAGES = 40
MOST_PAGES_OF_A_BROWSER = 10

_open: dict[object, str] = {}
_lock = Lock()


def take_a_place(browser: str = "") -> object | None:
    """A place for one more page of a browser; None if all are taken, or all that one browser may have."""
    with _lock:
        if most_for(browser) is not None:
            return None
        place = object()
        _open[place] = browser
        return place


def most_for(browser: str = "") -> int | None:
    """How many pages may be open where one more may not; None where it may."""
    if browser and Counter(_open.values())[browser] >= MOST_PAGES_OF_A_BROWSER:
        return MOST_PAGES_OF_A_BROWSER
    return MOST_PAGES if len(_open) >= MOST_PAGES else None


def give_back(place: object | None) -> None:
    """The page is closed."""
    with _lock:
        _open.pop(place, None)
