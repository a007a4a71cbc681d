"""Along what partnerships are linked: the organisations and the persons that take part in several."""

from typing import NamedTuple

from samvirke.model.scenario.resolved import PartnershipCase, Scenario


class Link(NamedTuple):
    """An organisation or a person of a partnership, and the other partnerships that it takes part in."""

    who: str
    others: tuple[str, ...]


def links_of(scenario: Scenario, case_id: str) -> tuple[Link, ...]:
    """What one partnership shares with others: organisations first, each by its name, or by its id where it has none."""
    case = next(each for each in scenario.partnerships if each.case_id == case_id)
    named = {each.id: each.name or each.id for each in case.organisations} | {each: each for each in _persons(case)}
    found = ((name, _others(scenario, case, each)) for each, name in named.items())
    return tuple(Link(name, others) for name, others in found if others)


def _others(scenario: Scenario, case: PartnershipCase, who: str) -> tuple[str, ...]:
    """Ids of the other partnerships that an organisation or person takes part in."""
    others = (each for each in scenario.partnerships if each.case_id != case.case_id)
    return tuple(each.case_id for each in others if who in {*(one.id for one in each.organisations), *_persons(each)})


def _persons(case: PartnershipCase) -> tuple[str, ...]:
    """The coordinator and the representatives that are known by name."""
    persons = (case.coordinator, *(each.representative for each in case.organisations))
    return tuple(dict.fromkeys(each for each in persons if each))
