"""The core model: the fewest mechanisms that lose nothing in how likely everything reported is.

Each mechanism is switched off alone, and the log score of all that is reported (margins, cross-tables, single outcomes) under the pooled
runs is compared with that of the whole model, with common random numbers. Then mechanisms go in the order of what they cost, as many as
can go together without the score falling by more than chance. What is left is the core. It is not calibrated anew.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.evidence import evidence_of
from samvirke.analysis.calibration.joint_likelihood import Observed, parts_and_slopes, reported
from samvirke.analysis.calibration.likelihood import HALF_AN_ANSWER
from samvirke.analysis.calibration.posterior import months_asked_about
from samvirke.analysis.calibration.tallies import Tallies
from samvirke.analysis.survey.instrument import answers
from samvirke.model.ensemble import simulate
from samvirke.model.neutral import switches
from samvirke.model.scenario import Scenario
from samvirke.model.world import lay_out

Floats = NDArray[np.float64]
THREADS = 2
RUNS_AT_ONCE = 50
BOOTSTRAPS = 200
TIMES_ERROR = 1.645  # a fall of the score within this many standard errors is chance
BLOCKS = ("margins", "cross_tables", "outcomes")
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Change:
    """What happens to the log score without some mechanisms: `gain` (below 0: it falls), its standard error, and the gain by block."""

    without: tuple[str, ...]
    gain: float
    error: float
    by_block: Mapping[str, float]

    @property
    def costs_nothing(self) -> bool:
        """Whether the score falls by no more than chance."""
        return self.gain >= -TIMES_ERROR * self.error


@dataclass(frozen=True)
class Core:
    """The mechanisms that are kept and those not needed; every mechanism alone; the sets that were tried."""

    kept: tuple[str, ...]
    not_needed: tuple[str, ...]
    alone: tuple[Change, ...]
    together: tuple[Change, ...]
    scores: Mapping[str, float]

    @property
    def of_core(self) -> Change | None:
        """What the core changes; None where nothing can go."""
        return next((each for each in self.together if each.without == self.not_needed), None)

    @property
    def values(self) -> dict[str, float]:
        """The parameters at their neutral values that make the core."""
        return neutral(self.not_needed)


def neutral(codes: Sequence[str]) -> dict[str, float]:
    """The neutral values of the parameters of these mechanisms."""
    off = switches()
    return {name: value for code in codes for name, value in off[code].items()}


def find_core(scenario: Scenario, drawn: NDArray[Any], seed: int, progress: Progress | None = None) -> Core:
    """Find it with one run per draw of `drawn`. Raises ScenarioError where nothing is reported."""
    observed = reported(Tallies(evidence_of(scenario)))
    codes = tuple(switches())
    steps = len(codes) + 1 + int(np.ceil(np.log2(len(codes) + 1)))
    done = 0

    def columns(values: Mapping[str, float]) -> Floats:
        nonlocal done
        found = _columns(scenario, values, drawn, seed, observed.tallies)
        done += 1
        if progress:
            progress(min(done, steps) * len(drawn), steps * len(drawn))
        return found

    whole = columns({})
    alone = [change_of(observed, whole, columns(neutral([code])), (code,)) for code in codes]
    order = [each.without[0] for each in sorted(alone, key=lambda each: -each.gain)]
    together: list[Change] = []
    fewest, most = 0, len(order)
    while fewest < most:
        number = (fewest + most + 1) // 2
        together.append(change_of(observed, whole, columns(neutral(order[:number])), tuple(order[:number])))
        fewest, most = (number, most) if together[-1].costs_nothing else (fewest, number - 1)
    not_needed = tuple(order[:fewest])
    kept = tuple(code for code in codes if code not in not_needed)
    return Core(kept, not_needed, tuple(alone), tuple(together), dict(zip(BLOCKS, by_block(observed, whole), strict=True)))


def _columns(scenario: Scenario, values: Mapping[str, float], drawn: NDArray[Any], seed: int, tallies: Tallies) -> Floats:
    """What the runs answered with these parameters at these values, whatever the draws say (runs x columns)."""
    changed = {"parameters": {**scenario.parameters, **values}, "months": months_asked_about(scenario)}
    world = lay_out(scenario.model_copy(update=changed), monthly=False, events=False)
    months = tuple(int(month) for month in world.template.survey_months)
    seeds = seed + np.arange(len(drawn))

    def some(first: int) -> Floats:
        part = slice(first, first + RUNS_AT_ONCE)
        return tallies.of(answers(simulate(world, seeds[part], drawn[part])), months)

    with ThreadPoolExecutor(THREADS) as threads:
        return np.concatenate(list(threads.map(some, range(0, len(seeds), RUNS_AT_ONCE))))


def change_of(observed: Observed, whole: Floats, less: Floats, without: tuple[str, ...]) -> Change:
    """The change of the log score, with its error from bootstrap samples of the runs, the same in both."""
    samples = np.random.default_rng(BOOTSTRAPS).multinomial(len(whole), np.full(len(whole), 1.0 / len(whole)), BOOTSTRAPS)
    every = np.concatenate([np.ones((1, len(whole))), samples])
    gains = scores(observed, every @ np.nan_to_num(less)) - scores(observed, every @ np.nan_to_num(whole))
    blocks = dict(zip(BLOCKS, (gains[0] @ _blocks(observed)).tolist(), strict=True))
    return Change(without, float(gains[0].sum()), float(gains[1:].sum(axis=1).std(ddof=1)), blocks)


def by_block(observed: Observed, columns: Floats) -> list[float]:
    """Log score of margins, cross-tables and outcomes under pooled runs."""
    found: list[float] = (scores(observed, np.nan_to_num(columns).sum(axis=0)[None])[0] @ _blocks(observed)).tolist()
    return found


def scores(observed: Observed, pooled: Floats) -> Floats:
    """Log scores by part (sets x parts but published relations) under pooled runs (sets x columns), half an answer in each cell."""
    tallies = observed.tallies
    chances = tallies.blocks.log_shares(np.log(pooled[:, : tallies.cells] + HALF_AN_ANSWER))
    relations = pooled[:, tallies.cells :]
    parts, _ = parts_and_slopes(observed.without_relations(), chances.astype(np.float32), relations.astype(np.float32))
    return parts[:, :-1]


def _blocks(observed: Observed) -> Floats:
    """Which part belongs to which block (parts x blocks)."""
    evidence = observed.tallies.evidence
    sizes = (1, len(evidence.tables), len(evidence.outcomes))
    return np.repeat(np.eye(len(sizes)), sizes, axis=0)


def core_file(posterior: Path) -> Path:
    """Where the core stands: beside the posterior."""
    return posterior.with_name(f"{posterior.stem.removesuffix('_posterior')}_core.json")


def write_core(file: Path, core: Core, fingerprints: Mapping[str, str]) -> None:
    """Write a core, whole or not at all, with what it depends on."""
    unfinished = file.with_name(f".{file.name}-unfinished")
    unfinished.write_text(json.dumps({"fingerprints": dict(fingerprints), **asdict(core)}, indent=1) + "\n", encoding="utf-8")
    unfinished.replace(file)


def read_core(file: Path, fingerprints: Mapping[str, str]) -> Core | None:
    """A core from its file; None where there is none, or one of another model."""
    if not file.is_file():
        return None
    found = json.loads(file.read_text(encoding="utf-8"))
    if found.pop("fingerprints") != dict(fingerprints):
        return None
    alone, together = (
        tuple(Change(**(each | {"without": tuple(each["without"])})) for each in found[name]) for name in ("alone", "together")
    )
    return Core(tuple(found["kept"]), tuple(found["not_needed"]), alone, together, found["scores"])
