"""What was asked twice: the model has seen everything but the second time; persistence says it is answered as the first time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samvirke.analysis.calibration.likelihood import Question
from samvirke.analysis.validation.baselines import ASKED_BEFORE, as_before
from samvirke.analysis.validation.ensembles import Simulated
from samvirke.analysis.validation.left_out import Draw, scores_of
from samvirke.analysis.validation.scores import score_of_shares
from samvirke.analysis.validation.weighting import effective_number


@dataclass(frozen=True)
class AskedTwice:
    """A question asked a second time: its log score without it having been seen, and as persistence says it.

    `refitted` where the draws are those of a calibration without it instead of weighted ones.
    """

    question: str
    effective: float
    left_out: float
    persistence: float
    refitted: bool = False


def places_of_second_times(questions: Sequence[Question]) -> dict[str, list[int]]:
    """Where the second times stand among these questions, by the name under which they are forgotten."""
    before = as_before(questions)
    second = [at for at, each in enumerate(questions) if _is_second(each) and before(each) is not None]
    return {f"{questions[at].item}_asked_again": [at] for at in second}


def asked_twice(ours: Draw, without: Mapping[str, Simulated]) -> list[AskedTwice]:
    """Each second time left out: as lives say it that were calibrated without it, else by weighting the draws."""
    places = places_of_second_times(ours.answered.questions)
    return [_by_refit(ours, at, without[name]) if name in without else _by_weights(ours, at) for name, [at] in places.items()]


def _is_second(question: Question) -> bool:
    return (question.item, question.month) in ASKED_BEFORE and question.given is None


def _by_refit(ours: Draw, at: int, simulated: Simulated) -> AskedTwice:
    question = ours.answered.questions[at]
    score = scores_of([question], simulated)[question.name]
    return AskedTwice(question.name, simulated.draws.effective, score, _as_the_first_time(ours, at), refitted=True)


def _by_weights(ours: Draw, at: int) -> AskedTwice:
    question = ours.answered.questions[at]
    scores, weights = ours.scores_without([at])
    return AskedTwice(question.name, effective_number(weights), scores[question.name], _as_the_first_time(ours, at))


def _as_the_first_time(ours: Draw, at: int) -> float:
    questions = ours.answered.questions
    return score_of_shares(questions[at], as_before(questions)(questions[at]))
