"""What all tests share: compiled code; no deadline for hypothesis, as a rule compiles on its first call; a dashboard, a browser, sweeps."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from samvirke.extending import remove_extension
from samvirke.model.compilation import compile_ahead, must_compile
from samvirke.model.extensions import ADDED
from tests.browser import Served, opened_browser, opening, served_dashboard
from tests.faults import FEW
from tests.sweeps import MANY, SMALL, bits, run_sweep

settings.register_profile("samvirke", deadline=None, print_blob=True)
settings.load_profile("samvirke")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="play the dashboard for ten minutes, on a quiet machine, instead of seconds")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile once for all workers, where that must be: each would do it for itself, at the same time."""
    if session.config.getoption("numprocesses", None) and not hasattr(session.config, "workerinput") and must_compile():
        compile_ahead()


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    with served_dashboard() as dashboard:
        yield dashboard


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Of a module alone: while it is open its thread has an event loop, and who plays a month without a browser needs that for herself."""
    with opened_browser() as browser:
        yield browser


@pytest.fixture
def opened(chromium: Any, served: Served) -> Iterator[Callable[..., Any]]:
    with opening(chromium, served) as at:
        yield at


@pytest.fixture(scope="session")
def small_sweep(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sweep of SMALL, whole."""
    folder = tmp_path_factory.mktemp("sweep")
    assert run_sweep(folder, SMALL).complete
    return folder / "out"


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sweep of MANY, uninterrupted."""
    folder = tmp_path_factory.mktemp("whole")
    run_sweep(folder, MANY)
    return bits(folder / "out")


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sweep of FEW, uninterrupted."""
    folder = tmp_path_factory.mktemp("few")
    run_sweep(folder, FEW)
    return bits(folder / "out")


@pytest.fixture
def without_extensions_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
    for name in tuple(ADDED):
        remove_extension(name)
