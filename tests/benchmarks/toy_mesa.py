"""The toy as Mesa objects: one `mesa.Agent` per member, in two ways.

*As a user writes it*: small methods, `shuffle_do`, chance from Mesa's `random`. *At its cheapest*: one method, `do`,
and the uniforms of the kernel in a list made before the clock starts, so that it must end with the same bits as ours.
In both a successor takes over her predecessor's object and nothing is collected, which spares Mesa what costs it most.
"""

from collections.abc import Callable
from typing import Any

import mesa
import numpy as np

from samvirke.model.chance import Moment, fill_uniforms
from tests.benchmarks.toy import Toy
from tests.benchmarks.toy_kernel import RELIABILITY, draw_the_month, empty_draws, reliability_at


class Member(mesa.Agent):
    """One member; `colleagues` are the others of her partnership, in the order of their slots."""

    def __init__(self, model: "ToyModel", reliability: float) -> None:
        super().__init__(model)
        self.reliability = reliability
        self.trust = model.toy.fresh_trust
        self.departures = 0
        self.colleagues: list[Member] = []

    def step(self) -> None:
        """Meet another member, trust accordingly, and perhaps leave."""
        partner = self.random.choice(self.colleagues)
        self.experience(self.random.random() < partner.reliability)
        if self.random.random() < self.model.toy.chance_to_leave:
            self.leave()

    def experience(self, promise_kept: bool) -> None:
        """Trust more, or less."""
        if promise_kept:
            self.trust += self.model.toy.gain * (1.0 - self.trust)
        else:
            self.trust -= self.model.toy.loss * self.trust

    def leave(self) -> None:
        """Make room for a successor."""
        self.trust = self.model.toy.fresh_trust
        self.departures += 1


class FrugalMember(Member):
    """The same member with everything in one method and her uniforms from the model's list."""

    def step(self) -> None:
        """Meet another member, trust accordingly, and perhaps leave."""
        toy, uniform = self.model.toy, self.model.next_uniform
        partner = self.colleagues[int(uniform() * len(self.colleagues))]
        if uniform() < partner.reliability:
            self.trust += toy.gain * (1.0 - self.trust)
        else:
            self.trust -= toy.loss * self.trust
        if uniform() < toy.chance_to_leave:
            self.trust = toy.fresh_trust
            self.departures += 1


class ToyModel(mesa.Model):
    """All partnerships as a user writes it."""

    member_type = Member

    def __init__(self, toy: Toy, seed: int, reliabilities: list[float]) -> None:
        super().__init__(rng=seed)
        self.toy = toy
        members = [self.member_type(self, reliability) for reliability in reliabilities]
        for first in range(0, len(members), toy.members):
            introduce(members[first : first + toy.members])

    def step(self) -> None:
        """One month."""
        self.agents.shuffle_do("step")


class FrugalModel(ToyModel):
    """All partnerships at their cheapest; `uniforms` in the order in which `do` asks for them."""

    member_type = FrugalMember

    def __init__(self, toy: Toy, seed: int, reliabilities: list[float], uniforms: list[float]) -> None:
        super().__init__(toy, seed, reliabilities)
        self.next_uniform: Callable[[], float] = iter(uniforms).__next__

    def step(self) -> None:
        """One month."""
        self.agents.do("step")


def introduce(partnership: list[Member]) -> None:
    """Let the members of one partnership know each other."""
    for member in partnership:
        member.colleagues = [other for other in partnership if other is not member]


def reliabilities_of(toy: Toy, seed: int) -> list[float]:
    """The reliability of every seat, partnership after partnership, as in the kernel."""
    row = empty_draws(toy).keep
    reliabilities: list[float] = []
    for partnership in range(toy.partnerships):
        fill_uniforms(row, Moment(seed, 0), RELIABILITY, partnership, toy.members)
        reliabilities += [reliability_at(each, toy) for each in row[: toy.members].tolist()]
    return reliabilities


def uniforms_of(toy: Toy, seed: int) -> list[float]:
    """The kernel's uniforms in the order in which `do` asks: month, member, then to pick, to keep and to leave."""
    draws = empty_draws(toy)
    uniforms: list[float] = []
    for month in range(1, toy.months + 1):
        for partnership in range(toy.partnerships):
            draw_the_month(draws, Moment(seed, month), partnership, toy.members)
            uniforms += np.stack(draws)[:, : toy.members].T.ravel().tolist()
    return uniforms


def run(model_type: type[ToyModel], toy: Toy, *arguments: Any) -> ToyModel:
    """One whole run, laid out and simulated: the model at its end."""
    model = model_type(toy, *arguments)
    for _ in range(toy.months):
        model.step()
    return model


def trust_and_departures(model: ToyModel) -> tuple[Any, Any]:
    """Every member's trust and every seat's departures, partnerships by slots as in the kernel."""
    shape = (model.toy.partnerships, model.toy.members)
    trust, departures = (np.array(model.agents.get(name)).reshape(shape) for name in ("trust", "departures"))
    return trust, departures
