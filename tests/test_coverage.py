"""Coverage: right where the likelihood is right, too low where it is too sure of itself."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from scipy.special import ndtri

from samvirke.analysis.calibration.coverage import coverage
from samvirke.analysis.calibration.likelihood import log_likelihood

POOLED = 2000


@dataclass(frozen=True)
class Toy:
    """One question answered by 37, whose share of yes is the parameter; `surer` raises the likelihood to a power it has not."""

    surer: float = 1.0
    sampled: tuple[str, ...] = ("share", "idle")
    seed: int = 1

    def counts_of_runs(self, points: Any, evaluation: int) -> Any:
        yes = np.random.default_rng([evaluation, 9]).binomial(37, points[:, 0])
        return np.stack([yes, 37 - yes], axis=1).astype(float)

    def log_likelihood(self, points: Any, evaluation: int) -> tuple[Any, Any]:
        return np.zeros(len(points)), np.stack([points[:, 0], 1.0 - points[:, 0]], axis=1) * POOLED

    def log_likelihood_of(self, pooled: Any, reported: Any) -> Any:
        return self.surer * log_likelihood(reported, pooled)


def table(points: int = 800) -> Any:
    return ndtri(np.random.default_rng(4).random((points, 2)) * 0.998 + 0.001)


def covered(toy: Toy, parameter: str, level: float) -> float:
    found = coverage(toy, table())  # type: ignore[arg-type]
    (share,) = found.covered[(found.parameter == parameter) & (found.level == level)]
    return float(share)


@pytest.mark.parametrize("parameter", ["share", "idle"])
@pytest.mark.parametrize("level", [0.5, 0.9])
def test_a_right_likelihood_covers_as_often_as_it_says(parameter: str, level: float):
    assert covered(Toy(), parameter, level) == pytest.approx(level, abs=0.09)


def test_one_too_sure_of_itself_covers_too_seldom():
    assert covered(Toy(surer=8.0), "share", 0.9) < 0.7
