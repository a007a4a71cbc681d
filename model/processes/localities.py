"""What partnerships of one place do to each other: its people are asked by several, and know one through the other [W4].

Before the ten processes of the month, from how things stood at the end of the last one. A partnership's own asks, and its own
participants and volunteers, are left out: alone in its places it finds their people as they would be without others.
"""

from typing import Any

from samvirke.model.agents.locality import easier_where_known, readiness_left_by_asks, share_who_know_it
from samvirke.model.arithmetic import moved, ratio, share
from samvirke.model.rule import rule


@rule
def month_of_localities(state: Any) -> None:
    """A month of all places: what each partnership has done in each, added up, and what the others' come to for each."""
    for each in range(len(state.localities)):
        state.localities[each].asks_per_head = 0.0
        state.localities[each].known = 0.0
    for p in range(len(state.partnerships)):
        add_to_its_places(state, p)
    for p in range(len(state.partnerships)):
        note_the_others(state, p)


@rule
def add_to_its_places(state: Any, p: int) -> None:
    """How often a partnership has lately asked one of its places' people, and how many of them know it [W4]."""
    partnership = state.partnerships[p]
    asks = ratio(partnership.asked, partnership.people_to_ask)
    partnership.asked = 0.0
    partnership.asks_per_head = moved(partnership.asks_per_head, asks, state.parameters[0].memory_per_month)
    serving = share(ratio(partnership.active_volunteers, partnership.people_to_ask))
    known = share_who_know_it(ratio(partnership.participants, partnership.citizens), serving)
    for each in range(partnership.first_presence, partnership.first_presence + partnership.presences):
        presence = state.presences[each]
        presence.asks_per_head = presence.part * partnership.asks_per_head
        presence.known = presence.part * known
        state.localities[presence.locality].asks_per_head += presence.asks_per_head
        state.localities[presence.locality].known += presence.known


@rule
def note_the_others(state: Any, p: int) -> None:
    """What a partnership's people have of the others: how often they are asked, and how many around them take part or serve [W4]."""
    partnership = state.partnerships[p]
    asks = 0.0
    known = 0.0
    for each in range(partnership.first_presence, partnership.first_presence + partnership.presences):
        presence = state.presences[each]
        locality = state.localities[presence.locality]
        asks += presence.part * max(0.0, locality.asks_per_head - presence.asks_per_head)
        known += presence.part * max(0.0, locality.known - presence.known)
    partnership.asks_of_others_per_head = asks
    partnership.known_through_others = share(known)


@rule
def readiness_beside_others(state: Any, p: int) -> float:
    """How readily people say yes to volunteering where others are at work too, relative to a partnership alone in its place [W4]."""
    parameters = state.parameters[0]
    asks = state.partnerships[p].asks_of_others_per_head
    return readiness_left_by_asks(asks, parameters.readiness_tired_by_asks_of_others) * ease_beside_others(state, p)


@rule
def ease_beside_others(state: Any, p: int) -> float:
    """How much more readily people come where others of the place take part in or serve another partnership [W4]."""
    return easier_where_known(state.partnerships[p].known_through_others, state.parameters[0].ease_of_one_known_through_others)
