"""The locality: a place whose people several partnerships ask and meet, and a partnership's presence in it [W4]."""

from collections.abc import Iterable

from samvirke.model.fields import Field, amount, count, index
from samvirke.model.rule import rule

PART_AT_ITS_MEMBERS = {"local": 1.0, "regional": 0.5, "national": 0.25}
"""Part of a partnership's people who live in the municipalities that are members of it, by its reach: assumed."""

LOCALITY_FIELDS: tuple[Field, ...] = (
    count("presences", "partnerships whose people live there, all or some of them", "partnerships"),
    amount("asks_per_head", "times that one of its people is asked to volunteer by all partnerships, a running average", "asks per month"),
    amount("known", "shares of its people who take part in a partnership or serve it, summed over all partnerships", "shares"),
)

PRESENCE_FIELDS: tuple[Field, ...] = (
    index("partnership", "the partnership"),
    index("locality", "the place, in `localities`"),
    Field("part", "part of the partnership's people who live there"),
    amount("asks_per_head", "times that one of the place's people is asked to volunteer by the partnership", "asks per month"),
    Field("known", "share of the place's people who take part in the partnership or serve it"),
)


def places_of(place: str | None, municipalities: Iterable[str], reach: str) -> dict[str, float]:
    """The places where a partnership's people live, each with the part of them who live there.

    A place that the scenario names is the only one; else they are spread evenly over the municipalities that are members,
    the rest of them, where the reach is wider, over places that it shares with nobody.
    """
    if place:
        return {place: 1.0}
    places = tuple(dict.fromkeys(municipalities))
    return {each: PART_AT_ITS_MEMBERS[reach] / len(places) for each in places}


@rule
def readiness_left_by_asks(asks_of_others: float, tiring: float) -> float:
    """What asks of others leave of the readiness to say yes (0-1), relative to people whom nobody else asks [W4]."""
    return 1.0 / (1.0 + tiring * asks_of_others)


@rule
def easier_where_known(known: float, ease: float) -> float:
    """How much more readily people come or say yes who know others of the place in another partnership: 1 is as readily as else [W4]."""
    return 1.0 + ease * known


@rule
def share_who_know_it(taking_part: float, serving: float) -> float:
    """Share of people who take part in a partnership, serve it, or both, the one as likely with the other as without [W4]."""
    return 1.0 - (1.0 - taking_part) * (1.0 - serving)
