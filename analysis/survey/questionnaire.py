"""The questionnaire: the table `survey` (one row per run, partnership, month and item: how it is, and what was answered), and its words."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.columns import Column, known, text
from samvirke.analysis.survey.instrument import NOT_ASKED
from samvirke.analysis.survey.targets import AT_THE_END, Target
from samvirke.model.ensemble import Ensemble
from samvirke.model.items import ITEMS, SCALES
from samvirke.model.language import Language, language_of

SURVEY: tuple[Column, ...] = (
    Column("month", "month of the questionnaire, or of the declaration at the grant's end", "month", "int64", never_null=True),
    Column("item", "name of the question", "name", "string", never_null=True),
    Column("latent", "how it is; null for what is counted from other answers", "0-1", "double"),
    Column("answer", "what was answered: step of the item's scale", "step", "int8", never_null=True),
    Column("label", "the answer in words", "words of the item's scale", "string", never_null=True),
)  # fmt: skip

_SCALES = [SCALES[item.scale] for item in ITEMS.values()]
LABELS: tuple[str, ...] = tuple(label for scale in _SCALES for label in scale.labels)
_FIRST = np.array([scale.first for scale in _SCALES])
_BEFORE = np.cumsum([0, *(len(scale.labels) for scale in _SCALES[:-1])])


def survey_of(ensemble: Ensemble, answers: NDArray[np.int8]) -> tuple[NDArray[np.int64], NDArray[np.int64], list[Any]]:
    """Run and partnership of every answer, and the columns' values.

    `answers`: 8-bit integers, runs x partnerships x waves x items, -1 where not asked; the last wave is the declaration.
    """
    where = np.flatnonzero(answers.reshape(-1) != NOT_ASKED)
    row, item = np.divmod(where, answers.shape[3])
    answer = answers.reshape(-1)[where]
    partnership = row // answers.shape[2]
    values = [
        known(_months(ensemble, answers.shape[2]).reshape(-1)[row]),
        text(item, list(ITEMS)),
        known(ensemble.latent.reshape(-1)[where]),
        known(answer),
        text(_BEFORE[item] + answer - _FIRST[item], LABELS),
    ]
    run, partnership = np.divmod(partnership, answers.shape[1])
    return run, partnership, values


def _months(ensemble: Ensemble, waves: int) -> NDArray[np.int64]:
    """The month of each wave, runs x partnerships x waves; the declaration's is the grant's last."""
    months = np.empty((*ensemble.partnerships.shape, waves), dtype=np.int64)
    months[..., :-1] = ensemble.world.scenario.survey.months
    months[..., -1] = ensemble.partnerships.grant_end
    return months


ASKED_AGAIN = ("benefit_exceeds_cost", "activity_quality", "key_person_turnover_so_far")
"""What figures are reported about from more than one questionnaire."""
Condition = tuple[str, tuple[int, ...]] | None


def item_name(item: str, language: str) -> str:
    """A question's short name."""
    return language_of(language).gettext(ITEMS[item].label)


def label_of(scale: str, code: int, language: str) -> str:
    """One answer in words."""
    return language_of(language).pgettext("answer", SCALES[scale].words[code - SCALES[scale].first])


def answers_in_words(item: str, codes: Sequence[int], language: str) -> str:
    """Answers in words: one, or from the first to the last where several stand side by side."""
    labels = [label_of(ITEMS[item].scale, code, language) for code in sorted(codes)]
    return labels[0] if len(labels) == 1 else f"{labels[0]} – {labels[-1]}"


def question_title(item: str, month: str, given: Condition, language: str) -> str:
    """What was asked, when if it was asked more than once, and of whom if not of all."""
    title = item_name(item, language)
    if item in ASKED_AGAIN and month != AT_THE_END:
        title = language_of(language).gettext("{question}, month {month}", question=title, month=month)
    return _among(title, given, language_of(language))


def row_label(target: Target, language: str) -> str:
    """What a reported percentage counts."""
    title = question_title(target.item, target.month, None, language)
    if target.codes != (1,) or ITEMS[target.item].scale != "yesno":
        title = f"{title}: {answers_in_words(target.item, target.codes, language)}"
    return _among(title, target.given, language_of(language))


def _among(title: str, given: Condition, language: Language) -> str:
    """A title, and among whom it was asked."""
    if given is None:
        return title
    _ = language.gettext
    match given[0], tuple(sorted(given[1])):
        case "all_seven_c_high", (1,):
            return _("{title} · among partnerships where all seven C's are high", title=title)
        case "all_seven_c_high", (0,):
            return _("{title} · among partnerships where not all seven C's are high", title=title)
        case "future", (1,):
            return _("{title} · among those that went on, adjusted", title=title)
        case "goal_attainment", (4, 5):
            return _("{title} · among those with high or very high goal attainment", title=title)
        case item, codes:
            words = f"{item_name(item, language.code)}: {answers_in_words(item, codes, language.code)}"
            return _("{title} · among those with: {given}", title=title, given=words[0].lower() + words[1:])
