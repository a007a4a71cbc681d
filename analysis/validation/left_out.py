"""What the model predicts of answers it was not fitted to: each block of questions, and each repeated question, left out in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.likelihood import Question
from samvirke.analysis.survey.targets import Target
from samvirke.analysis.validation.baselines import ASKED_BEFORE, literature, mean_of_the_scale, persistence, uniform
from samvirke.analysis.validation.ensembles import Simulated, runs_weights
from samvirke.analysis.validation.predictive import Predicted, predict, predicted
from samvirke.analysis.validation.scores import Answered, answered, error_of_score, score_of_counts, score_of_shares
from samvirke.analysis.validation.weighting import effective_sample_size, weights_without

BLOCKS: dict[str, tuple[str, ...]] = {
    "goals_and_values": ("shared_understanding_of_goals", "shared_value_base", "joint_decisions"),
    "trust_and_communication": ("trust_between_partners", "good_communication"),
    "ownership_and_investment": ("all_partners_invested", "all_partners_engaged_with_ownership"),
    "learning": ("knowledge_for_continuation", "partners_gained_value"),
    "seven_together": ("all_seven_c_high", "at_least_six_of_seven_c_high"),
    "synergy": ("synergy",),
    "gain_and_cost": ("benefit_exceeds_cost",),
    "quality_and_attainment": ("overall_functioning", "activity_quality", "goal_attainment"),
    "roles_and_need": ("roles_clearly_defined", "felt_need_for_partnership"),
    "arenas": ("access_to_arenas", "difficulty_recruiting_target_group"),
    "turnover": ("key_person_turnover_so_far",),
    "money": ("possible_to_raise_resources",),
    "endings": ("future", "adjusts_constellation", "adjusts_activities"),
    "how_they_work": (
        "collaboration_type", "activities_tailored_locally", "differing_interests", "time_for_collaboration", "written_agreement",
        "disagreement_or_conflict", "different_priorities_discussed",
    ),
}  # fmt: skip
"""A partition of all items; nothing stands twice, and a block none of whose items is fitted is not left out."""

BLOCK_OF: dict[str, str] = {item: block for block, items in BLOCKS.items() for item in items}
ENOUGH_DRAWS = 100
MODEL, NO_DIFFERENCES = "left_out", "no_differences"
BASELINES = ("uniform", "literature", "other_items")


def places_of_blocks(questions: Sequence[Question]) -> dict[str, list[int]]:
    """Where each block's questions stand among these; only blocks that have some."""
    places = {block: [at for at, each in enumerate(questions) if BLOCK_OF[each.item] == block] for block in BLOCKS}
    return {block: found for block, found in places.items() if found}


@dataclass(frozen=True)
class LeftOut:
    """One block: effective sample size without it, its rows as predicted, and log scores by model and question (NaN: no prediction).

    `refitted` where the draws are those of a calibration without the block instead of reweighted ones; copies then count as one.
    `errors`: Monte Carlo standard error of a model's sum.
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
        """Log score over the block's questions; NaN where the model does not predict one of them."""
        return float(sum(self.scores[model].values()))

    def gain_over(self, other: str) -> float:
        """By how much the block is likelier under our model, over the questions that the other predicts."""
        return sum(score - self.scores[other][name] for name, score in self.scores[MODEL].items() if self.predicts(other, name))

    def predicts(self, other: str, question: str | None = None) -> bool:
        """Whether the other predicts a question, or any of them."""
        names = self.scores[other] if question is None else (question,)
        return any(not np.isnan(self.scores[other][name]) for name in names)

    @property
    def not_beaten(self) -> tuple[str, ...]:
        """The others that predict the block at least as well as the model does."""
        return tuple(each for each in self.scores if each != MODEL and self.predicts(each) and self.gain_over(each) <= 0.0)


@dataclass(frozen=True)
class Fit:
    """A weighted set of draws: weights, log likelihoods (draws x questions) and answers. It is reweighted to leave questions out."""

    weights: NDArray[np.float64]
    log_likelihoods: NDArray[np.float64]
    answered: Answered

    def scores_without(self, left_out: Sequence[int]) -> tuple[dict[str, float], NDArray[np.float64]]:
        """Log score of each question that is left out, and the weights without them."""
        weights = weights_without(self.weights, self.log_likelihoods, left_out)
        pooled = self.answered.pooled(weights)
        questions = self.answered.questions
        return {questions[at].name: score_of_counts(questions[at], pooled[at]) for at in left_out}, weights


def leave_out_blocks(
    ours: Fit, null: Fit, targets: Sequence[Target], percents: dict[str, NDArray[np.float64]], runs_each: int
) -> list[LeftOut]:
    """Every block in turn, by reweighting. `percents` are the fitted rows' percentages in each run, at the n that answered."""
    questions = ours.answered.questions
    return [_left_out(block, places, ours, null, targets, percents, runs_each) for block, places in places_of_blocks(questions).items()]


def _left_out(
    block: str, places: list[int], ours: Fit, null: Fit, targets: Sequence[Target], percents: dict[str, NDArray[np.float64]], runs_each: int
) -> LeftOut:
    questions = ours.answered.questions
    scores, weights = ours.scores_without(places)
    of_runs = runs_weights(weights, runs_each)
    ids = {each for at in places for each in questions[at].target_ids}
    rows = tuple(predicted(each, percents[each.target_id], of_runs) for each in targets if each.target_id in ids)
    others = baseline_scores([questions[at] for at in places], questions)
    return LeftOut(block, effective_sample_size(weights), rows, {MODEL: scores, NO_DIFFERENCES: null.scores_without(places)[0], **others})


def by_refit(weighted: LeftOut, simulated: Simulated, null: Simulated | None, questions: Sequence[Question], seed: int) -> LeftOut:
    """The block as predicted by runs of draws that were calibrated without it; `null` are those of the null model."""
    asked = [each for each in questions if each.name in weighted.scores[MODEL]]
    scores = {**weighted.scores, MODEL: scores_of(asked, simulated)}
    errors = {MODEL: error_of_score(asked, simulated, seed)}
    if null is not None:
        scores[NO_DIFFERENCES] = scores_of(asked, null)
        errors[NO_DIFFERENCES] = error_of_score(asked, null, seed)
    rows = tuple(predict([row.target for row in weighted.rows], simulated, seed))
    of_null = float("nan") if null is None else null.draws.effective
    return replace(
        weighted, effective=simulated.draws.effective, rows=rows, scores=scores, refitted=True, effective_of_null=of_null, errors=errors
    )  # fmt: skip


def scores_of(asked: Sequence[Question], simulated: Simulated) -> dict[str, float]:
    """Log score of each question under these runs."""
    pooled = answered(asked, simulated).pooled(simulated.draws.weights)
    return {each.name: score_of_counts(each, counts) for each, counts in zip(asked, pooled, strict=True)}


def baseline_scores(left_out: Sequence[Question], questions: Sequence[Question]) -> dict[str, dict[str, float]]:
    """Log scores of the baselines, which know the answers to all other items."""
    unseen = {each.item for each in left_out}
    known = [each for each in questions if each.item not in unseen]
    models = dict(zip(BASELINES, (uniform, literature, mean_of_the_scale(known)), strict=True))
    return {name: {each.name: score_of_shares(each, shares(each)) for each in left_out} for name, shares in models.items()}


@dataclass(frozen=True)
class Repeated:
    """A question asked a second time: its log score when it is left out, and under the persistence baseline.

    `refitted` where the draws are those of a calibration without it instead of reweighted ones.
    """

    question: str
    effective: float
    left_out: float
    persistence: float
    refitted: bool = False


def places_of_repeated_questions(questions: Sequence[Question]) -> dict[str, list[int]]:
    """Where the repeated questions stand among these, by the name of the calibration without each."""
    before = persistence(questions)
    second = [at for at, each in enumerate(questions) if _is_second(each) and before(each) is not None]
    return {f"{questions[at].item}_asked_again": [at] for at in second}


def repeated_questions(ours: Fit, without: Mapping[str, Simulated]) -> list[Repeated]:
    """Each repeated question left out: by a calibration without it where there is one, else by reweighting the draws."""
    places = places_of_repeated_questions(ours.answered.questions)
    return [_by_refit(ours, at, without[name]) if name in without else _by_weights(ours, at) for name, [at] in places.items()]


def _is_second(question: Question) -> bool:
    return (question.item, question.month) in ASKED_BEFORE and question.given is None


def _by_refit(ours: Fit, at: int, simulated: Simulated) -> Repeated:
    question = ours.answered.questions[at]
    score = scores_of([question], simulated)[question.name]
    return Repeated(question.name, simulated.draws.effective, score, _persistence_score(ours, at), refitted=True)


def _by_weights(ours: Fit, at: int) -> Repeated:
    question = ours.answered.questions[at]
    scores, weights = ours.scores_without([at])
    return Repeated(question.name, effective_sample_size(weights), scores[question.name], _persistence_score(ours, at))


def _persistence_score(ours: Fit, at: int) -> float:
    questions = ours.answered.questions
    return score_of_shares(questions[at], persistence(questions)(questions[at]))
