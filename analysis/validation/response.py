"""Simulated answers and simulated states: how much of the answers comes from the partnerships, and how much from who answered."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.survey.instrument import HIGH
from samvirke.analysis.validation.ensembles import Simulated
from samvirke.analysis.validation.weighting import weighted_mean, weighted_quantile
from samvirke.model.items import ITEM_NUMBER, ITEMS, SCALES, SEVEN_CS

HIGH_STATE = 0.6  # where a five-step answer becomes 4, were it given without shift or noise
C_ITEMS = tuple(item for items in SEVEN_CS.values() for item in items)
SYNERGY = "synergy"
SHIFTS = ("social_desirability", "halo", "response_noise")


@dataclass(frozen=True)
class ShareHigh:
    """An item's share high (percent of partnerships), in the answers and in the simulated state."""

    item: str
    answered: float
    state: float


@dataclass(frozen=True)
class Response:
    """What the instrument does to the answers.

    `reliability` by item of the seven C's; `explained` is how much of an answer's variance the state of the whole partnership
    explains: less, since each sees her own ties and tasks. `as_answered` and `as_it_is` are the mean correlations within runs among
    the seven C's and synergy (8 x 8); `shifts` has mean, low and high in points of 100 of each parameter of the instrument.
    """

    reliability: dict[str, float]
    explained: dict[str, float]
    as_answered: NDArray[np.float64]
    as_it_is: NDArray[np.float64]
    shifts: dict[str, tuple[float, float, float]]
    noise_within_bound: float
    high: tuple[ShareHigh, ...]

    @property
    def mean_reliability(self) -> float:
        """Share of the variance of the answers about the seven C's that comes from the partnerships."""
        return float(np.nanmean(list(self.reliability.values())))

    @property
    def mean_explained(self) -> float:
        """Share of that variance that the state of the whole partnership explains."""
        return float(np.nanmean(list(self.explained.values())))


def response(simulated: Simulated, bound: float) -> Response:
    """All of it, at the last questionnaire; `bound` is the most that the noise may be."""
    wave, of_runs = len(simulated.months) - 1, simulated.draws.weights_of_runs
    answers, again, latent = simulated.answers[:, :, wave], simulated.again[:, :, wave], simulated.latent[:, :, wave]
    columns = [ITEM_NUMBER[item] for item in C_ITEMS]
    noise = simulated.draws.records["response_noise"]
    return Response(
        {item: reliability(answers[..., each], again[..., each], of_runs) for item, each in zip(C_ITEMS, columns, strict=True)},
        {item: reliability(answers[..., each], latent[..., each], of_runs) ** 2 for item, each in zip(C_ITEMS, columns, strict=True)},
        mean_correlations(seven_cs_and_synergy(answers), of_runs),
        mean_correlations(seven_cs_and_synergy(latent), of_runs),
        {name: _in_points(simulated.draws.records[name], of_runs) for name in SHIFTS},
        float(of_runs[noise <= bound].sum()),
        tuple(share_high(item, answers, latent, of_runs) for item in five_step_items()),
    )


def reliability(first: ArrayLike, second: ArrayLike, weights: NDArray[np.float64]) -> float:
    """Correlation, within runs, of what two respondents say of the same partnerships (runs x partnerships).

    1: all differences between answers come from the partnerships; 0: none does. NaN where all answer alike.
    """
    one, other = (np.asarray(each, dtype=float) for each in (first, second))
    one, other = one - one.mean(axis=1, keepdims=True), other - other.mean(axis=1, keepdims=True)
    together, first_alone, second_alone = (float(weights @ (a * b).mean(axis=1)) for a, b in ((one, other), (one, one), (other, other)))
    spread = (first_alone * second_alone) ** 0.5
    return together / spread if spread > 0 else float("nan")


def seven_cs_and_synergy(values: NDArray[Any]) -> NDArray[np.float64]:
    """Each C the mean of its items, and last synergy: runs x partnerships x 8."""
    means = [values[..., [ITEM_NUMBER[item] for item in items]].mean(axis=-1, dtype=float) for items in SEVEN_CS.values()]
    return np.stack([*means, values[..., ITEM_NUMBER[SYNERGY]].astype(float)], axis=-1)


def mean_correlations(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Correlations over the partnerships of a run, averaged over runs: from runs x partnerships x k to k x k."""
    centred = values - values.mean(axis=1, keepdims=True)
    spread = centred.std(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = np.where(spread > 1e-12, centred / spread, np.nan)
    of_runs = np.einsum("rpi,rpj->rij", scores, scores) / values.shape[1]
    known = ~np.isnan(of_runs) * np.asarray(weights)[:, None, None]
    with np.errstate(invalid="ignore"):
        return (np.nan_to_num(of_runs) * known).sum(axis=0) / known.sum(axis=0)


def mean_among_cs(correlations: NDArray[np.float64]) -> float:
    """Mean correlation among the seven C's."""
    number = len(SEVEN_CS)
    return float(np.nanmean(correlations[:number, :number][np.triu_indices(number, 1)]))


def mean_with_synergy(correlations: NDArray[np.float64]) -> float:
    """Mean correlation of synergy with the seven C's."""
    return float(np.nanmean(correlations[-1, :-1]))


def five_step_items() -> list[str]:
    """Items with five steps and a desirable end that are asked in the questionnaires."""
    return [name for name, item in ITEMS.items() if item.evaluative > 0 and not item.declared and len(SCALES[item.scale].codes) == 5]


def share_high(item: str, answers: NDArray[Any], latent: NDArray[Any], weights: NDArray[np.float64]) -> ShareHigh:
    """Share of the partnerships that answer 4 or 5, and share whose state is as high."""
    number = ITEM_NUMBER[item]
    answered, state = (answers[..., number] >= HIGH).mean(axis=1), (latent[..., number] >= HIGH_STATE).mean(axis=1)
    return ShareHigh(item, 100.0 * weighted_mean(answered, weights), 100.0 * weighted_mean(state, weights))


def _in_points(values: NDArray[np.float64], weights: NDArray[np.float64]) -> tuple[float, float, float]:
    points = 100.0 * values
    return weighted_mean(points, weights), weighted_quantile(points, weights, 0.05), weighted_quantile(points, weights, 0.95)
