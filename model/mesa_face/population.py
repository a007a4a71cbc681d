"""Who is there: makes an agent of every row that is one, welcomes successors, lets those who left go."""

from typing import Any

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
            "organisations": {row: ORGANISATION_KINDS[kind](model, row) for row, kind in enumerate(state.organisations.kind)},
            "grants": self._one_per_row(Funder, state.grants),
            "activities": self._one_per_row(Activity, state.activities),
            "volunteers": {row: self._volunteer(row, each) for row, each in enumerate(state.volunteers.citizen)},
            "citizens": self._one_per_row(Citizen, state.citizens),
            "key_persons": {},
        }
        self.follow()

    def _one_per_row(self, kind: type[AgentOfARow], table: Any) -> dict[int, Any]:
        return {row: kind(self._model, row) for row in range(len(table))}

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
