"""Making the model ready: begun by the server or the first page, and never in the way of a program that ends."""

import subprocess
import sys
from threading import Event

import pytest

from samvirke.viz.dashboard import warming
from tests.test_architecture import ROOT

PAGE = "import samvirke.viz.dashboard.app"
BEGINS = f"{PAGE}; from samvirke.viz.dashboard import warming; warming.begin()"
AT_ONCE, TIMES = 5, 4


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"_ready": Event(), "_stopped": Event(), "_threads": []}.items():
        monkeypatch.setattr(warming, name, value)


def started(program: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stderr=subprocess.PIPE, text=True)


def test_importing_the_page_begins_nothing():
    program = started(f"import threading; {PAGE}; assert 'warming' not in [each.name for each in threading.enumerate()]")
    assert (program.communicate()[1], program.returncode) == ("", 0)


@pytest.mark.slow
def test_a_program_that_begins_and_ends_at_once_ends_well_however_busy_the_machine():
    for _ in range(TIMES):
        programs = [started(BEGINS) for _ in range(AT_ONCE)]  # more than there are processors
        assert [(each.communicate()[1], each.returncode) for each in programs] == [("", 0)] * AT_ONCE


def test_the_first_page_begins_where_no_server_has(fresh: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(warming, "_warm_up", lambda: warming._ready.set())
    assert warming.ready_within(60.0)


def test_it_begins_once(fresh: None, monkeypatch: pytest.MonkeyPatch):
    begun: list[int] = []
    monkeypatch.setattr(warming, "_warm_up", lambda: begun.append(1))
    for _ in range(3):
        warming.begin()
    warming.end()
    assert begun == [1]


def test_at_the_end_of_the_server_what_has_not_begun_is_left_out(fresh: None):
    done: list[str] = []
    warming._in_order(lambda: done.append("first"), warming.end, lambda: done.append("never"))
    assert done == ["first"]
