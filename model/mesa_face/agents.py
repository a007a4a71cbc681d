"""The agents of the Mesa model: thin views on their rows, with the others they belong to.

Who is an agent
- every potential volunteer from outside is a `Volunteer`, every citizen a `Citizen`. A citizen who volunteers stays the one
  `Citizen` she is (stage "volunteer"): her row among the volunteers is `citizen.volunteer`, a view that is no agent.
  So each person is one agent; `partnership.serving` holds all who serve, of both kinds.
- a `KeyPerson` becomes an agent when she takes her seat. When she has left it (stage "left") she is no longer in
  `model.agents`; her view stays readable, and `model.departed` holds it. Her successor is another agent.
- an organisation that leaves stays an agent, with `active` 0; an activity and a partnership that end, with stage "ended".
- a `Funder` is what one grant makes of it towards one partnership: one agent per grant.
"""

from typing import Any

import mesa
from mesa.agent import AgentSet

from samvirke.model.agents import citizen, volunteer
from samvirke.model.agents.activity import ACTIVITY_FIELDS
from samvirke.model.agents.citizen import CITIZEN_FIELDS
from samvirke.model.agents.funder import GRANT_FIELDS
from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT, KEY_PERSON_FIELDS
from samvirke.model.agents.municipality import MUNICIPALITY_FIELDS
from samvirke.model.agents.ngo import NGO_FIELDS
from samvirke.model.agents.organisation import ORGANISATION_FIELDS
from samvirke.model.agents.partner import PARTNER_FIELDS
from samvirke.model.agents.partnership import PARTNERSHIP_FIELDS, STRUCTURE_FIELDS
from samvirke.model.agents.volunteer import VOLUNTEER_FIELDS
from samvirke.model.levers import POLICIES
from samvirke.model.mesa_face.views import View, seen_through

LAID_OUT = tuple(field.name for field in STRUCTURE_FIELDS)


class AgentOfARow(View, mesa.Agent):
    """A `mesa.Agent` whose attributes are the fields of one row of the state."""

    def __init__(self, model: Any, row: int) -> None:
        self.row = row
        super().__init__(model)


@seen_through("partnerships", PARTNERSHIP_FIELDS, kept=(*LAID_OUT, "stage", "active_volunteers"))
@seen_through("policies", POLICIES)
class Partnership(AgentOfARow):
    """The collective of organisations. Its levers (`openness` …) are its attributes too, as they stand this month."""

    @property
    def partnership_row(self) -> int:
        """Its own row."""
        return self.row

    @property
    def name(self) -> str:
        """Its name in the scenario."""
        return str(self.model.world.scenario.partnerships[self.row].name)

    def agents_of(self, kind: type[AgentOfARow]) -> Any:
        """AgentSet of this partnership's agents of a kind: `partnership.agents_of(Volunteer)`."""
        everybody = self.model.agents_by_type.get(kind, ())
        return AgentSet([each for each in everybody if each.partnership_row == self.row], random=self.model.random)

    @property
    def members(self) -> Any:
        """AgentSet of the organisations that are members this month, the lead first."""
        present = [each for kind in ORGANISATION_KINDS for each in self.agents_of(kind) if each.active]
        return AgentSet(sorted(present, key=lambda each: each.row), random=self.model.random)

    @property
    def key_persons(self) -> Any:
        """AgentSet of those who hold its seats."""
        return self.agents_of(KeyPerson)

    @property
    def coordinator(self) -> "KeyPerson | None":
        """Who coordinates it; None while the seat is vacant."""
        return next((each for each in self.key_persons if each.is_coordinator), None)

    @property
    def serving(self) -> Any:
        """AgentSet of all who serve as volunteers this month: volunteers from outside, and citizens."""
        outside = self.agents_of(Volunteer).select(lambda each: each.stage == volunteer.ACTIVE)
        citizens = self.agents_of(Citizen).select(lambda each: each.stage == citizen.VOLUNTEERING)
        return AgentSet([*outside, *citizens], random=self.model.random)


class Organisation(AgentOfARow):
    """What municipality, NGO and other partner have in common."""

    partnership: Partnership

    @property
    def key_persons(self) -> Any:
        """AgentSet of those who represent it now."""
        return self.partnership.key_persons.select(lambda each: each.organisation_row == self.row)


_seen_as_organisation = seen_through("organisations", ORGANISATION_FIELDS, kept=("kind", "sector", "is_lead", "active"))


@_seen_as_organisation
@seen_through("organisations", MUNICIPALITY_FIELDS)
class Municipality(Organisation):
    """A municipality that is a member: politics, budget and reorganisation reach the partnership through it."""


@_seen_as_organisation
@seen_through("organisations", NGO_FIELDS)
class NGO(Organisation):
    """An association that is a member, local or national."""


@_seen_as_organisation
@seen_through("organisations", PARTNER_FIELDS)
class Partner(Organisation):
    """Another member: region, company, housing, education or research, interest organisation."""


ORGANISATION_KINDS: tuple[type[Organisation], ...] = (Municipality, NGO, Partner)
"""In the order of `samvirke.model.agents.organisation.KINDS`."""


@seen_through("key_persons", KEY_PERSON_FIELDS, kept=("stage", "is_coordinator"))
class KeyPerson(AgentOfARow):
    """She represents an organisation on a seat."""

    @property
    def successor(self) -> "KeyPerson | None":
        """Who took over her seat; None if nobody has, yet."""
        is_last = self.row % GENERATIONS_PER_SEAT == GENERATIONS_PER_SEAT - 1
        return None if is_last else self.model.agent_at("key_persons", self.row + 1)


_seen_as_volunteer = seen_through("volunteers", VOLUNTEER_FIELDS, kept=("stage",))


@_seen_as_volunteer
class Volunteer(AgentOfARow):
    """A potential volunteer from outside the target group, asked or never asked."""


@_seen_as_volunteer
class CitizenAsVolunteer(View):
    """The volunteer that a citizen is or could become: a side of hers, no agent of its own."""

    def __init__(self, model: Any, row: int) -> None:
        self.model = model
        self.row = row


@seen_through("citizens", CITIZEN_FIELDS, kept=("stage", "acquaintances_there", "acquaintances_gone"))
class Citizen(AgentOfARow):
    """A citizen, whatever she does; `volunteer` is the volunteer she is or could become, None if she never could."""

    stage: int
    volunteer: CitizenAsVolunteer | None

    @property
    def volunteering(self) -> CitizenAsVolunteer | None:
        """Herself as a volunteer, while she serves; else None."""
        return self.volunteer if self.stage == citizen.VOLUNTEERING else None


@seen_through("activities", ACTIVITY_FIELDS, kept=("stage",))
class Activity(AgentOfARow):
    """A format that the partnership created."""


@seen_through("grants", GRANT_FIELDS, kept=("start", "end", "months"))
class Funder(AgentOfARow):
    """A funder in one of its grants to one partnership."""

    partnership: Any

    @property
    def name(self) -> str:
        """Its name in the scenario."""
        world = self.model.world
        grants = world.scenario.arms[world.arm].applied_to(world.scenario.partnerships[self.partnership_row]).grants
        return str(grants[self.row - self.partnership.first_grant].funder)
