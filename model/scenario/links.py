"""Along what partnerships are linked: organisations and persons that take part in several, and a place that they share."""

from typing import NamedTuple

from samvirke.model.scenario.resolved import PartnershipCase, Scenario


class Link(NamedTuple):
    """An organisation, a person or the place of a partnership, and the other partnerships that share it."""

    who: str
    others: tuple[str, ...]


def links_of(scenario: Scenario, case_id: str) -> tuple[Link, ...]:
    """What one partnership shares with others: organisations first, each by its name, or by its id where it has none."""
    case = next(each for each in scenario.partnerships if each.case_id == case_id)
    named = {each.id: each.name or each.id for each in case.organisations} | {each: each for each in (*_persons(case), *_place(case))}
    found = ((name, _others(scenario, case, each)) for each, name in named.items())
    return tuple(Link(name, others) for name, others in found if others)


def shared_by(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Every organisation, person and place that several partnerships share, and the ids of these."""
    found: dict[str, tuple[str, ...]] = {}
    for case in scenario.partnerships:
        for each in links_of(scenario, case.case_id):
            found.setdefault(each.who, (case.case_id, *each.others))
    return found


def _others(scenario: Scenario, case: PartnershipCase, who: str) -> tuple[str, ...]:
    """Ids of the other partnerships that an organisation or person takes part in, or that are in that place."""
    others = (each for each in scenario.partnerships if each.case_id != case.case_id)
    return tuple(each.case_id for each in others if who in {*(one.id for one in each.organisations), *_persons(each), *_place(each)})


def _persons(case: PartnershipCase) -> tuple[str, ...]:
    """The coordinator and the representatives that are known by name."""
    persons = (case.coordinator, *(each.representative for each in case.organisations))
    return tuple(dict.fromkeys(each for each in persons if each))


def _place(case: PartnershipCase) -> tuple[str, ...]:
    """The place that the scenario names; where it names none, its municipalities link it already, as organisations."""
    return (case.place,) if case.place else ()
