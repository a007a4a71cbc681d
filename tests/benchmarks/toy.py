"""The toy that every implementation plays, said once; each writes the rules in its own manner.

A number of partnerships of equal size, no connection between them. Each month each member

1. picks another member of her partnership, each equally likely;
2. sees a promise kept or broken: kept as often as the partner's reliability, which is her seat's and never changes;
3. trusts more by `gain` of what is missing to 1, or less by `loss` of what she has (losses weigh more than gains);
4. leaves with a small chance: her successor has the seat's reliability and fresh trust.

No member reads what another one changes, so the order within the month is free and shuffling cannot change a number.
"""

from typing import NamedTuple


class Toy(NamedTuple):
    """Size and numbers of the toy; a NamedTuple because compiled code takes it as it is."""

    partnerships: int = 37
    members: int = 40
    months: int = 60
    fresh_trust: float = 0.5
    gain: float = 0.08
    loss: float = 0.25
    chance_to_leave: float = 0.015
    lowest_reliability: float = 0.5


TOY = Toy()


def people(toy: Toy) -> int:
    """How many members the toy has, over all partnerships."""
    return toy.partnerships * toy.members


def member_months(toy: Toy) -> int:
    """How often one run of the toy applies the rules to one member."""
    return people(toy) * toy.months
