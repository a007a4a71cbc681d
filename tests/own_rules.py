"""A rule of somebody's own, as an extension, for the tests of extensions."""

from typing import Any

from samvirke.extending import Field, Fixed, OwnMeasure, Parameter, decisions, extend, moved, uniform
from samvirke.model import extensions
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.rule import rule
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.world import lay_out
from tests.ensembles import same_bits

(VISIT,) = decisions(20_000)
SEEDS = (1, 2, 3)
SWITCH = Parameter("share_learnt", "part learnt on a visit", "share", 0, 1, Fixed(0.0), "G3", "assumed", neutral=0.0)
CHANCE = Parameter("chance_of_a_visit", "chance of a visit", "per month", 0, 1, Fixed(0.2), "G3", "assumed")


@rule
def visits(state: Any, p: int, moment: Any, own: Any, chance_of_a_visit: float, share_learnt: float) -> None:
    """Learn of expectations on visits."""
    partnership = state.partnerships[p]
    if uniform(moment, VISIT, partnership.number, 0) < chance_of_a_visit:
        own[0] += 1.0
        for t in range(partnership.first_tie, partnership.first_tie + partnership.ties):
            state.ties[t].expectations_known = moved(state.ties[t].expectations_known, 1.0, share_learnt)


@rule
def other_visits(state: Any, p: int, moment: Any, own: Any, chance_of_a_visit: float, share_learnt: float) -> None:
    """Another rule of the same form."""
    own[0] += share_learnt + chance_of_a_visit + 0.0 * state.partnerships[p].trust * moment.month


def add_visits(**changes: Any) -> extensions.Extension:
    measure = OwnMeasure("visits_made", "visits", "visits", 0, "visits", lambda ensemble: ensemble.own["visits_made"].mean(axis=1))
    wording: dict[str, Any] = {
        "name": "visits", "rule": visits, "after": "meet", "parameters": [SWITCH, CHANCE],
        "fields": [Field("visits_made", "visits so far", "visits", 0, None)], "decisions": [VISIT], "measures": [measure],
    }  # fmt: skip
    return extend(**{**wording, **changes})


def simulated(**parameters: float) -> Ensemble:
    scenario: Scenario = read_scenario("one-partnership", parameters=parameters)
    return simulate(lay_out(scenario), SEEDS)


def differing(one: Ensemble, other: Ensemble) -> list[str]:
    """The parts in which two ensembles differ by any bit."""
    parts = [name for name in ("partnerships", "latent", "seen", "monthly") if not same_bits(getattr(one, name), getattr(other, name))]
    return parts + [f"events {run}" for run in range(len(SEEDS)) if not same_bits(one.events[run], other.events[run])]


MODULE = """
import tests.own_rules
tests.own_rules.add_visits(module=__name__)
"""
