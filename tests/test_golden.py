"""The golden baseline: outcomes of a few seeds as they were; changed only on purpose, by `python -m tests.test_golden`.

Floating-point sums are compared within 1e-9, because processors differ in the last bits of `pow` and `log`.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samvirke.analysis.survey.instrument import answers
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.scenario import read_scenario
from samvirke.model.world import lay_out
from tests.ensembles import tiny

FILE = Path(__file__).parent / "golden.json"
NUMBERS = ("trust", "synergy", "attainment", "hours_total", "know_how", "wellbeing_change", "received_dkk")
COUNTS = ("future", "future_12_months", "departures", "volunteers_joined", "volunteers_left", "ever_participated", "end_month")


def summary(ensemble: Ensemble) -> list[dict[str, Any]]:
    """Per run: each measure over the partnerships, and a checksum of all answers."""
    given = answers(ensemble)
    return [
        {
            "seed": int(seed),
            **{name: [round(float(value), 12) for value in ensemble.partnerships[name][run]] for name in NUMBERS},
            **{name: [int(value) for value in ensemble.partnerships[name][run]] for name in COUNTS},
            "answers": int((given[run].astype(np.int64) * np.arange(1, given[run].size + 1).reshape(given[run].shape)).sum()),
        }
        for run, seed in enumerate(ensemble.seeds)
    ]


def current() -> dict[str, Any]:
    """What the model gives now."""
    few = read_scenario("partnerskabspuljen", only=["abc-mental-sundhed", "mere-liv-i-lungerne", "forum-for-maends-sundhed", "laks"])
    return {
        "tiny": summary(simulate(lay_out(tiny(), events=False), [1, 2, 3])),
        "four of the 37": summary(simulate(lay_out(few, events=False), [1, 2])),
    }


@pytest.mark.parametrize("scenario", ["tiny", "four of the 37"])
def test_outcomes_per_seed_are_what_they_were(scenario: str) -> None:
    stored = json.loads(FILE.read_text())[scenario]
    now = current()[scenario]
    assert [run["seed"] for run in now] == [run["seed"] for run in stored]
    for run_now, run_then in zip(now, stored, strict=True):
        for name in COUNTS:
            assert run_now[name] == run_then[name], name
        for name in NUMBERS:
            np.testing.assert_allclose(run_now[name], run_then[name], rtol=1e-9, atol=1e-9, err_msg=name)
        assert run_now["answers"] == run_then["answers"]


if __name__ == "__main__":
    FILE.write_text(json.dumps(current(), indent=1) + "\n")
