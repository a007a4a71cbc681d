"""The claims again, each in many draws from the prior: in at least four of five the effect has the claimed sign.

One run of the 37 partnerships per draw, with and without, on the same chance. What falls short is listed with its reason; a claim
that falls short and is not listed fails, and so does a listed one that has the wrong sign on the whole.
"""

from typing import Any

import numpy as np
import pytest

from samvirke.model.draws import prior_draws
from samvirke.model.ensemble import simulate
from samvirke.model.world import lay_out
from tests.claim_runs import Change, Measure
from tests.claims import CLAIMS

DRAWS = 30
SEED = 5
ENOUGH = 0.8
EXCEPTIONS = {
    "a municipality's money is one for all who ask": "nobody wins a municipality's money in one run of half of the draws",
    "hosts outside the members leave more that is carried on": "few come from outside in one run: no difference in a third of the draws",
    "hosts outside are found where associations are known": "few hosts come from outside in one run: no difference in four of ten draws",
    "a host outside that costs more carries less on": "few hosts come from outside in one run: no difference in most draws",
    "a host in daily operation that carries some takes the rest": "few such hosts in one run: no difference in half of the draws",
    "too few hours bring open disagreement": "outbreaks are few in one run: chance outweighs it in a quarter of the draws",
    "support keeps volunteers": "few volunteers stop in one run: chance outweighs support in a quarter of the draws",
    "a late refusal costs trust": "only municipal budgets refuse at that cost, eight leads of 37: nobody is refused in some runs",
    "ownership grows with joint decisions": "without the mechanism ownership stays where it began, which in some draws is high",
    "expected gain keeps partners in": "where the wish needed is low or high all stay or none does: no difference in a third of the draws",
    "trust and commitment decide who stays": "as above: no difference in a third of the draws",
    "municipal lead opens budgets": "eight municipal leads and few granted applications in one run: no difference in nine of ten draws",
    "overuse tires volunteers and makes them stop": "few volunteers in one run: no difference in a quarter of the draws",
    "outreach costs hours: fewer are reached in all": "where open meetings cost nearly as much per contact, outreach reaches more",
    "reorganisation takes hosts away": "no host is municipal in one run of a fifth of the draws",
    "departures cost trust": "an open conflict in one of two runs outweighs the departures in a fifth of the draws",
    "local tailoring raises ownership": "a year of it leaves little of a three-year grant: where results weigh most, they come too late",
    "and four times as many again too many to join": "where coordination grows little faster than members, thirty are not too many",
    "a municipal host's steady money keeps activities": "no host is municipal, or none would have stopped, in four of five draws",
}


def effect(less: Change, more: Change, measure: Measure, sign: int, draws: Any) -> Any:
    after = measure(simulate(lay_out(more.applied(), events=False), range(DRAWS), draws))
    return after if sign == 0 else after - measure(simulate(lay_out(less.applied(), events=False), range(DRAWS), draws))


@pytest.mark.slow
@pytest.mark.parametrize(("code", "claim", "less", "more", "measure", "sign"), CLAIMS, ids=[f"{c[0]}: {c[1]}" for c in CLAIMS])
def test_claim_over_the_prior(code: str, claim: str, less: Change, more: Change, measure: Measure, sign: int) -> None:
    del code
    found = effect(less, more, measure, sign, prior_draws(DRAWS, SEED)) * (sign or 1)
    holds = np.mean(found > 0)
    assert holds >= ENOUGH or (claim in EXCEPTIONS and found.mean() > 0), f"holds in {holds:.0%} of the draws, mean {found.mean():.3g}"
