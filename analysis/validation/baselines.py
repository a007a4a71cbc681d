"""Baselines: shares of each question's cells without a model, from other answers, from the literature, or from nothing."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.calibration.likelihood import HALF_AN_ANSWER, Question
from samvirke.analysis.literature.literature import read_literature
from samvirke.analysis.survey.targets import ALL_ANSWERED
from samvirke.model.items import ITEMS, SCALES, SEVEN_CS

ROUNDS = 60
CENTRAL_SEATS = 3
ASKED_BEFORE = {("benefit_exceeds_cost", "36"): "12", ("activity_quality", "36"): "24"}
"""Items that were asked twice, and when the first time."""

Shares = Callable[[Question], NDArray[np.float64] | None]
"""From a question to the shares of its cells, or None where the baseline does not predict it."""


def saturated(question: Question) -> NDArray[np.float64]:
    """The reported shares themselves: as good as any model of the margins can be, because it has seen them."""
    return np.array(question.counts) / sum(question.counts)


def uniform(question: Question) -> NDArray[np.float64]:
    """Every answer of the scale as likely as every other."""
    sizes = np.array([len(cell) for cell in question.cells], dtype=float)
    return sizes / sizes.sum()


def mean_of_the_scale(known: Sequence[Question]) -> Shares:
    """The mean shares of the items of the same scale among `known` questions."""
    of_scales = {scale: shares_of_codes(scale, known) for scale in SCALES}

    def shares(question: Question) -> NDArray[np.float64] | None:
        if question.nested_in is not None:
            return _seven_independent(of_scales)
        codes = of_scales[ITEMS[question.item].scale]
        return None if codes is None else np.array([sum(codes[code] for code in cell) for cell in question.cells])

    return shares


def shares_of_codes(scale: str, known: Sequence[Question]) -> dict[int, float] | None:
    """The shares of a scale's codes that make the answers to its items likeliest; None where no item of it is known.

    Merged answers are shared out in proportion, again and again until nothing changes (Dempster, Laird and Rubin 1977).
    """
    plain = [each for each in known if ITEMS[each.item].scale == scale and each.given is None and each.nested_in is None]
    if not plain:
        return None
    first = SCALES[scale].first
    shares = np.full(len(SCALES[scale].codes), 1.0 / len(SCALES[scale].codes))
    for _ in range(ROUNDS):
        expected = np.full(len(shares), HALF_AN_ANSWER / len(shares))
        for each in plain:
            for cell, count in zip(each.cells, each.counts, strict=True):
                places = [code - first for code in cell]
                expected[places] += count * shares[places] / shares[places].sum()
        shares = expected / expected.sum()
    return dict(zip(SCALES[scale].codes, shares.tolist(), strict=True))


def _seven_independent(of_scales: dict[str, dict[int, float] | None]) -> NDArray[np.float64]:
    """All seven C's high, just six, fewer, if each answer is high by the mean share of its scale, whatever the others are."""
    number_high = np.array([1.0])
    for items in SEVEN_CS.values():
        high = float(np.prod([_high(of_scales[ITEMS[item].scale]) for item in items]))
        number_high = np.convolve(number_high, [1.0 - high, high])
    all_seven, just_six = ALL_ANSWERED * number_high[-1], ALL_ANSWERED * number_high[-2]
    return np.array([all_seven, just_six, 1.0 - all_seven - just_six])


def _high(codes: dict[int, float] | None) -> float:
    return 0.5 if codes is None else codes[4] + codes[5]


def persistence(known: Sequence[Question]) -> Shares:
    """Persistence: an item that was asked twice is answered as the first time."""
    earlier = {(each.item, each.month): each for each in known if each.given is None}

    def shares(question: Question) -> NDArray[np.float64] | None:
        before = earlier.get((question.item, ASKED_BEFORE.get((question.item, question.month), "")))
        if before is None or before.cells != question.cells:
            return None
        counts = np.array(before.counts) + HALF_AN_ANSWER
        return counts / counts.sum()

    return shares


def literature(question: Question) -> NDArray[np.float64] | None:
    """Rates of the literature, where there is one: turnover of staff, and what became of 260 American coalitions.

    That source does not count_runs unchanged from adjusted; "sustained" is split evenly between the two, which is our choice.
    """
    known = read_literature()
    if question.item == "key_person_turnover_so_far":
        stays = 1.0 - (known["municipal_turnover_2012"].low + known["municipal_turnover_2016"].low) / 200.0
        left = 1.0 - stays ** (CENTRAL_SEATS * int(question.month) / 12)
        return np.array([left if cell == (1,) else 1.0 - left for cell in question.cells])
    if question.item == "future":
        sustained, alive = known["hcap_sustained"].low / 100.0, known["hcap_activity_alive"].low / 100.0
        of_code = (sustained / 2.0, sustained / 2.0, (1.0 - sustained) * alive, (1.0 - sustained) * (1.0 - alive))
        return np.array([sum(of_code[code] for code in cell) for cell in question.cells])
    return None
