"""Who is there, and who trusts whom: an agent for every row that is one, successors, those who left; networks of their `unique_id`s."""

from typing import Any

import networkx as nx
import numpy as np
from mesa.agent import AgentSet

from samvirke.model.agents.key_person import LEFT, TO_COME
from samvirke.model.mesa_face.agents import (
    ORGANISATION_KINDS,
    Activity,
    AgentOfARow,
    Citizen,
    CitizenAsVolunteer,
    Funder,
    KeyPerson,
    Membership,
    Organisation,
    Partnership,
    Volunteer,
)


class Population:
    """The agents of a model by table and row.

    They are made in an order that depends on the state alone, successors after all others in the order they came: so an
    agent has the same `unique_id` in a run, in its forks and in a run that was saved and resumed.
    """

    def __init__(self, model: Any) -> None:
        self._model = model
        state = model.state
        self._of: dict[str, dict[int, Any]] = {
            "partnerships": self._one_per_row(Partnership, state.partnerships),
            "organisations": {row: self._organisation(row, each) for row, each in enumerate(state.organisations)},
            "grants": self._one_per_row(Funder, state.grants),
            "activities": self._one_per_row(Activity, state.activities),
            "volunteers": {row: self._volunteer(row, each) for row, each in enumerate(state.volunteers.citizen)},
            "citizens": self._one_per_row(Citizen, state.citizens),
            "key_persons": {},
        }
        self.follow()

    def _one_per_row(self, kind: type[AgentOfARow], table: Any) -> dict[int, Any]:
        return {row: kind(self._model, row) for row in range(len(table))}

    def _organisation(self, row: int, member: Any) -> Organisation | Membership:
        """The agent in its first membership; a view of it in each further one."""
        is_first = self._model.state.legal_organisations[member.legal].first_membership == row
        return ORGANISATION_KINDS[member.kind](self._model, row) if is_first else Membership(self._model, row)

    def _volunteer(self, row: int, citizen_row: int) -> Volunteer | CitizenAsVolunteer:
        return CitizenAsVolunteer(self._model, row) if citizen_row >= 0 else Volunteer(self._model, row)

    def at(self, table: str, row: int) -> Any:
        """The agent (or a citizen's view of herself as volunteer) in that row; None if there is none, or not yet."""
        return self._of[table].get(row)

    def follow(self) -> None:
        """After a month: successors become agents; key persons who have left leave `model.agents`."""
        known = self._of["key_persons"]
        persons = self._model.state.key_persons
        here = np.flatnonzero(persons.stage != TO_COME).tolist()
        for row in sorted(here, key=lambda row: (persons.arrived_month[row], row)):
            if row not in known:
                known[row] = KeyPerson(self._model, row)
        for row in np.flatnonzero(persons.stage == LEFT).tolist():
            if known[row] in self._model.agents:
                known[row].remove()

    @property
    def departed(self) -> Any:
        """AgentSet of the key persons who have left, in the order of their seats."""
        gone = np.flatnonzero(self._model.state.key_persons.stage == LEFT).tolist()
        return AgentSet([self.at("key_persons", row) for row in gone], random=self._model.random)


def trust_network(model: Any, partnership: Any) -> Any:
    """DiGraph of a partnership's present key persons; an edge is how far the first relies on the second."""
    graph = nx.DiGraph()
    holders = {}
    for person in partnership.key_persons:
        holders[person.seat] = person.unique_id
        graph.add_node(
            person.unique_id, seat=person.seat, organisation=person.organisation.unique_id,
            sector=person.organisation.sector_name, is_coordinator=person.is_coordinator,
        )  # fmt: skip
    first = partnership.first_tie
    for tie in model.state.ties[first : first + partnership.ties]:
        if tie.from_seat in holders and tie.to_seat in holders:
            graph.add_edge(
                holders[tie.from_seat], holders[tie.to_seat], trust=float(tie.trust),
                expectations_known=float(tie.expectations_known), months_met=int(tie.months_met),
            )  # fmt: skip
    return graph


def organisations_network(model: Any, partnership: Any) -> Any:
    """DiGraph of a partnership's members; an edge is institutional trust, what remains when persons leave."""
    graph = nx.DiGraph()
    members = {each.row: each for each in partnership.members}
    for each in members.values():
        graph.add_node(each.unique_id, kind=each.kind_name, sector=each.sector_name, is_lead=each.is_lead)
    first = partnership.first_relation
    for relation in model.state.relations[first : first + partnership.relations]:
        one, other = members.get(relation.from_organisation), members.get(relation.to_organisation)
        if one is not None and other is not None and one is not other:
            graph.add_edge(one.unique_id, other.unique_id, trust=float(relation.trust))
    return graph
