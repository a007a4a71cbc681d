"""The emulator says what the simulator would, the sampler finds a posterior that is known, and a wrong posterior is caught."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samvirke.analysis.calibration.coverage import AS_SAMPLED, LIKELIHOOD, MADE_WRONG, OF_THE_PRIOR, coverage, verdict
from samvirke.analysis.calibration.emulator import as_arrays, correlations, fit, from_arrays, moving
from samvirke.analysis.calibration.evidence import Evidence
from samvirke.analysis.calibration.hamiltonian import mixing, moved
from samvirke.analysis.calibration.joint_likelihood import reported, target_of
from samvirke.analysis.calibration.kept_files import save
from samvirke.analysis.calibration.likelihood import Question
from samvirke.analysis.calibration.table_of_runs import Table
from samvirke.analysis.calibration.tallies import Tallies
from tests.ensembles import same_bits

ASKED = 30
NAMES = ("first", "second", "third")
CENTRES, WIDTH = np.array([1.0, -0.5, 0.0]), 0.4


def questions() -> tuple[Question, ...]:
    """Two questions of two and three answers."""
    return (
        Question("synergy", "36", None, ((4, 5), (1, 2, 3)), (20, 10), ("one",)),
        Question("trust_between_partners", "36", None, ((5,), (4,), (1, 2, 3)), (5, 15, 10), ("two",)),
    )


TALLIES = Tallies(Evidence(questions(), (), (), ()))


def chances_at(scores: Any) -> Any:
    """The truth: the first question depends on the first score, the second on the product of the first and second; nothing on the third."""
    yes = 1.0 / (1.0 + np.exp(-scores[:, 0]))
    logits = np.stack([0.7 * scores[:, 0] * scores[:, 1], 0.5 * scores[:, 1], np.zeros(len(scores))], axis=1)
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return np.concatenate([np.stack([yes, 1.0 - yes], axis=1), shares], axis=1)


def table(runs: int, seed: int) -> Table:
    chance = np.random.default_rng(seed)
    scores = chance.standard_normal((runs, len(NAMES)))
    chances = chances_at(scores)
    counts = [chance.multinomial(ASKED, chances[:, block]) for block in TALLIES.blocks]
    return Table(scores, np.concatenate(counts, axis=1).astype(float))


def test_it_says_what_the_simulator_would():
    runs = table(6000, 1)
    emulator = fit(NAMES, runs.scores, runs.columns, TALLIES)
    scores = np.random.default_rng(2).standard_normal((500, 3))
    found, _ = emulator.log_chances(scores)
    assert np.abs(np.exp(found) - chances_at(scores)).mean() < 0.01


def test_its_slopes_are_those_of_what_it_says():
    runs = table(2000, 1)
    target = target_of(reported(TALLIES), fit(NAMES, runs.scores, runs.columns, TALLIES))
    scores, step = np.random.default_rng(3).standard_normal((20, 3)), 1e-2
    _, slopes = target(scores)
    for column in range(3):
        apart = np.zeros(3)
        apart[column] = step
        by_steps = (target(scores + apart)[0] - target(scores - apart)[0]) / (2.0 * step)
        assert slopes[:, column] == pytest.approx(by_steps, abs=0.05)


def test_kept_and_read_again_it_is_the_same(tmp_path: Path):
    runs = table(1000, 1)
    emulator = fit(NAMES, runs.scores, runs.columns, TALLIES)
    save(tmp_path / "emulator.npz", **as_arrays(emulator))
    with np.load(tmp_path / "emulator.npz") as found:
        again = from_arrays(found, TALLIES)
    assert again.names == emulator.names
    assert same_bits(again.log_chances(runs.scores)[0], emulator.log_chances(runs.scores)[0])


def test_what_moves_nothing_is_not_sampled():
    runs = table(4000, 1)
    assert sorted(moving(correlations(runs.scores, runs.columns)).tolist()) == [0, 1]


def normal(scores: Any) -> tuple[Any, Any]:
    """Normal in the first two directions, silent about the third."""
    apart = (scores[:, :2] - CENTRES[:2]) / WIDTH
    return -0.5 * (apart**2).sum(axis=1), np.concatenate([-apart / WIDTH, np.zeros((len(scores), 1))], axis=1)


def test_the_sampler_finds_a_posterior_that_is_known():
    draws, history = moved(normal, np.random.default_rng(1).standard_normal((1500, 3)), 60, np.random.default_rng(2))
    shrunk = 1.0 / (1.0 + WIDTH**2)
    assert draws.mean(axis=0) == pytest.approx(CENTRES * shrunk, abs=0.08)
    assert draws.std(axis=0) == pytest.approx([WIDTH * shrunk**0.5] * 2 + [1.0], abs=0.08)
    assert mixing(history) < 1.1


def test_chains_that_stand_still_are_not_taken_for_settled():
    assert mixing(np.repeat(np.arange(50.0)[None], 40, axis=0) + np.random.default_rng(1).normal(0.0, 0.1, (40, 50))) > 2.0


@dataclass(frozen=True)
class Calibrated:
    """What the check on synthetic reports needs of a calibration."""

    emulator: Any
    observed: Any
    held_out: Table
    seed: int = 1


def checked() -> Any:
    runs = table(6000, 1)
    calibrated = Calibrated(fit(NAMES, runs.scores, runs.columns, TALLIES), reported(TALLIES), table(300, 9))
    return coverage(calibrated, lambda part: None)  # type: ignore[arg-type]


def test_where_the_method_is_right_ranks_are_even_and_a_wrong_posterior_is_caught():
    found = checked()
    smallest = found.groupby("treatment").p.min() * (len(NAMES) + 1)
    assert smallest[AS_SAMPLED] > 0.01
    for treatment in MADE_WRONG:
        if treatment != AS_SAMPLED:
            assert smallest[treatment] < 0.01, treatment
    ignoring = found[found.treatment == OF_THE_PRIOR]
    assert ignoring[ignoring.parameter != LIKELIHOOD].p.min() * len(NAMES) > 0.01, "only the likelihood's rank tells"
    assert verdict(found) > 0.001
    assert found[found.treatment == AS_SAMPLED].covered_90.mean() == pytest.approx(0.9, abs=0.04)
