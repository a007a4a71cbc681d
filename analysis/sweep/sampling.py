"""Which points a design has: one row of values per point, one column for everything that varies.

All but grids are drawn as shares (0-1) of each range, the same for the same seed; SALib's indices are computed from shares too.
"""

from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
from scipy.stats import qmc

from samvirke.analysis.sweep.terse import TerseDesign
from samvirke.analysis.sweep.varied import Varied


def points_of(design: TerseDesign, varied: Sequence[Varied]) -> Any:
    """Values (points x varied) of a grid, a Latin hypercube, a Sobol or a Morris design."""
    if design.kind == "grid":
        return np.array(list(product(*(each.values for each in varied))), dtype=float).reshape(-1, len(varied))
    shares = SHARES[design.kind](design, len(varied))
    return np.stack([each.at(shares[:, column]) for column, each in enumerate(varied)], axis=-1)


def how_many_points(design: TerseDesign, varied: Sequence[Varied]) -> int:
    """How many points such a design has, without drawing them."""
    number = len(varied)
    if design.kind == "grid":
        return int(np.prod([float(len(each.values)) for each in varied]))
    if design.kind == "sobol":
        return (design.points or 0) * (2 * number + 2 if design.second_order else number + 2)
    if design.kind == "morris":
        return (design.trajectories or 0) * (number + 1)
    return (design.points or 0) * design.blocks


def problem_of(varied: Sequence[Varied]) -> dict[str, Any]:
    """What SALib calls the problem: names, and bounds of their shares."""
    return {"num_vars": len(varied), "names": [each.column for each in varied], "bounds": [[0.0, 1.0]] * len(varied)}


def _latin_hypercube(design: TerseDesign, number: int) -> Any:
    """One hypercube per block, each with a seed of its own: another block leaves the first ones as they are."""
    blocks = (
        qmc.LatinHypercube(number, rng=np.random.default_rng([design.seed, block])).random(design.points) for block in range(design.blocks)
    )
    return np.concatenate(list(blocks))


def _sobol(design: TerseDesign, number: int) -> Any:
    """A scrambled sequence: twice as many points keep the first."""
    from SALib.sample import sobol

    problem = {"num_vars": number, "names": [str(each) for each in range(number)], "bounds": [[0.0, 1.0]] * number}
    return sobol.sample(problem, design.points, calc_second_order=design.second_order, seed=design.seed)


def _morris(design: TerseDesign, number: int) -> Any:
    """Each trajectory with a seed of its own: more trajectories keep the first."""
    from SALib.sample import morris

    problem = {"num_vars": number, "names": [str(each) for each in range(number)], "bounds": [[0.0, 1.0]] * number}
    seeds = np.random.SeedSequence(design.seed).generate_state(design.trajectories or 0)
    trajectories = [morris.sample(problem, 1, num_levels=design.levels, seed=int(each)) for each in seeds]
    return np.concatenate(trajectories)


SHARES = {"latin_hypercube": _latin_hypercube, "sobol": _sobol, "morris": _morris}
