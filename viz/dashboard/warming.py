"""The model made ready, once per server: compiled code is fetched, or made where there is none yet."""

import gc
from threading import Event, Thread

from samvirke.model.compilation import compile_ahead, must_compile
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.session import Session, titles

A_MOMENT = 3.0
"""Seconds that nobody has to be told of: fetching what is compiled takes less."""

_ready = Event()


def begin() -> None:
    """Make ready in the background."""
    Thread(target=_warm_up, daemon=True).start()


def ready_within(seconds: float) -> bool:
    """Whether everything is there, at the latest after so many seconds."""
    return _ready.wait(seconds)


def wait() -> None:
    """Until everything is there."""
    _ready.wait()


def _warm_up() -> None:
    """Live once what a page opens with, then what is asked for next. Nothing is imported here: a page must not meet half a module."""
    session, address = Session(), Address()
    try:
        if must_compile():
            compile_ahead()
        titles()
        session.run(address).frame(1)
    finally:  # what fails is said on the page that asks for it
        _ready.set()
        gc.freeze()  # what is there by now stays
        gc.enable()
    session.all(address)
    session.without(address)
