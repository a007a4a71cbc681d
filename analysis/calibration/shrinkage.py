"""The parameters that are not sampled: held towards their default by one spread, which is sampled with the others.

At a spread of 0 they stand at their default, at 1 they are spread over the whole prior.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr
from scipy.stats import norm

from samvirke.model.draws import UNCERTAIN
from samvirke.model.parameters import REGISTRY

Floats = NDArray[np.float64]
SPREAD = "spread_of_the_others"
WHOLE = 1.0 - 1e-3  # the share of its prior at which the spread counts as whole


def whole_points(scores: Floats, sampled: tuple[str, ...], chance: np.random.Generator) -> Floats:
    """Scores of all uncertain parameters and, last, the spread, from those of the sampled ones and the spread; the others are drawn."""
    columns = np.array([UNCERTAIN.index(name) for name in sampled])
    points = np.column_stack([chance.standard_normal((len(scores), len(UNCERTAIN))), scores[:, -1]])
    points[:, columns] = scores[:, :-1]
    return shrunk(points, columns)


def shrunk(points: Floats, columns: NDArray[np.int64]) -> Floats:
    """The same points with all but `columns` between their default and where they stand, as far as the spread in the last column says."""
    defaults = default_scores()
    others = np.ones(len(UNCERTAIN), dtype=bool)
    others[columns] = False
    spread = ndtr(points[:, -1:])
    moved_in = defaults + spread * (points[:, :-1] - defaults)
    return np.column_stack([np.where(others, moved_in, points[:, :-1]), points[:, -1]])


def default_scores() -> Floats:
    """The normal score of each uncertain parameter's default in its prior."""
    shares = [float(REGISTRY[name].prior.share_of(REGISTRY[name].default)) for name in UNCERTAIN]
    return np.asarray(norm.ppf(np.clip(shares, 1.0 - WHOLE, WHOLE)))
