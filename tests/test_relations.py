"""Single partnerships and cross-tables left out: what a model that knows them, and one that does not, scores."""

from dataclasses import replace

import numpy as np
import pytest

from samvirke.analysis.calibration.emulated_shares import POSTERIOR, PRIOR, WITHOUT
from samvirke.analysis.calibration.reported_tables import CrossTable, Outcome
from samvirke.analysis.validation.core import Change, Core
from samvirke.analysis.validation.relations import (
    LEFT_OUT,
    MARGINS_ONLY,
    NO_IDENTITY,
    OF_PRIOR,
    CasesLeftOut,
    TableLeftOut,
    by_margins,
)
from samvirke.analysis.validation.verdicts import Verdict, verdicts
from samvirke.model.language import language_of
from samvirke.viz.validation.answer import criterion, whether_it_holds
from samvirke.viz.validation.hardest import cases_table, core_table, cross_tables_table, hardest
from samvirke.viz.validation.page import validation_page
from tests.validations import question, small_validation

ENGLISH, DANISH = language_of("en"), language_of("da")
OUTCOMES = tuple(Outcome(f"case-{at}", at, 1 if at % 3 else None, 4 if at % 3 else None, at % 4) for at in range(24))


def knowing(outcome: Outcome, certainty: float) -> np.ndarray:
    """Chances of a model that is so certain of what became of a partnership."""
    chances = np.full(12, (1.0 - certainty) / 12.0)
    chances[list(outcome.cells)] += certainty / len(outcome.cells)
    return chances


def cases(certainty: float, of_others: float = 0.0) -> CasesLeftOut:
    of = {LEFT_OUT: certainty, MARGINS_ONLY: of_others, NO_IDENTITY: of_others, OF_PRIOR: 0.0}
    return CasesLeftOut(OUTCOMES, {model: np.array([knowing(each, known) for each in OUTCOMES]) for model, known in of.items()})


def test_a_model_that_knows_who_goes_on_beats_one_that_does_not():
    gain, error = cases(0.5).gain(MARGINS_ONLY)
    assert gain > 5.0 * error > 0.0
    assert cases(0.5).auc(LEFT_OUT) == 1.0
    assert cases(0.5).auc(OF_PRIOR) == 0.5


def test_the_margins_are_those_without_the_partnership_itself():
    margins = (
        question("goal_attainment", ((1,), (2,), (3,), (4,), (5,)), (1, 0, 4, 17, 12)),
        question("future", ((0,), (1,), (2,), (3,)), (2, 13, 17, 3), "end"),
    )
    chances = by_margins(Outcome("one", 0, 1, 4, 1), margins).reshape(3, 4)
    assert chances.sum() == pytest.approx(1.0)
    assert chances.sum(axis=0) == pytest.approx(np.array([2.5, 12.5, 17.5, 3.5]) / 36.0)
    assert chances.sum(axis=1) == pytest.approx(np.array([5.5, 16.5, 12.5]) / 34.5)


@pytest.mark.parametrize(
    ("certainty", "of_others", "english", "danish"),
    [
        (0.5, 0.0, "knows something of which partnership goes on", "ved noget om, hvilket partnerskab"),
        (0.3, 0.3, "do not show that it knows", "viser ikke, at den ved"),
        (0.0, 0.5, "do not use it to say which", "brug den ikke til at sige, hvilket"),
    ],
)
def test_the_sentence_follows_from_sign_and_error(certainty: float, of_others: float, english: str, danish: str):
    found = replace(small_validation(), cases=cases(certainty, of_others))
    assert english in hardest(found, ENGLISH)[0]
    assert danish in hardest(found, DANISH)[0]


def table(first: float, second: float, spread: float = 0.02, given_margins: bool = True) -> TableLeftOut:
    groups = (
        question("synergy", ((5,), (1, 2, 3, 4)), (7, 4), given=("all_seven_c_high", (1,))),
        question("synergy", ((5,), (1, 2, 3, 4)), (3, 21), given=("all_seven_c_high", (0,))),
    )
    chance = np.random.default_rng(1)
    shares = np.clip(np.array([first, second]) + spread * chance.standard_normal((500, 2)), 0.01, 0.99)
    prior = chance.random((500, 2))
    return TableLeftOut(
        CrossTable("synergy_by_all_seven_c_high", groups, given_margins), {POSTERIOR: shares, WITHOUT: shares, PRIOR: prior}
    )


def test_a_table_that_is_known_has_the_right_sign_is_narrow_and_scores():
    found = table(0.64, 0.13)
    assert found.sign_is_right(POSTERIOR) == 1.0
    assert 0.4 < found.sign_is_right(PRIOR) < 0.6
    assert (found.width(POSTERIOR) < 0.1).all()
    assert found.is_empty(PRIOR)
    assert found.inside(POSTERIOR)
    assert not table(0.05, 0.9).inside(POSTERIOR)
    assert found.score(POSTERIOR) > found.score(PRIOR)
    assert found.score(POSTERIOR) > found.score_of_margins > table(0.13, 0.64).score(POSTERIOR)


def test_where_margins_are_given_only_the_odds_ratio_counts():
    assert table(0.5, 0.2, 0.0).score(POSTERIOR) == pytest.approx(table(0.8, 0.5, 0.0).score(POSTERIOR))
    counted = [table(*shares, 0.0, given_margins=False).score(POSTERIOR) for shares in ((0.5, 0.2), (0.8, 0.5))]
    assert counted[0] > counted[1]


def test_a_criterion_that_the_prior_meets_too_is_not_counted():
    assert Verdict("inside", 96.0, 85.0, True, of_prior=98.0).prior_passes
    assert not Verdict("error", 6.0, 6.5, True, of_prior=16.0).prior_passes
    found = Verdict("inside", 96.0, 85.0, True, of_prior=98.0, is_a_test=False)
    assert whether_it_holds(found, ENGLISH) == "the prior meets it too: not counted"


def test_the_page_begins_with_what_is_hardest_in_both_languages():
    core = Core(("T1",), ("C4",), (), (Change(("C4",), -0.2, 0.4, {"margins": -0.1, "cross_tables": 0.0, "outcomes": -0.1}),),
                {"margins": -60.0, "cross_tables": -4.0, "outcomes": -40.0})  # fmt: skip
    found = replace(small_validation(), cases=cases(0.5), cross_tables=(table(0.64, 0.13),), core=core)
    for language in (ENGLISH, DANISH):
        page = validation_page(found, language)
        for each in (
            cases_table(found.cases or cases(0.5), language),
            cross_tables_table(found.cross_tables, language),
            core_table(core, language),
        ):
            assert each.title in page
        assert all(criterion(each, language) for each in verdicts(found))
    assert [each.name for each in verdicts(found)][:6] == ["cases", "cases", "sign", "tables_inside", "width", "tables"]
