"""The whole validation of a posterior, from runs of its draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.calibration.evidence import evidence_of
from samvirke.analysis.calibration.leave_one_out_file import ANOTHER_SEED, NOTHING, NULL, SCENARIO
from samvirke.analysis.calibration.likelihood import Question
from samvirke.analysis.calibration.posterior import Posterior, months_asked_about
from samvirke.analysis.validation.baselines import mean_of_the_scale, saturated, uniform
from samvirke.analysis.validation.core import Core
from samvirke.analysis.validation.endings import MOVES, Change, move_each
from samvirke.analysis.validation.ensembles import CountRuns, Draws, Simulated, simulate_draws
from samvirke.analysis.validation.identification import Agreement, Identified, agreement, drawn_from_their_prior, identify
from samvirke.analysis.validation.left_out import Fit, LeftOut, Repeated, by_refit, leave_out_blocks, repeated_questions
from samvirke.analysis.validation.null_models import (
    FREER,
    FreerNull,
    endings_at_random,
    fit_freer_null,
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
    core_of,
    coverage_of,
    cross_table_shares,
    null_of,
    places_of,
)
from samvirke.analysis.validation.predictive import Predicted, percent_at_n, places_in_line, predict
from samvirke.analysis.validation.relations import CasesLeftOut, TableLeftOut, cases_left_out, tables_left_out
from samvirke.analysis.validation.response import Response, response
from samvirke.analysis.validation.scores import (
    Answered,
    Score,
    answered,
    error_of_answers,
    error_of_score,
    score_of_baseline,
    score_of_counts,
    score_of_rows,
    score_of_shares,
)
from samvirke.model.draws import prior_draws
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Scenario
from samvirke.model.world import World, lay_out

SimulatedWithout = dict[str, dict[str, Simulated]]
"""Runs of the draws that were calibrated without a block, by model and block."""
Progress = Callable[[int, int], None]
"""Is called with the number of runs that are done, and of all."""
MOVES_AND_SIDES = 2 * len(MOVES)
RowsAndCounts = tuple[tuple[Predicted, ...], tuple[NDArray[np.float64], ...]]


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
    repeated: tuple[Repeated, ...]
    freer_null: FreerNull
    joint: dict[str, dict[str, float]]
    joint_errors: dict[str, float]
    coverage: pd.DataFrame | None
    agreement: Agreement | None
    cases: CasesLeftOut | None
    cross_tables: tuple[TableLeftOut, ...]
    core: Core | None


@dataclass(frozen=True)
class Runs:
    """What was simulated: the posterior, the prior, the freer null model, the changes by each move, and posteriors without a block."""

    posterior: Simulated
    prior: Simulated
    freer_null: FreerNull
    changes: tuple[Change, ...]
    without: SimulatedWithout

    @property
    def null(self) -> Simulated | None:
        """The null model, calibrated separately; None where that has not been made."""
        return self.without[NULL].get(NOTHING)


def runs_of(posterior: Posterior, refits: Refits, size: Size) -> int:
    """How many runs a validation takes."""
    draws, others = (len(places_of(posterior, size.draws, step)) for step in (1, EVERY_OTHER))
    freer = len(places_of(null_of(posterior, refits), size.draws, EVERY_OTHER))
    every_refit = ((part, each) for parts in refits.values() for part, each in parts.items())
    of_refits = sum(len(places_of(each, size.draws_without(part))) * size.runs_without(part) for part, each in every_refit)
    moves = others * MOVES_AND_SIDES * size.runs_moved
    return (draws + freer) * size.runs_each + size.of_prior + moves + of_refits


def validated(
    scenario: Scenario, posterior: Posterior, refits: Refits, seed: int, size: Size, progress: Progress | None = None
) -> Validation:
    """Simulate the draws and measure everything. Raises ScenarioError where the scenario has no reported figures."""
    asked = asked_of(scenario)
    runs = _simulated(scenario, asked, posterior, refits, seed, size, _counting(progress, runs_of(posterior, refits, size)))
    weights, evidence = runs.posterior.draws.weights, evidence_of(scenario)
    of_fitted, of_unseen = answered(asked.questions, runs.posterior), answered(asked.unseen, runs.posterior)
    fit = Fit(weights, of_fitted.log_likelihoods(concentrations_of(posterior, asked.questions)), of_fitted)
    fitted, beside_prior = (tuple(predict(asked.fitted, each, seed)) for each in (runs.posterior, runs.prior))
    return Validation(
        scenario=scenario,
        posterior=posterior,
        seed=seed,
        draws=len(weights),
        replicates=runs.posterior.draws.runs,
        asked=asked,
        fitted=fitted,
        prior=beside_prior,
        validation=tuple(predict(asked.validation, runs.posterior, seed)),
        bounds=tuple(predict(asked.bounds, runs.posterior, seed)),
        inputs=tuple(predict(asked.inputs, runs.posterior, seed)),
        likert=_likert(of_fitted, weights) + _likert(of_unseen, weights),
        scores=_scores(asked, (fitted, of_fitted.pooled(weights)), (beside_prior, _pooled(asked, runs.prior))),
        response=response(runs.posterior, REGISTRY["response_noise"].high),
        identified=tuple(identify(posterior.sampled, posterior.draws, posterior.weights)),
        not_sampled=tuple(drawn_from_their_prior(posterior.sampled)),
        changes=runs.changes,
        left_out=_left_out(asked, fit, runs, seed),
        repeated=tuple(repeated_questions(fit, runs.without[SCENARIO])),
        freer_null=runs.freer_null,
        joint=_joint(asked, runs, seed),
        joint_errors=_joint_errors(asked, runs, seed),
        coverage=coverage_of(scenario),
        agreement=_agreement(asked, posterior, fitted, refits, runs, seed),
        cases=cases_left_out(evidence, runs.without[SCENARIO], runs.prior, runs.without[NULL], asked.questions),
        cross_tables=tables_left_out(evidence, cross_table_shares(scenario)),
        core=core_of(scenario, posterior),
    )


def _counting(progress: Progress | None, total: int) -> CountRuns:
    done = 0

    def count_runs(more: int) -> None:
        nonlocal done
        done += more
        if progress:
            progress(min(done, total), total)

    return count_runs


def _simulated(
    scenario: Scenario, asked: Asked, posterior: Posterior, refits: Refits, seed: int, size: Size, count_runs: CountRuns
) -> Runs:  # fmt: skip
    short = scenario.model_copy(update={"months": months_asked_about(scenario)})
    world = lay_out(short, monthly=False, events=False)
    every, others = (places_of(posterior, size.draws, step) for step in (1, EVERY_OTHER))
    null = null_of(posterior, refits)
    of_null = chosen(null, places_of(null, size.draws, EVERY_OTHER), size.runs_each)
    concentrations = concentrations_of(posterior, asked.questions)
    worlds = {SCENARIO: world, ANOTHER_SEED: world, NULL: lay_out(without_differences(short), monthly=False, events=False)}
    return Runs(
        posterior=simulate_draws(world, chosen(posterior, every, size.runs_each), seed, count_runs),
        prior=_simulate_prior(world, size, seed, count_runs),
        freer_null=fit_freer_null(short, of_null, asked.questions, asked.unseen, concentrations, seed, count_runs),
        changes=tuple(move_each(short, chosen(posterior, others, size.runs_moved), seed, count_runs)),
        without={
            model: {block: _simulate_refit(worlds[model], block, refit, size, seed, count_runs) for block, refit in blocks.items()}
            for model, blocks in refits.items()
        },
    )


def _simulate_refit(world: World, block: str, refit: Posterior, size: Size, seed: int, count_runs: CountRuns) -> Simulated:
    return simulate_draws(world, chosen(refit, places_of(refit, size.draws_without(block)), size.runs_without(block)), seed, count_runs)


def _simulate_prior(world: World, size: Size, seed: int, count_runs: CountRuns) -> Simulated:
    records = prior_draws(size.of_prior, seed)
    return simulate_draws(world, Draws(records, np.full(len(records), 1.0 / len(records)), 1), seed, count_runs)


def _agreement(
    asked: Asked, posterior: Posterior, fitted: Sequence[Predicted], refits: Refits, runs: Runs, seed: int
) -> Agreement | None:  # fmt: skip
    if NOTHING not in refits[ANOTHER_SEED]:
        return None
    return agreement(posterior, refits[ANOTHER_SEED][NOTHING], fitted, predict(asked.fitted, runs.without[ANOTHER_SEED][NOTHING], seed))


def _left_out(asked: Asked, fit: Fit, runs: Runs, seed: int) -> tuple[LeftOut, ...]:
    """Every block left out: by a calibration without it where there is one, else by reweighting."""
    places = places_in_line(runs.posterior, seed)
    percents = {each.target_id: percent_at_n(each, runs.posterior, places) for each in asked.fitted}
    weighted = leave_out_blocks(fit, runs.freer_null.fit, asked.fitted, percents, runs.posterior.draws.runs_each)
    ours, null = runs.without[SCENARIO], runs.without[NULL]
    return tuple(
        by_refit(each, ours[each.block], null.get(each.block), asked.questions, seed) if each.block in ours else each for each in weighted
    )


def _pooled(asked: Asked, simulated: Simulated) -> tuple[NDArray[np.float64], ...]:
    return answered(asked.questions, simulated).pooled(simulated.draws.weights)


def _likert(found: Answered, weights: NDArray[np.float64]) -> tuple[Likert, ...]:
    each = zip(found.questions, found.pooled(weights), strict=True)
    return tuple(Likert(question, _percent(question.counts), _percent(counts)) for question, counts in each)


def _percent(counts: ArrayLike) -> tuple[float, ...]:
    known = np.asarray(counts, dtype=float)
    return tuple((100.0 * known / max(known.sum(), 1e-12)).tolist())


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


def _joint(asked: Asked, runs: Runs, seed: int) -> dict[str, dict[str, float]]:
    """Log scores of the joint questions under our model, the null models, and the reported shares themselves."""
    every = tuple(each for each in (*asked.questions, *asked.unseen) if is_joint(each))
    weights, at_random = runs.posterior.draws.weights, endings_at_random(runs.posterior, seed)
    null, freer, mean = runs.null, runs.freer_null, mean_of_the_scale(asked.questions)
    return {
        "posterior": joint_scores(answered(every, runs.posterior), weights),
        **({} if null is None else {"no_differences": joint_scores(answered(every, null), null.draws.weights)}),
        FREER: joint_scores(freer.fit.answered, freer.fit.weights) | joint_scores(freer.validation, freer.fit.weights),
        "luck": joint_scores(answered(every, at_random), weights),
        "scale_mean": {each.name: score_of_shares(each, mean(each)) for each in every},
        "saturated": {each.name: score_of_shares(each, saturated(each)) for each in every},
    }


def _joint_errors(asked: Asked, runs: Runs, seed: int) -> dict[str, float]:
    """Monte Carlo standard errors of their sums."""
    every = [each for each in (*asked.questions, *asked.unseen) if is_joint(each)]
    simulated = {"posterior": runs.posterior} | ({} if runs.null is None else {"no_differences": runs.null})
    fit, kept_out = runs.freer_null.fit, runs.freer_null.validation
    freer = Answered((*fit.answered.questions, *kept_out.questions), (*fit.answered.counts, *kept_out.counts))
    return {
        **{model: error_of_score(every, each, seed) for model, each in simulated.items()},
        FREER: error_of_answers(joint_of(freer), fit.weights, runs.freer_null.groups, seed),
    }
