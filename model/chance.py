"""Chance with a name: a published counter-based generator, so that two runs share every accident they can share.

Philox4x32-10 (Salmon, Moraes, Dror and Shaw: *Parallel random numbers: as easy as 1, 2, 3*, SC 2011) is a pure function of
a key and a counter. Key: seed, decision and month. Counter: block of four slots, other slot, partnership. Neither parameters
nor arm are in the key. One uniform is drawn per decision and compared with a chance (inversion), so that raising a chance adds
events and never moves others.
"""

from typing import Any, NamedTuple

import numpy as np

from samvirke.model.rule import inlined_rule, rule

MULTIPLIER_0 = np.uint64(0xD2511F53)
MULTIPLIER_1 = np.uint64(0xCD9E8D57)
WEYL_0 = np.uint64(0x9E3779B9)
WEYL_1 = np.uint64(0xBB67AE85)
LOW_32_BITS = np.uint64(0xFFFFFFFF)
HALF_WORD = np.uint64(32)
MONTH_BITS = np.uint64(16)
NO_WORD = np.uint64(0)
EARLIEST_MONTH = -1024
HIGHEST_SEED = 2**32 - 1
STEP_BETWEEN_UNIFORMS = 2.0**-32


class Moment(NamedTuple):
    """When chance is asked: the seed of the run (0 to 2**32 - 1) and the month (1 is the first month of the grant)."""

    seed: int
    month: int


@inlined_rule
def philox(counter_0: Any, counter_1: Any, counter_2: Any, counter_3: Any, key_0: Any, key_1: Any) -> tuple[Any, ...]:
    """Four 32-bit words (as uint64) of Philox4x32-10; every argument a uint64 below 2**32."""
    for _ in range(10):
        product_0 = MULTIPLIER_0 * counter_0
        product_1 = MULTIPLIER_1 * counter_2
        counter_0 = (product_1 >> HALF_WORD) ^ counter_1 ^ key_0
        counter_2 = (product_0 >> HALF_WORD) ^ counter_3 ^ key_1
        counter_1 = product_1 & LOW_32_BITS
        counter_3 = product_0 & LOW_32_BITS
        key_0 = (key_0 + WEYL_0) & LOW_32_BITS
        key_1 = (key_1 + WEYL_1) & LOW_32_BITS
    return counter_0, counter_1, counter_2, counter_3


@rule
def key_of(decision: int, month: int) -> Any:
    """Second key word: the decision's number above 16 bits of month."""
    return (np.uint64(decision) << MONTH_BITS) | np.uint64(month - EARLIEST_MONTH)


@rule
def as_uniform(word: Any) -> float:
    """A 32-bit word as a number strictly between 0 and 1."""
    return (float(word) + 0.5) * STEP_BETWEEN_UNIFORMS


@rule
def uniform(moment: Moment, decision: int, partnership: int, slot: int, other: int = 0) -> float:
    """The uniform in (0, 1) of one decision about one slot (and the other slot it concerns) in one month."""
    words = philox(
        np.uint64(slot // 4), np.uint64(other), np.uint64(partnership), NO_WORD, np.uint64(moment.seed), key_of(decision, moment.month)
    )
    lane = slot % 4
    if lane == 0:
        return as_uniform(words[0])
    if lane == 1:
        return as_uniform(words[1])
    if lane == 2:
        return as_uniform(words[2])
    return as_uniform(words[3])


@rule
def fill_uniforms(uniforms: Any, moment: Moment, decision: int, partnership: int, count: int) -> None:
    """Write into `uniforms` what `uniform` gives for slots 0 to `count` - 1: one block serves four slots.

    `uniforms` has room for `count` rounded up to a multiple of four.
    """
    key_1 = key_of(decision, moment.month)
    for block in range((count + 3) // 4):
        words = philox(np.uint64(block), NO_WORD, np.uint64(partnership), NO_WORD, np.uint64(moment.seed), key_1)
        uniforms[4 * block] = as_uniform(words[0])
        uniforms[4 * block + 1] = as_uniform(words[1])
        uniforms[4 * block + 2] = as_uniform(words[2])
        uniforms[4 * block + 3] = as_uniform(words[3])


@rule
def evenly_around(uniform_draw: float, middle: float, spread: float) -> float:
    """A share drawn evenly between `middle - spread` and `middle + spread`, kept within 0 and 1."""
    return min(1.0, max(0.0, middle + spread * (2.0 * uniform_draw - 1.0)))
