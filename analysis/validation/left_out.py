"""What the model says of answers it has not seen: each block of questions left out by weighting the draws anew."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from samvirke.analysis.calibration.likelihood import Question
from samvirke.analysis.calibration.targets import Target
from samvirke.analysis.validation.baselines import literature, mean_of_the_scale, uniform
from samvirke.analysis.validation.blocks import places_of_blocks
from samvirke.analysis.validation.ensembles import Simulated, runs_weights
from samvirke.analysis.validation.predictive import Predicted, predict, predicted
from samvirke.analysis.validation.questions_of import Answered, answered
from samvirke.analysis.validation.score_errors import error_of_score
from samvirke.analysis.validation.scores import score_of_counts, score_of_shares
from samvirke.analysis.validation.weighting import effective_number, weights_without

ENOUGH_DRAWS = 100
MODEL, NO_DIFFERENCES = "left_out", "no_differences"
BASELINES = ("uniform", "literature", "other_items")


@dataclass(frozen=True)
class LeftOut:
    """One block: how many draws count without it, its rows predicted so, and log scores by model and question (NaN: says nothing).

    `refitted` where the draws are those of a calibration without the block instead of weighted ones; copies then count as one.
    `errors`: how far chance in the draws may move a model's sum.
    """

    block: str
    effective: float
    rows: tuple[Predicted, ...]
    scores: dict[str, dict[str, float]]
    refitted: bool = False
    effective_of_null: float = float("nan")
    errors: dict[str, float] = field(default_factory=dict)

    @property
    def needs_a_refit(self) -> bool:
        """Whether too few draws are left for the weights to be trusted."""
        return not self.refitted and self.effective < ENOUGH_DRAWS

    def total(self, model: str) -> float:
        """Log score over the block's questions; NaN where the model has nothing to say on one of them."""
        return float(sum(self.scores[model].values()))

    def gain_over(self, other: str) -> float:
        """By how much the block is likelier under our model, over the questions on which the other has something to say."""
        return sum(score - self.scores[other][name] for name, score in self.scores[MODEL].items() if self.speaks(other, name))

    def speaks(self, other: str, question: str | None = None) -> bool:
        """Whether the other has something to say on a question, or on any of them."""
        names = self.scores[other] if question is None else (question,)
        return any(not np.isnan(self.scores[other][name]) for name in names)

    @property
    def not_beaten(self) -> tuple[str, ...]:
        """The others that say the block at least as well as the model does."""
        return tuple(each for each in self.scores if each != MODEL and self.speaks(each) and self.gain_over(each) <= 0.0)


@dataclass(frozen=True)
class Draw:
    """What is needed of a set of draws to leave questions out: weights, log likelihoods (draws x questions), answers."""

    weights: Any
    log_likelihoods: Any
    answered: Answered

    def scores_without(self, left_out: Sequence[int]) -> tuple[dict[str, float], Any]:
        """Log score of each question that is left out, and the weights without them."""
        weights = weights_without(self.weights, self.log_likelihoods, left_out)
        pooled = self.answered.pooled(weights)
        questions = self.answered.questions
        return {questions[at].name: score_of_counts(questions[at], pooled[at]) for at in left_out}, weights


def leave_out_blocks(ours: Draw, alike: Draw, targets: Sequence[Target], percents: dict[str, Any], runs_each: int) -> list[LeftOut]:
    """Every block in its turn. `percents` are the fitted rows' percentages in each run, at the n that answered."""
    questions = ours.answered.questions
    return [_left_out(block, places, ours, alike, targets, percents, runs_each) for block, places in places_of_blocks(questions).items()]


def _left_out(
    block: str, places: list[int], ours: Draw, alike: Draw, targets: Sequence[Target], percents: dict[str, Any], runs_each: int
) -> LeftOut:
    questions = ours.answered.questions
    scores, weights = ours.scores_without(places)
    of_runs = runs_weights(weights, runs_each)
    ids = {each for at in places for each in questions[at].target_ids}
    rows = tuple(predicted(each, percents[each.target_id], of_runs) for each in targets if each.target_id in ids)
    others = baseline_scores([questions[at] for at in places], questions)
    return LeftOut(block, effective_number(weights), rows, {MODEL: scores, NO_DIFFERENCES: alike.scores_without(places)[0], **others})


def by_refit(weighted: LeftOut, simulated: Simulated, alike: Simulated | None, questions: Sequence[Question], seed: int) -> LeftOut:
    """The block as lives predict it whose draws were calibrated without it; `alike` are those of the null model."""
    asked = [each for each in questions if each.name in weighted.scores[MODEL]]
    scores = {**weighted.scores, MODEL: scores_of(asked, simulated)}
    errors = {MODEL: error_of_score(asked, simulated, seed)}
    if alike is not None:
        scores[NO_DIFFERENCES] = scores_of(asked, alike)
        errors[NO_DIFFERENCES] = error_of_score(asked, alike, seed)
    rows = tuple(predict([row.target for row in weighted.rows], simulated, seed))
    of_null = float("nan") if alike is None else alike.draws.effective
    return replace(
        weighted, effective=simulated.draws.effective, rows=rows, scores=scores, refitted=True, effective_of_null=of_null, errors=errors
    )  # fmt: skip


def scores_of(asked: Sequence[Question], simulated: Simulated) -> dict[str, float]:
    """Log score of each question under these lives."""
    pooled = answered(asked, simulated).pooled(simulated.draws.weights)
    return {each.name: score_of_counts(each, counts) for each, counts in zip(asked, pooled, strict=True)}


def baseline_scores(left_out: Sequence[Question], questions: Sequence[Question]) -> dict[str, dict[str, float]]:
    """Log scores of what one would say of these questions without a model, knowing the answers to all other items."""
    unseen = {each.item for each in left_out}
    known = [each for each in questions if each.item not in unseen]
    models = dict(zip(BASELINES, (uniform, literature, mean_of_the_scale(known)), strict=True))
    return {name: {each.name: score_of_shares(each, shares(each)) for each in left_out} for name, shares in models.items()}
