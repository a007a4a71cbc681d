"""Each leading mechanism does what its source says (tests/claims.py).

The effect of a claim is the mean over seeds of the paired difference; it holds when that mean has the claimed sign and its 90 % interval
over seeds does not touch zero.
"""

from typing import Any

import numpy as np
import pytest

from samvirke.model.ensemble import simulate
from samvirke.model.fields import NEVER
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.world import lay_out
from tests.claim_runs import Change, Measure, at_end, parameters, runs_of, the_37
from tests.claims import CLAIMS, PLAIN, leaving

ONE_SIDED_90_PERCENT = 1.34  # of Student's t with 15 degrees of freedom


@pytest.mark.slow
@pytest.mark.parametrize(("code", "claim", "less", "more", "measure", "sign"), CLAIMS, ids=[f"{c[0]}: {c[1]}" for c in CLAIMS])
def test_claim(code: str, claim: str, less: Change, more: Change, measure: Measure, sign: int) -> None:
    del code, claim
    after = measure(runs_of(more))
    effect = after if sign == 0 else measure(runs_of(more)) - measure(runs_of(less))
    mean, error = effect.mean(), effect.std(ddof=1) / len(effect) ** 0.5
    direction = sign or 1
    assert mean * direction > ONE_SIDED_90_PERCENT * error, f"effect {mean:.4g}, standard error {error:.2g}"


def test_a_municipal_lead_does_not_by_itself_lower_the_money_won() -> None:
    """[M5] The same partnerships, led by a municipality or an association in name only, and lead without its effects."""
    from tests.neutral_runs import neutral_values

    world = lay_out(parameters(**neutral_values("M5")).applied(), events=False)
    won = []
    for lead_kind in range(2):
        world.template.partnerships["lead_kind"] = lead_kind
        won.append(at_end("money_secured_dkk")(simulate(world, range(4))))
    assert (won[0] == won[1]).all()


def test_some_participants_get_worse() -> None:
    """[C7] Participation does not do everybody good."""
    from tests.ensembles import simulated

    citizens = simulated(lay_out(the_37()), 1).citizens
    took_part = citizens[citizens.ever_participated == 1]
    worse = (took_part.wellbeing < took_part.wellbeing_at_start).mean()
    narrower = (took_part.network < took_part.network_at_start).mean()
    assert 0.02 < worse < 0.5
    assert 0.02 < narrower < 0.5


def test_wellbeing_and_network_of_a_participant_do_not_move_as_one() -> None:
    """[C7, W7] For some the one rises and the other falls; those whose responses are alike are more often better off in both."""
    from tests.ensembles import simulated

    citizens = simulated(lay_out(the_37()), 1).citizens
    took_part = citizens[citizens.ever_participated == 1]
    better, wider = took_part.wellbeing > took_part.wellbeing_at_start, took_part.network > took_part.network_at_start
    assert 0.05 < (better != wider).mean() < 0.5
    assert np.corrcoef(citizens.response, citizens.response_of_network)[0, 1] > 0.2


def test_nothing_is_attained_before_anything_is_due() -> None:
    """[W8] Attainment is not known until something is due; members go by what they expect until then."""
    runs = runs_of(PLAIN)
    attained = runs.monthly["attainment"][:, runs.partnerships["grant_end"][0] > 12]  # of a grant of one month, all is due in it
    assert np.isnan(attained[:, :, 0]).all()
    assert np.nanmean(attained[:, :, 17]) > np.nanmean(attained[:, :, 7]) > 0.0


def test_open_disagreement_comes_to_most_partnerships_in_three_years() -> None:
    """[W10] An outbreak moves what is felt at once: it shows as a leap from one month to the next."""
    conflict = runs_of(PLAIN).monthly["conflict"][:, :, :36]
    rises = np.diff(conflict, axis=2).max(axis=2)
    assert 0.5 < (rises > 0.2).mean() < 0.98


def test_every_mechanism_of_the_theory_has_a_claim() -> None:
    assert {claim[0] for claim in CLAIMS} == set(MECHANISMS)


def test_a_departure_hurts_most_while_the_partnership_is_being_established() -> None:
    """[K1] The share of known expectations lost in month 8 is larger than in month 30."""

    def lost(month: int) -> Any:
        with_it = runs_of(Change(events=leaving(month))).monthly["expectations_known"][:, :, month]
        without = runs_of(PLAIN).monthly["expectations_known"][:, :, month]
        return 1.0 - np.nanmean(with_it, axis=1) / np.nanmean(without, axis=1)

    assert (lost(8) - lost(30)).mean() > 0


def test_endings_without_chance_still_differ_between_partnerships() -> None:
    """[E7] Endings follow from states: with chance switched off all four kinds of future still come."""
    futures = runs_of(parameters(luck_in_decisions=0.0)).partnerships["future"]
    assert len(np.unique(futures)) >= 3
    assert NEVER not in futures
