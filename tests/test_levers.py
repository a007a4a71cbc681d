"""The direct effect of each lever: the first thing it does, in the same runs; what follows from it is for the model to say.

Most levers stand in a mechanism's claim (tests/claims.py); those that share a claim with another stand here by themselves.
"""

import numpy as np
import pytest

from samvirke.model.levers import LEVERS
from samvirke.model.world import lay_out
from tests.claim_runs import Change, Measure, at_end, levers, monthly, runs_of, the_37
from tests.claims import CLAIMS, leaving
from tests.test_mechanisms import ONE_SIDED_90_PERCENT

LEAVING = leaving(24)
DIRECT: list[tuple[str, str, Change, Change, Measure, int]] = [
    ("company_on_first_visits", "who is accompanied joins more often", levers(company_on_first_visits=0.0), levers(company_on_first_visits=1.0), monthly("participants", 6, 18), +1),
    ("threshold", "what demands much is joined less", levers(threshold=0.1), levers(threshold=0.9), monthly("participants", 6, 18), -1),
    ("experience_at_start", "experience settles goals sooner", levers(experience_at_start=0.1), levers(experience_at_start=0.9), monthly("shared_understanding", 6, 12), +1),
    ("mandate_at_start", "a mandate settles goals sooner", levers(mandate_at_start=0.1), levers(mandate_at_start=0.9), monthly("shared_understanding", 6, 12), +1),
    ("agreement_revision_months", "an agreement revised often saves more at a departure", Change(levers={"agreement_detail": 1.0, "agreement_revision_months": 0.0}, events=LEAVING), Change(levers={"agreement_detail": 1.0, "agreement_revision_months": 6.0}, events=LEAVING), monthly("expectations_known", 25, 30), +1),
    ("share_of_personal_asks", "asking in person reaches fewer and convinces more: fewer join where advertising convinces as well", Change(levers={"share_of_personal_asks": 0.0}, parameters={"conversion_of_advertising": 0.9}), Change(levers={"share_of_personal_asks": 1.0}, parameters={"conversion_of_advertising": 0.9}), at_end("volunteers_joined"), -1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lever", "claim", "less", "more", "measure", "sign"), DIRECT, ids=[f"{lever}: {claim}" for lever, claim, *_ in DIRECT]
)
def test_direct_effect(lever: str, claim: str, less: Change, more: Change, measure: Measure, sign: int) -> None:
    del lever, claim
    effect = sign * (measure(runs_of(more)) - measure(runs_of(less)))
    assert effect.mean() > ONE_SIDED_90_PERCENT * effect.std(ddof=1) / len(effect) ** 0.5


def moved_in_a_claim() -> set[str]:
    """Levers whose value differs between the two sides of a claim."""
    changes = [(less.levers, more.levers) for _, _, less, more, _, _ in (*CLAIMS, *DIRECT)]
    at_once = {name for less, more in changes for name in {*less, *more} if less.get(name) != more.get(name)}
    return at_once | {event.lever for claim in CLAIMS for change in claim[2:4] for event in change.events if event.lever}


def test_every_lever_is_moved_in_a_claim() -> None:
    assert set(LEVERS) - moved_in_a_claim() == set()


@pytest.mark.parametrize("lever", LEVERS)
def test_a_lever_that_is_set_is_what_the_partnership_begins_with(lever: str) -> None:
    field = LEVERS[lever]
    assert field.low is not None and field.high is not None
    value = (field.low + field.high) / 2.0
    arm = the_37().arms["baseline"].model_copy(update={"levers": {lever: value}})
    template = lay_out(the_37().model_copy(update={"arms": {"baseline": arm}})).template
    assert np.allclose(template.set_policies[:, list(LEVERS).index(lever)], value)
