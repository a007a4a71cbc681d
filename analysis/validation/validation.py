"""The whole proof of a posterior, in lives of its draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.calibration.leave_one_out_file import ANOTHER_SEED, NOTHING, NULL, SCENARIO
from samvirke.analysis.calibration.likelihood import Question
from samvirke.analysis.calibration.posterior import Posterior, months_asked_about
from samvirke.analysis.validation.agreement import Agreement, agreement
from samvirke.analysis.validation.asked_twice import AskedTwice, asked_twice
from samvirke.analysis.validation.baselines import mean_of_the_scale, saturated, uniform
from samvirke.analysis.validation.endings import MOVES, Change, move_each
from samvirke.analysis.validation.ensembles import Draws, Simulated, Tell, live_draws
from samvirke.analysis.validation.identification import Identified, drawn_from_their_prior, identify
from samvirke.analysis.validation.left_out import Draw, LeftOut, by_refit, leave_out_blocks
from samvirke.analysis.validation.null_models import (
    FREER,
    Alike,
    all_alike,
    endings_by_chance,
    is_joint,
    joint_of,
    joint_scores,
    without_differences,
)
from samvirke.analysis.validation.parts import (
    EVERY_OTHER,
    Asked,
    Refits,
    Size,
    asked_of,
    chosen,
    concentrations_of,
    coverage_of,
    null_of,
    places_of,
)
from samvirke.analysis.validation.predictive import Predicted, percent_at_n, places_in_line, predict
from samvirke.analysis.validation.questions_of import Answered, answered
from samvirke.analysis.validation.response import Response, response
from samvirke.analysis.validation.score_errors import error_of_answers, error_of_score
from samvirke.analysis.validation.scores import Score, score_of_baseline, score_of_counts, score_of_rows, score_of_shares
from samvirke.model.draws import prior_draws
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Scenario
from samvirke.model.world import World, lay_out

SimulatedWithout = dict[str, dict[str, Simulated]]
"""Lives of the draws that have not seen a block, by model and block."""
Progress = Callable[[int, int], None]
"""Is told how many lives are done, and of how many."""
MOVES_AND_SIDES = 2 * len(MOVES)


@dataclass(frozen=True)
class Likert:
    """A question's cells: what was reported and what is simulated, in percent."""

    question: Question
    reported: tuple[float, ...]
    simulated: tuple[float, ...]


@dataclass(frozen=True)
class Validation:
    """Everything the page says, and what it was made from. Rows are beside the posterior; `prior` are the fitted ones beside the prior."""

    scenario: Scenario
    posterior: Posterior
    seed: int
    draws: int
    replicates: int
    asked: Asked
    fitted: tuple[Predicted, ...]
    prior: tuple[Predicted, ...]
    validation: tuple[Predicted, ...]
    bounds: tuple[Predicted, ...]
    inputs: tuple[Predicted, ...]
    likert: tuple[Likert, ...]
    scores: tuple[Score, ...]
    response: Response
    identified: tuple[Identified, ...]
    not_sampled: tuple[str, ...]
    changes: tuple[Change, ...]
    left_out: tuple[LeftOut, ...]
    twice: tuple[AskedTwice, ...]
    alike: Alike
    joint: dict[str, dict[str, float]]
    joint_errors: dict[str, float]
    coverage: Any
    agreement: Agreement | None


def runs_of(posterior: Posterior, refits: Refits, size: Size) -> int:
    """How many lives a proof takes."""
    draws, others = (len(places_of(posterior, size.draws, step)) for step in (1, EVERY_OTHER))
    freer = len(places_of(null_of(posterior, refits), size.draws, EVERY_OTHER))
    every_refit = ((block, each) for blocks in refits.values() for block, each in blocks.items())
    of_refits = sum(len(places_of(each, size.draws)) * size.runs_without(block) for block, each in every_refit)
    moves = others * MOVES_AND_SIDES * size.runs_moved
    return (draws + freer) * size.runs_each + size.of_prior + moves + of_refits


def validated(
    scenario: Scenario, posterior: Posterior, refits: Refits, seed: int, size: Size, progress: Progress | None = None
) -> Validation:
    """Live the draws and measure everything. Raises ScenarioError where the scenario has no reported figures."""
    asked = asked_of(scenario)
    short = scenario.model_copy(update={"months": months_asked_about(scenario)})
    tell = _counting(progress, runs_of(posterior, refits, size))
    world = lay_out(short, monthly=False, events=False)
    every, others = (places_of(posterior, size.draws, step) for step in (1, EVERY_OTHER))
    ours = live_draws(world, chosen(posterior, every, size.runs_each, seed), seed, tell)
    prior = _live_prior(world, size, seed, tell)
    some = chosen(null_of(posterior, refits), places_of(null_of(posterior, refits), size.draws, EVERY_OTHER), size.runs_each, seed)
    sure = concentrations_of(posterior, asked.questions)
    alike = without_differences(short, some, asked.questions, asked.unseen, sure, seed, tell)
    changes = move_each(short, chosen(posterior, others, size.runs_moved, seed), seed, tell)
    worlds = {SCENARIO: world, ANOTHER_SEED: world, NULL: lay_out(all_alike(short), monthly=False, events=False)}
    without = {
        model: {block: _live_refit(worlds[model], block, refit, size, seed, tell) for block, refit in blocks.items()}
        for model, blocks in refits.items()
    }
    return _validation(scenario, posterior, seed, asked, ours, prior, alike, changes, refits, without)


def _counting(progress: Progress | None, total: int) -> Tell:
    done = 0

    def tell(more: int) -> None:
        nonlocal done
        done += more
        if progress:
            progress(min(done, total), total)

    return tell


def _live_refit(world: World, block: str, refit: Posterior, size: Size, seed: int, tell: Tell) -> Simulated:
    return live_draws(world, chosen(refit, places_of(refit, size.draws), size.runs_without(block), seed), seed, tell)


def _live_prior(world: World, size: Size, seed: int, tell: Tell) -> Simulated:
    records = prior_draws(size.of_prior, seed)
    return live_draws(world, Draws(records, np.full(len(records), 1.0 / len(records)), 1), seed, tell)


def _validation(
    scenario: Scenario,
    posterior: Posterior,
    seed: int,
    asked: Asked,
    ours: Simulated,
    prior: Simulated,
    alike: Alike,
    changes: list[Change],
    refits: Refits,
    without: SimulatedWithout,
) -> Validation:
    weights = ours.draws.weights
    of_fitted, of_unseen = answered(asked.questions, ours), answered(asked.unseen, ours)
    fit = Draw(weights, of_fitted.log_likelihoods(concentrations_of(posterior, asked.questions)), of_fitted)
    fitted, beside_prior = tuple(predict(asked.fitted, ours, seed)), tuple(predict(asked.fitted, prior, seed))
    return Validation(
        scenario=scenario,
        posterior=posterior,
        seed=seed,
        draws=len(weights),
        replicates=ours.draws.runs,
        asked=asked,
        fitted=fitted,
        prior=beside_prior,
        validation=tuple(predict(asked.validation, ours, seed)),
        bounds=tuple(predict(asked.bounds, ours, seed)),
        inputs=tuple(predict(asked.inputs, ours, seed)),
        likert=_likert(of_fitted, weights) + _likert(of_unseen, weights),
        scores=_scores(asked, (fitted, of_fitted.pooled(weights)), (beside_prior, _pooled(asked, prior))),
        response=response(ours, REGISTRY["response_noise"].high),
        identified=tuple(identify(posterior.sampled, posterior.draws, posterior.weights)),
        not_sampled=tuple(drawn_from_their_prior(posterior.sampled)),
        changes=tuple(changes),
        left_out=_left_out(asked, fit, alike, ours, without, seed),
        twice=tuple(asked_twice(fit, without[SCENARIO])),
        alike=alike,
        joint=_joint(asked, ours, without[NULL].get(NOTHING), alike, seed),
        joint_errors=_joint_errors(asked, ours, without[NULL].get(NOTHING), alike, seed),
        coverage=coverage_of(scenario),
        agreement=_agreement(asked, posterior, fitted, refits, without, seed),
    )


def _agreement(
    asked: Asked, posterior: Posterior, fitted: Sequence[Predicted], refits: Refits, without: SimulatedWithout, seed: int
) -> Agreement | None:  # fmt: skip
    if NOTHING not in refits[ANOTHER_SEED]:
        return None
    return agreement(posterior, refits[ANOTHER_SEED][NOTHING], fitted, predict(asked.fitted, without[ANOTHER_SEED][NOTHING], seed))


def _left_out(asked: Asked, fit: Draw, alike: Alike, ours: Simulated, without: SimulatedWithout, seed: int) -> tuple[LeftOut, ...]:
    """Every block left out by weights, or as lives predict it that were calibrated without it."""
    places = places_in_line(ours, seed)
    percents = {each.target_id: percent_at_n(each, ours, places) for each in asked.fitted}
    weighted = leave_out_blocks(fit, alike.fit, asked.fitted, percents, ours.draws.runs_each)
    return tuple(
        by_refit(each, without[SCENARIO][each.block], without[NULL].get(each.block), asked.questions, seed)
        if each.block in without[SCENARIO]
        else each
        for each in weighted
    )


def _pooled(asked: Asked, simulated: Simulated) -> tuple[Any, ...]:
    return answered(asked.questions, simulated).pooled(simulated.draws.weights)


def _likert(found: Answered, weights: Any) -> tuple[Likert, ...]:
    each = zip(found.questions, found.pooled(weights), strict=True)
    return tuple(Likert(question, _percent(question.counts), _percent(counts)) for question, counts in each)


def _percent(counts: Any) -> tuple[float, ...]:
    counts = np.asarray(counts, dtype=float)
    return tuple((100.0 * counts / max(counts.sum(), 1e-12)).tolist())


RowsAndCounts = tuple[tuple[Predicted, ...], tuple[Any, ...]]


def _scores(asked: Asked, posterior: RowsAndCounts, prior: RowsAndCounts) -> tuple[Score, ...]:
    baselines = {"saturated": saturated, "scale_mean": mean_of_the_scale(asked.questions), "uniform": uniform}
    return (
        _score("posterior", asked.questions, posterior),
        *(score_of_baseline(name, shares, asked.questions, asked.fitted) for name, shares in baselines.items()),
        _score("prior", asked.questions, prior),
    )


def _score(model: str, questions: tuple[Question, ...], simulated: RowsAndCounts) -> Score:
    rows, counts = simulated
    return score_of_rows(model, {each.name: score_of_counts(each, of) for each, of in zip(questions, counts, strict=True)}, rows)


def _joint(asked: Asked, ours: Simulated, null: Simulated | None, alike: Alike, seed: int) -> dict[str, dict[str, float]]:
    """Log scores of the joint questions under our model, the null models, and the reported shares themselves.

    `null` are lives of partnerships all alike, calibrated by themselves; None: that has not been made.
    """
    every = tuple(each for each in (*asked.questions, *asked.unseen) if is_joint(each))
    weights, chance = ours.draws.weights, endings_by_chance(ours, seed)
    mean = mean_of_the_scale(asked.questions)
    return {
        "posterior": joint_scores(answered(every, ours), weights),
        **({} if null is None else {"no_differences": joint_scores(answered(every, null), null.draws.weights)}),
        FREER: joint_scores(alike.fit.answered, alike.fit.weights) | joint_scores(alike.validation, alike.fit.weights),
        "luck": joint_scores(answered(every, chance), weights),
        "scale_mean": {each.name: score_of_shares(each, mean(each)) for each in every},
        "saturated": {each.name: score_of_shares(each, saturated(each)) for each in every},
    }


def _joint_errors(asked: Asked, ours: Simulated, null: Simulated | None, alike: Alike, seed: int) -> dict[str, float]:
    """How far chance in the draws may move the sums of them."""
    every = [each for each in (*asked.questions, *asked.unseen) if is_joint(each)]
    simulated = {"posterior": ours} | ({} if null is None else {"no_differences": null})
    of_runs = {model: error_of_score(every, each, seed) for model, each in simulated.items()}
    freer = Answered(
        (*alike.fit.answered.questions, *alike.validation.questions), (*alike.fit.answered.counts, *alike.validation.counts)
    )  # fmt: skip
    return {**of_runs, FREER: error_of_answers(joint_of(freer), alike.fit.weights, alike.families, seed)}
