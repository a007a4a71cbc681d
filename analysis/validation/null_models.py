"""Models without the content: what says the joint rows as well as ours has explained nothing.

(a) No differences between partnerships: the same model, all alike in what they begin with and may decide, calibrated by itself.
Harder to beat: those who answer may besides have more noise and a larger halo than we allow ours; refitted by weighting lives over
a grid of both.
(b) Endings by luck: as many of each, but who gets which is drawn.
(c) The pooled mean: every answer as the mean of its scale, whatever the others are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np

from samvirke.analysis.calibration.likelihood import Question, answers_in_cells
from samvirke.analysis.calibration.smc import normalised
from samvirke.analysis.survey.instrument import answers
from samvirke.analysis.validation.ensembles import Draws, Simulated, Tell, months_of, taken_from_runs
from samvirke.analysis.validation.left_out import Draw
from samvirke.analysis.validation.questions_of import Answered, per_draw
from samvirke.analysis.validation.scores import score_of_counts
from samvirke.analysis.validation.weighting import weighted_mean
from samvirke.model.ensemble import Ensemble
from samvirke.model.items import ITEM_NUMBER, ITEMS
from samvirke.model.scenario import Scenario
from samvirke.model.world import lay_out

FREER = "no_differences_freer_answers"
DIFFERENCES = ("difference_between_partnerships", "difference_between_organisations", "difference_between_persons")
NOISES = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4)
HALOS = (0.0, 0.1, 0.2, 0.4)
RESPONSES = tuple(product(NOISES, HALOS))
JOINT_ITEMS = ("all_seven_c_high", "adjusts_constellation", "adjusts_activities")
DECLARED = tuple(ITEM_NUMBER[name] for name, item in ITEMS.items() if item.declared)


@dataclass(frozen=True)
class Alike:
    """Null model (a) with freer answers, refitted: `fit` has one row per draw and response; mean noise and halo that the fit wants.

    `families` number the rows so that those of one draw, and of its copies, have one number.
    """

    fit: Draw
    validation: Answered
    noise: float
    halo: float
    families: Any


def all_alike(scenario: Scenario) -> Scenario:
    """The scenario without differences between partnerships in what they begin with and may decide."""
    cases = tuple(case.model_copy(update={"levers": {}}) for case in scenario.partnerships)
    values = {**scenario.parameters, **dict.fromkeys(DIFFERENCES, 0.0)}
    return scenario.model_copy(update={"partnerships": cases, "parameters": values})


def without_differences(
    scenario: Scenario,
    draws: Draws,
    questions: Sequence[Question],
    unseen: Sequence[Question],
    sure: Sequence[float],
    seed: int,
    tell: Tell,
) -> Alike:
    """Live it, answer with every noise and halo, and weight by how much likelier that makes what was reported than their own do.

    The draws have seen what was reported, answering with their own noise and halo; `sure` are the concentrations of the questions.
    """
    world = lay_out(all_alike(scenario), monthly=False, events=False)
    months = months_of(world)
    every = (*questions, *unseen)
    parts = taken_from_runs(world, draws, seed, lambda ensemble: _counts(ensemble, every, months), tell)
    counts = [np.concatenate(each, axis=1) for each in zip(*parts, strict=True)]
    own, freer = zip(*((per_draw(each[0], draws.runs_each), _of_responses(each[1:], draws)) for each in counts), strict=True)
    seen = len(questions)
    fitted, before = (Answered(tuple(questions), tuple(each[:seen])).log_likelihoods(sure) for each in (freer, own))
    gained = (fitted - np.tile(before, (len(RESPONSES), 1))).sum(axis=1)
    weights = normalised(np.log(np.tile(draws.weights, len(RESPONSES))) + gained)
    noises, halos = (np.repeat([each[at] for each in RESPONSES], len(draws.weights)) for at in (0, 1))
    fit = Draw(weights, fitted, Answered(tuple(questions), tuple(freer[:seen])))
    families = np.tile(draws.family_of_each, len(RESPONSES))
    return Alike(fit, Answered(tuple(unseen), tuple(freer[seen:])), weighted_mean(noises, weights), weighted_mean(halos, weights), families)


def _of_responses(counts: Any, draws: Draws) -> Any:
    """From responses x runs x cells to (responses x draws) x cells."""
    return np.concatenate([per_draw(each, draws.runs_each) for each in counts])


def _counts(ensemble: Ensemble, questions: Sequence[Question], months: Sequence[int]) -> list[Any]:
    """For each question responses x runs x cells; the first response is the lives' own."""
    freer = (answers(replace(ensemble, draws=_answered_with(ensemble.draws, *response))) for response in RESPONSES)
    given = [answers(ensemble), *freer]
    return [np.stack([answers_in_cells(question, each, months) for each in given]) for question in questions]


def _answered_with(records: Any, noise: float, halo: float) -> Any:
    changed = records.copy().view(np.recarray)
    changed["response_noise"], changed["halo"] = noise, halo
    return changed


def endings_by_chance(simulated: Simulated, seed: int) -> Simulated:
    """The same lives, but within each the endings are dealt out anew, each with what it adjusts."""
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


def joint_scores(answered: Answered, weights: Any) -> dict[str, float]:
    """Log scores of the joint questions."""
    joint = joint_of(answered)
    return {each.name: score_of_counts(each, counts) for each, counts in zip(joint.questions, joint.pooled(weights), strict=True)}
