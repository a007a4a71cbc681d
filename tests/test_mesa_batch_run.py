"""`mesa.batch_run` on the model: seeds and levers as a Mesa user gives them, on every version of Mesa."""

import inspect
from typing import Any

import mesa
import pytest

from samvirke.model.mesa_face import PartnershipModel
from tests.mesa_runs import CASE


def in_batch(seeds: list[int | None], **parameters: Any) -> list[dict[str, Any]]:
    """`mesa.batch_run` with seeds, as this version of Mesa wants them."""
    keywords: dict[str, Any] = {"number_processes": 1, "display_progress": False, "max_steps": 12}
    if "rng" in inspect.signature(mesa.batch_run).parameters:
        rows = mesa.batch_run(PartnershipModel, parameters, rng=seeds, **keywords)
    else:
        rows = mesa.batch_run(PartnershipModel, {**parameters, "rng": seeds}, **keywords)
    return list(rows)


def test_batch_run_crosses_seeds_and_levers() -> None:
    rows = in_batch([1, 2], scenario="one-partnership", openness=[0.1, 0.9])
    assert {(row["rng"], row["openness"]) for row in rows} == {(1, 0.1), (1, 0.9), (2, 0.1), (2, 0.9)}
    for row in rows:
        model = PartnershipModel(rng=row["rng"], openness=row["openness"])
        while model.month < row["month"]:
            model.step()
        assert row["trust"] == model.partnership(CASE).trust


def test_batch_run_without_seeds_says_how_to_give_them() -> None:
    with pytest.raises(ValueError, match=r"mesa\.batch_run takes seeds from Mesa 3\.5 on as an argument, rng=\[1, 2\]"):
        in_batch([None, None])


def test_seeds_among_the_parameters_of_a_batch_are_run_or_refused() -> None:
    """Mesa 3.5 puts None over them; before, that is where they belong."""
    keywords: dict[str, Any] = {"number_processes": 1, "display_progress": False, "max_steps": 1}
    if "rng" in inspect.signature(mesa.batch_run).parameters:
        with pytest.raises(ValueError, match="rng = None is no seed"):
            mesa.batch_run(PartnershipModel, {"rng": [1, 2]}, **keywords)
    else:
        assert {row["rng"] for row in mesa.batch_run(PartnershipModel, {"rng": [1, 2]}, **keywords)} == {1, 2}
