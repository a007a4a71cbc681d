"""Chance: published vectors, named decisions, inversion."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.model import decisions
from samvirke.model.chance import Moment, fill_uniforms, philox, uniform

pytestmark = pytest.mark.oracle

PUBLISHED = [  # Random123 1.14, kat_vectors, philox 4x32 with 10 rounds: counter, key, words
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((0xFFFFFFFF,) * 4, (0xFFFFFFFF,) * 2, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
]
WORD = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize(("counter", "key", "words"), PUBLISHED)
def test_the_generator_gives_the_published_words(counter: tuple[int, ...], key: tuple[int, ...], words: tuple[int, ...]) -> None:
    given_words = philox(*(np.uint64(word) for word in (*counter, *key)))
    assert tuple(int(word) for word in given_words) == words


@given(seed=WORD, month=st.integers(-12, 500), slot=st.integers(0, 5000), partnership=st.integers(0, 4095))
def test_a_uniform_lies_strictly_between_0_and_1(seed: int, month: int, slot: int, partnership: int) -> None:
    assert 0.0 < uniform(Moment(seed, month), decisions.LEAVES_POST, partnership, slot) < 1.0


@pytest.mark.parametrize("count", [1, 3, 4, 5, 121])
def test_filling_many_slots_gives_what_asking_one_by_one_gives(count: int) -> None:
    moment = Moment(7, 13)
    uniforms = np.zeros(count + 4)
    fill_uniforms(uniforms, moment, decisions.TAKES_HER_NEXT_STEP, 5, count)
    assert list(uniforms[:count]) == [uniform(moment, decisions.TAKES_HER_NEXT_STEP, 5, slot) for slot in range(count)]


def test_every_part_of_the_key_and_counter_matters() -> None:
    asked = [
        uniform(Moment(1, 1), decisions.BUSY, 1, 1, 1),
        uniform(Moment(2, 1), decisions.BUSY, 1, 1, 1),
        uniform(Moment(1, 2), decisions.BUSY, 1, 1, 1),
        uniform(Moment(1, 1), decisions.HOW_BUSY, 1, 1, 1),
        uniform(Moment(1, 1), decisions.BUSY, 2, 1, 1),
        uniform(Moment(1, 1), decisions.BUSY, 1, 2, 1),
        uniform(Moment(1, 1), decisions.BUSY, 1, 1, 2),
    ]
    assert len(set(asked)) == len(asked)


def test_no_two_decisions_share_a_number() -> None:
    numbers = [int(number) for name, number in vars(decisions).items() if name.isupper()]
    assert len(set(numbers)) == len(numbers)


def test_uniforms_are_spread_evenly() -> None:
    draws = np.zeros(2000)
    fill_uniforms(draws, Moment(11, 3), decisions.TAKES_HER_NEXT_STEP, 0, len(draws))
    counts, _ = np.histogram(draws, bins=10, range=(0, 1))
    assert counts.min() > 140 and counts.max() < 260
