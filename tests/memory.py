"""How much memory the tests take: `pytest -p tests.memory --most-memory 2000` prints what each worker held at its peak, and where it grew.

The run fails where a worker held more megabytes than that.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

GROWTH_WORTH_A_LINE = 50
"""Megabytes by which a test makes the process larger."""
STATUS = Path("/proc/self/status")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--most-memory", type=int, metavar="MB", help="print the peak memory of each worker; fail above so many megabytes")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--most-memory") and STATUS.exists():
        config.pluginmanager.register(PeakMemory(config), "peak-memory")


class PeakMemory:
    """Watches this process, and collects what the workers say."""

    def __init__(self, config: pytest.Config) -> None:
        self._most: int = config.getoption("--most-memory")
        self._held = held("VmRSS")
        self._growths: list[tuple[int, str]] = []
        self._peaks: dict[str, tuple[int, list[tuple[int, str]]]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note what a test leaves behind."""
        done = yield
        before, self._held = self._held, held("VmRSS")
        if self._held - before >= GROWTH_WORTH_A_LINE:
            self._growths.append((self._held - before, item.nodeid))
        return done

    def pytest_testnodedown(self, node: Any) -> None:
        """A worker has ended."""
        if hasattr(node, "workeroutput"):  # one that was killed has none
            self._peaks[node.gateway.id] = node.workeroutput["memory"]

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """A worker hands over what it found; without workers this process is the only one. Fails where there was too much."""
        here = held("VmHWM"), sorted(self._growths, reverse=True)
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["memory"] = here
            return
        self._peaks = self._peaks or {"this process": here}
        if any(peak > self._most for peak, _ in self._peaks.values()) and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Each worker's peak."""
        terminalreporter.section(f"peak memory (at most {self._most} MB)")
        for worker, (peak, growths) in sorted(self._peaks.items()):
            terminalreporter.write_line(f"{worker}: {peak} MB{' - too much' if peak > self._most else ''}")
            for megabytes, test in growths:
                terminalreporter.write_line(f"    +{megabytes} MB  {test}")


def held(what: str) -> int:
    """Megabytes this process holds (VmRSS), or held at its peak (VmHWM)."""
    return int(STATUS.read_text(encoding="utf-8").partition(f"{what}:")[2].split()[0]) // 1024
