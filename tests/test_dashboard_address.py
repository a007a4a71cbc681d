"""The address of a view: a link or a reload restores it, and invalid parts are reported."""

import pytest

from samvirke.model.scenario import read_scenario
from samvirke.viz.dashboard.names import FIRST_LANGUAGE
from samvirke.viz.dashboard.runs.address import Address, read_address

FULL = Address(
    scenario="one-partnership", case="shared-meals", arm="coordinator-leaves", seed=7, month=18, language="en", tab="what-if",
    levers={"openness": 0.8, "second_person": 0.3}, branch=12, measure="conflict", course="hours", projector=True,
)  # fmt: skip


def test_an_address_comes_back_as_it_was():
    assert read_address(FULL.query()) == (FULL, [])


def test_an_empty_address_is_the_first_partnership_in_danish():
    address, sentences = read_address("")
    assert (address.scenario, address.language, address.month, sentences) == ("partnerskabspuljen", FIRST_LANGUAGE, None, [])
    assert address.case


@pytest.mark.parametrize("seed", [0, 1, 2**32 - 1])
def test_every_seed_comes_back(seed: int):
    assert read_address(f"seed={seed}")[0].seed == seed


@pytest.mark.parametrize(
    "query",
    [
        "scenario=partnerskabspulje", "case=jump5fun", "arm=nothing", "seed=-1", "seed=4294967296", "seed=one", "month=85", "month=1e3",
        "month=²", "language=dk", "tab=two", "levers=opennes:1", "levers=openness:7", "levers=openness:nan", "levers=openness", "branch=84",
        "scenario=/etc/passwd", "measure=joy", "course=joy", "scenario=../secret", "case=%3Cscript%3E",
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence_and_the_rest_is_shown(query: str):
    address, sentences = read_address(f"{query}&projector=1")
    assert len(sentences) == 1
    assert "\n" not in sentences[0]
    assert address.projector
    assert read_address(address.query())[1] == []


def test_the_nearest_is_named_only_where_one_is_near():
    near, far = read_address("scenario=partnerskabspulje")[1][0], read_address("case=zzz")[1][0]
    title = read_scenario("partnerskabspuljen").title.da
    assert near == f"Scenarie: »partnerskabspulje« findes ikke; det nærmeste er »partnerskabspuljen«. Her vises »{title}«."
    assert far.startswith("Partnerskab: »zzz« findes ikke. ")


def test_several_things_wrong_are_several_sentences():
    assert len(read_address("seed=x&month=x&levers=x:1")[1]) == 3


def test_a_sentence_comes_in_the_language_of_the_address():
    assert "must be a number" in read_address("language=en&seed=x")[1][0]
    assert "skal være et tal" in read_address("language=da&seed=x")[1][0]


def test_what_is_settled_at_the_start_cannot_be_turned_later():
    address, sentences = read_address("scenario=gladsaxe-social-balance&levers=mandate_at_start:0.5&branch=3")
    assert address.levers == {}
    assert str(read_scenario("gladsaxe-social-balance").levers["mandate_at_start"].label.da) in sentences[0]
    assert read_address("scenario=gladsaxe-social-balance&levers=mandate_at_start:0.5")[1] == []
