"""Table `survey`: one row per run, partnership, month and item: how it is, and what was answered."""

from typing import Any

import numpy as np

from samvirke.analysis.columns import Column, known, text
from samvirke.analysis.survey.instrument import NOT_ASKED
from samvirke.model.ensemble import Ensemble
from samvirke.model.items import ITEMS, SCALES

SURVEY: tuple[Column, ...] = (
    Column("month", "month of the questionnaire, or of the declaration at the grant's end", "month", "int64", never_null=True),
    Column("item", "name of the question", "name", "string", never_null=True),
    Column("latent", "how it is; null for what is counted from other answers", "0-1", "double"),
    Column("answer", "what was answered: step of the item's scale", "step", "int8", never_null=True),
    Column("label", "the answer in words", "words of the item's scale", "string", never_null=True),
)  # fmt: skip

_SCALES = [SCALES[item.scale] for item in ITEMS.values()]
LABELS: tuple[str, ...] = tuple(label for scale in _SCALES for label in scale.labels_en)
_FIRST = np.array([scale.first for scale in _SCALES])
_BEFORE = np.cumsum([0, *(len(scale.labels_en) for scale in _SCALES[:-1])])


def survey_of(ensemble: Ensemble, answers: Any) -> tuple[Any, Any, list[Any]]:
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


def _months(ensemble: Ensemble, waves: int) -> Any:
    """The month of each wave, runs x partnerships x waves; the declaration's is the grant's last."""
    months = np.empty((*ensemble.partnerships.shape, waves), dtype=np.int64)
    months[..., :-1] = ensemble.world.scenario.survey.months
    months[..., -1] = ensemble.partnerships.grant_end
    return months
