"""The toy in the manner of our own kernel: rows of a record array, small compiled rules, counter-based chance.

Rules, month and run stay in one file: numba's file cache does not notice a change in a rule that another file calls.
"""

from typing import Any, NamedTuple

import numpy as np

from samvirke.model.chance import Moment, fill_uniforms
from samvirke.model.rule import rule
from tests.benchmarks.toy import Toy

PICK, KEEP, LEAVE, RELIABILITY = 1, 2, 3, 4
MEMBER = np.dtype([("trust", np.float64), ("reliability", np.float64), ("departures", np.int64)])


class Draws(NamedTuple):
    """The uniforms of one partnership in one month, one per member; rooms of a multiple of four."""

    pick: Any
    keep: Any
    leave: Any


@rule
def draw_the_month(draws: Draws, moment: Moment, partnership: int, members: int) -> None:
    """Fill the uniforms of the three decisions of one partnership in one month."""
    fill_uniforms(draws.pick, moment, PICK, partnership, members)
    fill_uniforms(draws.keep, moment, KEEP, partnership, members)
    fill_uniforms(draws.leave, moment, LEAVE, partnership, members)


@rule
def partner_of(slot: int, uniform_draw: float, members: int) -> int:
    """Slot of another member of the same partnership, each equally likely."""
    other = int(uniform_draw * (members - 1))
    return other + 1 if other >= slot else other


@rule
def trust_after(trust: float, promise_kept: bool, toy: Toy) -> float:
    """Trust moves towards what happened, 1 for a promise kept and 0 for one broken, and falls faster than it rises."""
    what_happened = 1.0 if promise_kept else 0.0
    share_moved = toy.gain if promise_kept else toy.loss
    return trust + share_moved * (what_happened - trust)


@rule
def month_of_a_partnership(members: Any, draws: Draws, toy: Toy) -> None:
    """Every member meets another one, trusts accordingly, and perhaps leaves."""
    for slot in range(toy.members):
        partner = members[partner_of(slot, draws.pick[slot], toy.members)]
        promise_kept = draws.keep[slot] < partner.reliability
        members[slot].trust = trust_after(members[slot].trust, promise_kept, toy)
        if draws.leave[slot] < toy.chance_to_leave:
            members[slot].trust = toy.fresh_trust
            members[slot].departures += 1


@rule
def run_months(members: Any, draws: Draws, seed: int, toy: Toy) -> None:
    """All months of all partnerships; `members` is a table of partnerships by slots, changed in place."""
    for month in range(1, toy.months + 1):
        moment = Moment(seed, month)
        for partnership in range(toy.partnerships):
            draw_the_month(draws, moment, partnership, toy.members)
            month_of_a_partnership(members[partnership], draws, toy)


@rule
def seat(members: Any, draws: Draws, seed: int, toy: Toy) -> None:
    """Fresh members at the start, each seat with a reliability of its own."""
    for partnership in range(toy.partnerships):
        fill_uniforms(draws.keep, Moment(seed, 0), RELIABILITY, partnership, toy.members)
        for slot in range(toy.members):
            members[partnership, slot].trust = toy.fresh_trust
            members[partnership, slot].reliability = reliability_at(draws.keep[slot], toy)
            members[partnership, slot].departures = 0


@rule
def reliability_at(uniform_draw: float, toy: Toy) -> float:
    """How often a seat keeps its promises, evenly from the lowest reliability to 1."""
    return toy.lowest_reliability + (1.0 - toy.lowest_reliability) * uniform_draw


def empty_draws(toy: Toy) -> Draws:
    """Room for the uniforms of one partnership in one month."""
    room = (toy.members + 3) // 4 * 4
    return Draws(np.empty(room), np.empty(room), np.empty(room))


def run(toy: Toy, seed: int) -> Any:
    """One whole run, laid out and simulated: the table of members at its end."""
    members = np.empty((toy.partnerships, toy.members), dtype=MEMBER).view(np.recarray)
    draws = empty_draws(toy)
    seat(members, draws, seed, toy)
    run_months(members, draws, seed, toy)
    return members
