"""Where each partnership starts from, unobserved: what is typical of it lies around what is typical of all."""

from typing import Any

from samvirke.model.chance import Moment, evenly_around, uniform
from samvirke.model.decisions import BEGIN_OWN_START
from samvirke.model.fields import codes
from samvirke.model.rule import rule

TRUST, COMMITMENT, OWNERSHIP, GAIN, NEED, BACKING, GOAL, ARENAS, ACTIVITIES, VOLUNTEERS = codes(0, 10)


@rule
def typical_here(state: Any, p: int, moment: Moment, quantity: int, typical: float, spread: float) -> float:
    """What is typical in one partnership: `quantity` is one of the names above, `spread` how far partnerships lie apart in it."""
    return evenly_around(uniform(moment, BEGIN_OWN_START, state.partnerships[p].number, quantity), typical, spread)
