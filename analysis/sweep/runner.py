"""Run a sweep: missing runs are simulated, those that are there are kept; wherever it stops, the same command goes on."""

import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.run.folder import OutOfRoomError, RunFolderError, errors_in_sentences
from samvirke.analysis.sweep.chunk import Runs, runs_of
from samvirke.analysis.sweep.executors import ClusterError, Executor, WorkersDiedError, in_this_process
from samvirke.analysis.sweep.folder import describe, refuse_what_cannot_be_continued, write_tables_of_points
from samvirke.analysis.sweep.parts import Receipt, WorkerMismatchError, clear_all_but, whole_parts
from samvirke.analysis.sweep.points import points_of_sweep
from samvirke.analysis.sweep.storage import LocalStorage, Storage, storage_at
from samvirke.analysis.sweep.sweep import Sweep
from samvirke.model.errors import SamvirkeError
from samvirke.model.language import ENGLISH

Progress = Callable[[int, int], None]
FEW_FAILURES = 10
SHARE_OF_FAILURES = 0.2
MANIFEST_EVERY = 50
"""Parts after which the manifest is brought up to date."""


class SweepStoppedError(SamvirkeError):
    """A sweep that ended before all runs were there; what is finished is kept."""


@dataclass
class SweepDone:
    """How far a sweep came: runs `wanted` and `there` (of them `simulated` just now and `failed` in all), and parts that were lost.

    `of_earlier_points` are runs that the file no longer names, and that were kept.
    """

    address: str
    wanted: int
    there: int = 0
    simulated: int = 0
    failed: int = 0
    damaged: int = 0
    of_earlier_points: int = 0
    messages: Counter[str] = field(default_factory=Counter)

    @property
    def lived(self) -> int:
        """Runs simulated just now, by its earlier name."""
        warnings.warn("SweepDone.lived is now SweepDone.simulated", DeprecationWarning, stacklevel=2)
        return self.simulated

    @property
    def complete(self) -> bool:
        """Whether every run that is wanted is there."""
        return self.there == self.wanted


def sweep_to(
    sweep: Sweep,
    address: str,
    *,
    executor: Executor = in_this_process,
    command: Sequence[str] = (),
    progress: Progress | None = None,
) -> SweepDone:
    """Simulate what is missing of a sweep at this address. Raises RunFolderError, OutOfRoomError, SweepStoppedError."""
    storage = storage_at(address)
    runs = runs_of(sweep, points_of_sweep(sweep))
    with errors_in_sentences(address):
        refuse_what_cannot_be_continued(storage, sweep)
        with storage.held():
            refuse_what_cannot_be_continued(storage, sweep)  # another runner may have been quicker
            return _Runner(storage, runs, executor, command, progress).run()


class _Runner:
    """One call of a sweep, with its storage held."""

    def __init__(self, storage: Storage, runs: Runs, executor: Executor, command: Sequence[str], progress: Progress | None) -> None:
        self._storage, self._runs, self._executor, self._command = storage, runs, executor, command
        self._note = progress or (lambda done, of: None)
        self._receipts: dict[str, Receipt] = {}
        self._done = SweepDone(storage.address, len(runs))

    def run(self) -> SweepDone:
        """Count the parts that are there, run what is missing, count again."""
        self._count_parts()
        missing = self._runs.missing(span for receipt in self._receipts.values() for span in receipt.runs)
        self._describe()  # first of all: the manifest marks the folder as a sweep
        write_tables_of_points(self._storage, self._runs, self._receipts.values())
        try:
            if len(missing):
                self._simulate(missing)
        except (OutOfRoomError, RunFolderError, OSError):
            raise
        except BaseException:
            self._describe()
            raise
        self._clear()
        self._describe()
        return self._done

    def _count_parts(self) -> None:
        """The parts that are there, once each; what is left of others goes."""
        for receipt in _without_overlap(whole_parts(self._storage)):
            self._count(receipt)
        lost = self._clear()
        self._done.damaged = len(lost)

    def _clear(self) -> list[str]:
        """Remove what belongs to no part that counts: a killed process may have left it."""
        if isinstance(self._storage, LocalStorage):
            self._storage.clear_unfinished()
        return clear_all_but(self._storage, set(self._receipts))

    def _simulate(self, missing: NDArray[np.int64]) -> None:
        self._note(self._done.there, self._done.wanted)
        try:
            for receipt in self._executor(self._runs.chunks(missing), self._storage.address):
                self._count(receipt)
                self._done.simulated += receipt.count
                self._stop_if_too_many_fail()
                self._note(self._done.there, self._done.wanted)
                if len(self._receipts) % MANIFEST_EVERY == 0:
                    self._describe()
        except (ClusterError, WorkersDiedError, WorkerMismatchError) as error:
            raise SweepStoppedError(self._stopped(str(error))) from error
        except OSError as error:
            with errors_in_sentences(f"{self._storage.address} (what is finished is kept: {self._how_far()})"):
                raise error

    def _count(self, receipt: Receipt) -> None:
        self._receipts[receipt.name] = receipt
        wanted = sum(len(self._runs.numbers_of(span) or ()) for span in receipt.runs)
        self._done.there += wanted
        self._done.of_earlier_points += receipt.count - wanted
        self._done.failed += receipt.failures
        self._done.messages.update(receipt.messages)

    def _stop_if_too_many_fail(self) -> None:
        failed = self._done.failed
        if failed > FEW_FAILURES and failed > SHARE_OF_FAILURES * self._done.there:
            message, count = self._done.messages.most_common(1)[0]
            failures, runs, often = map(ENGLISH.number, (failed, self._done.there, count))
            reason = f"{failures} of {runs} runs failed, most often ({often}) of this: {message}; see the table failures"
            raise SweepStoppedError(self._stopped(reason))

    def _stopped(self, reason: str) -> str:
        return f"{self._storage.address}: stopped, because {reason}. Kept: {self._how_far()}; the same command goes on from there."

    def _how_far(self) -> str:
        return f"{ENGLISH.number(self._done.there)} of {ENGLISH.number(self._done.wanted)} runs"

    def _describe(self) -> None:
        describe(self._storage, self._runs, self._receipts.values(), self._command)


def _without_overlap(receipts: list[Receipt]) -> Iterator[Receipt]:
    """Parts that hold no run of an earlier one: parts left by a stray worker of another division of the runs are dropped."""
    seen: dict[tuple[str, str], list[range]] = {}
    for receipt in receipts:
        spans = [((arm, point), range(first, first + count)) for arm, point, first, count in receipt.runs]
        if any(_meet(seeds, other) for key, seeds in spans for other in seen.get(key, ())):
            continue
        for key, seeds in spans:
            seen.setdefault(key, []).append(seeds)
        yield receipt


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
