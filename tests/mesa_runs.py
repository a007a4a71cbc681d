"""Runs of the small scenario through the Mesa face, for the tests of its agents and of its step."""

from typing import Any

from samvirke.model.agents import Citizen
from samvirke.model.mesa_face import PartnershipModel

CASE = "shared-meals"


def simulated(months: int, **keywords: Any) -> PartnershipModel:
    """A run with seed 1 at the end of that month."""
    model = PartnershipModel(rng=1, **keywords)
    for _ in range(months):
        model.step()
    return model


def simulated_to_the_end(seed: int = 1, **keywords: Any) -> PartnershipModel:
    """A run up to the scenario's last month."""
    model = PartnershipModel(rng=seed, **keywords)
    while model.running:
        model.step()
    return model


def citizens_who_served(model: PartnershipModel) -> list[Any]:
    """Those of the citizens who have volunteered at least a month."""
    return [each for each in model.agents_by_type[Citizen] if each.volunteer and each.volunteer.months_served > 0]


def grown_old() -> PartnershipModel:
    """A run in which key persons left and citizens became volunteers."""
    ensemble = (simulated_to_the_end(seed, share_of_personal_asks=1.0, volunteering_from_surplus_per_month=5.0) for seed in range(20))
    return next(each for each in ensemble if len(each.departed) and citizens_who_served(each))
