"""How many pages are open: each holds lives of its own, so there is a limit."""

from threading import Lock

MOST_PAGES = 40

_open: set[object] = set()
_lock = Lock()


def take_a_place() -> object | None:
    """A place for one more page; None if all are taken."""
    with _lock:
        if len(_open) >= MOST_PAGES:
            return None
        place = object()
        _open.add(place)
        return place


def give_back(place: object | None) -> None:
    """The page is closed."""
    with _lock:
        _open.discard(place)
