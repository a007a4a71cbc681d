"""Null models: if one of them predicts the joint rows as well as ours does, ours has explained nothing.

(a) No differences between partnerships: the same model, all alike in what they begin with and may decide, calibrated separately.
Harder to beat: respondents may also have more noise and a larger halo than the bounds of our priors allow; refitted by weighting runs
over a grid of both.
(b) Endings at random: as many of each, but randomly assigned to the partnerships of a run.
(c) The pooled mean: every answer as the mean of its scale, whatever the others are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.likelihood import Question, answers_in_cells
from samvirke.analysis.calibration.smc import normalised
from samvirke.analysis.survey.instrument import answers
from samvirke.analysis.validation.ensembles import CountRuns, Draws, Simulated, map_runs, months_of
from samvirke.analysis.validation.left_out import Fit
from samvirke.analysis.validation.scores import Answered, per_draw, score_of_counts
from samvirke.analysis.validation.weighting import weighted_mean
from samvirke.model.ensemble import Ensemble
from samvirke.model.items import ITEM_NUMBER, ITEMS
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Scenario
from samvirke.model.world import lay_out

FREER = "no_differences_freer_answers"
DIFFERENCES = (
    "difference_between_partnerships",
    "difference_between_organisations",
    "difference_between_persons",
    *(name for name in REGISTRY if name.startswith("starts_apart_in_")),
)
NOISES = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4)
HALOS = (0.0, 0.1, 0.2, 0.4)
RESPONSES = tuple(product(NOISES, HALOS))
JOINT_ITEMS = ("all_seven_c_high", "adjusts_constellation", "adjusts_activities")
DECLARED = tuple(ITEM_NUMBER[name] for name, item in ITEMS.items() if item.declared)


@dataclass(frozen=True)
class FreerNull:
    """Null model (a) with freer answers, refitted: `fit` has one row per draw and response; posterior mean of noise and halo.

    `groups` has one number per row, the same for rows of one draw and of its copies.
    """

    fit: Fit
    validation: Answered
    noise: float
    halo: float
    groups: NDArray[np.int64]


def without_differences(scenario: Scenario) -> Scenario:
    """The scenario without differences between partnerships in what they begin with and may decide."""
    cases = tuple(case.model_copy(update={"levers": {}}) for case in scenario.partnerships)
    values = {**scenario.parameters, **dict.fromkeys(DIFFERENCES, 0.0)}
    return scenario.model_copy(update={"partnerships": cases, "parameters": values})


def fit_freer_null(
    scenario: Scenario,
    draws: Draws,
    questions: Sequence[Question],
    unseen: Sequence[Question],
    concentrations: Sequence[float],
    seed: int,
    count_runs: CountRuns,
) -> FreerNull:
    """Simulate the null model, answer with every noise and halo of the grid, and weight by the ratio of likelihoods to their own answers.

    The draws were calibrated to the reported answers with their own noise and halo; `concentrations` are those of the questions.
    """
    world = lay_out(without_differences(scenario), monthly=False, events=False)
    months = months_of(world)
    every = (*questions, *unseen)
    parts = map_runs(world, draws, seed, lambda ensemble: _counts(ensemble, every, months), count_runs)
    counts = [np.concatenate(each, axis=1) for each in zip(*parts, strict=True)]
    own, freer = zip(*((per_draw(each[0], draws.runs_each), _of_responses(each[1:], draws)) for each in counts), strict=True)
    seen = len(questions)
    fitted, before = (Answered(tuple(questions), tuple(each[:seen])).log_likelihoods(concentrations) for each in (freer, own))
    gained = (fitted - np.tile(before, (len(RESPONSES), 1))).sum(axis=1)
    weights = normalised(np.log(np.tile(draws.weights, len(RESPONSES))) + gained)
    noises, halos = (np.repeat([each[at] for each in RESPONSES], len(draws.weights)) for at in (0, 1))
    fit = Fit(weights, fitted, Answered(tuple(questions), tuple(freer[:seen])))
    groups = np.tile(draws.group_of_each, len(RESPONSES))
    return FreerNull(
        fit, Answered(tuple(unseen), tuple(freer[seen:])), weighted_mean(noises, weights), weighted_mean(halos, weights), groups
    )


def _of_responses(counts: NDArray[np.float64], draws: Draws) -> NDArray[np.float64]:
    """From responses x runs x cells to (responses x draws) x cells."""
    return np.concatenate([per_draw(each, draws.runs_each) for each in counts])


def _counts(ensemble: Ensemble, questions: Sequence[Question], months: Sequence[int]) -> list[NDArray[np.float64]]:
    """For each question responses x runs x cells; the first response is the runs' own."""
    freer = (answers(replace(ensemble, draws=_answered_with(ensemble.draws, *response))) for response in RESPONSES)
    given = [answers(ensemble), *freer]
    return [np.stack([answers_in_cells(question, each, months) for each in given]) for question in questions]


def _answered_with(records: NDArray[Any], noise: float, halo: float) -> NDArray[Any]:
    changed = records.copy().view(np.recarray)
    changed["response_noise"], changed["halo"] = noise, halo
    return changed


def endings_at_random(simulated: Simulated, seed: int) -> Simulated:
    """The same runs, but within each the endings are permuted over the partnerships, each with what it adjusts."""
    given = simulated.answers.copy()
    order = np.random.default_rng([seed, 7]).random(given.shape[:2]).argsort(axis=1)
    for item in DECLARED:
        given[:, :, -1, item] = np.take_along_axis(given[:, :, -1, item], order, axis=1)
    return replace(simulated, answers=given)


def is_joint(question: Question) -> bool:
    """Whether the question is about two answers together."""
    return question.item in JOINT_ITEMS or question.given is not None


def joint_of(answered: Answered) -> Answered:
    """The joint questions of them."""
    of = [at for at, each in enumerate(answered.questions) if is_joint(each)]
    return Answered(tuple(answered.questions[at] for at in of), tuple(answered.counts[at] for at in of))


def joint_scores(answered: Answered, weights: NDArray[np.float64]) -> dict[str, float]:
    """Log scores of the joint questions."""
    joint = joint_of(answered)
    return {each.name: score_of_counts(each, counts) for each, counts in zip(joint.questions, joint.pooled(weights), strict=True)}
