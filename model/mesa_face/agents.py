"""The agents of the Mesa model: thin views on their rows, with the others they belong to.

Who is an agent
- every potential volunteer from outside is a `Volunteer`, every citizen a `Citizen`. A citizen who volunteers stays the one
  `Citizen` she is (stage "volunteer"): her row among the volunteers is `citizen.volunteer`, a view that is no agent.
  So each person is one agent; `partnership.serving` holds all who serve, of both kinds.
- a `KeyPerson` becomes an agent when she takes her seat. When she has left it (stage "left") she is no longer in
  `model.agents`; her view stays readable, and `model.departed` holds it. Her successor is another agent.
- an organisation is one agent, however many partnerships it is a member of: its attributes are those of its first membership,
  `memberships` has all of them, the others as views that are no agents. What is one for it (a municipality's politics, its
  hours for all) reads the same in each.
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
from samvirke.model.agents.organisation import LEGAL_ORGANISATION_FIELDS, ORGANISATION_FIELDS
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
        return AgentSet([each for each in everybody if self.row in each.partnership_rows], random=self.model.random)

    @property
    def members(self) -> Any:
        """AgentSet of the organisations that are members this month, the lead first, each as it is in this partnership."""
        rows = range(self.first_organisation, self.first_organisation + self.organisations)
        everybody = [self.model.agent_at("organisations", row) for row in rows]
        return AgentSet([each for each in everybody if each.active], random=self.model.random)

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


class OfAnOrganisation(View):
    """What an organisation and each of its memberships have in common; `row` is the membership's."""

    partnership: Partnership
    legal: int

    def row_in(self, table: str) -> int:
        """Its membership's row, or the row of the organisation itself."""
        return self.legal if table == "legal_organisations" else self.row

    @property
    def key_persons(self) -> Any:
        """AgentSet of those who represent it now in this partnership."""
        return self.partnership.key_persons.select(lambda each: each.organisation_row == self.row)

    @property
    def memberships(self) -> "list[OfAnOrganisation]":
        """Itself in each of the partnerships that it was or is a member of, in the order of the scenario."""
        members = self.model.state.organisations
        row = int(self.model.state.legal_organisations[self.legal].first_membership)
        found = []
        while row >= 0:
            found.append(self.model.agent_at("organisations", row))
            row = int(members[row].next_membership)
        return found

    @property
    def partnerships(self) -> list[Partnership]:
        """The partnerships that it was or is a member of."""
        return list(dict.fromkeys(each.partnership for each in self.memberships))


class Organisation(OfAnOrganisation, AgentOfARow):
    """What municipality, NGO and other partner have in common."""

    @property
    def partnership_rows(self) -> tuple[int, ...]:
        """The rows of all its partnerships."""
        return tuple(each.partnership_row for each in self.memberships)


KEPT_OF_ORGANISATIONS = ("kind", "sector", "is_lead", "active")
KEPT_OF_THE_LEGAL = ("chance_number", "chance_slot", "memberships", "given_dkk", "hours_asked")
LEGAL_FIELDS = tuple(each for each in LEGAL_ORGANISATION_FIELDS if each.name not in ("memberships", "first_membership"))


def _seen_as_organisation(view: Any) -> Any:
    seen = seen_through("organisations", ORGANISATION_FIELDS, kept=KEPT_OF_ORGANISATIONS)(view)
    return seen_through("legal_organisations", LEGAL_FIELDS, kept=KEPT_OF_THE_LEGAL)(seen)


@_seen_as_organisation
@seen_through("legal_organisations", MUNICIPALITY_FIELDS)
class Municipality(Organisation):
    """A municipality, one for all its partnerships: politics, budget and reorganisation reach them through it."""


@_seen_as_organisation
@seen_through("organisations", NGO_FIELDS)
class NGO(Organisation):
    """An association that is a member, local or national."""


@_seen_as_organisation
@seen_through("organisations", PARTNER_FIELDS)
class Partner(Organisation):
    """Another member: region, company, housing, education or research, interest organisation."""


@_seen_as_organisation
@seen_through("legal_organisations", MUNICIPALITY_FIELDS)
@seen_through("organisations", (*NGO_FIELDS, *PARTNER_FIELDS))
class Membership(OfAnOrganisation):
    """An organisation in one more of its partnerships: a side of it, no agent of its own."""

    def __init__(self, model: Any, row: int) -> None:
        self.model = model
        self.row = row

    @property
    def organisation(self) -> Organisation:
        """The agent whose membership it is."""
        found: Any = self.memberships[0]
        return found

    @property
    def unique_id(self) -> int:
        """That of the agent."""
        return int(self.organisation.unique_id)


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
