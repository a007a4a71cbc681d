"""The agents as a Mesa user meets them: real `mesa.Agent`s, AgentSets that read and write the tables, each person once."""

import inspect
import pydoc
from typing import Any

import mesa
import pytest

from samvirke.model.agents import (
    NGO,
    Activity,
    Citizen,
    Funder,
    KeyPerson,
    Municipality,
    Partner,
    Partnership,
    Volunteer,
    key_person,
    volunteer,
)
from samvirke.model.agents.municipality import MUNICIPALITY_FIELDS
from samvirke.model.agents.ngo import NGO_FIELDS
from samvirke.model.agents.organisation import ORGANISATION_FIELDS
from samvirke.model.agents.partner import PARTNER_FIELDS
from samvirke.model.levers import LEVERS
from samvirke.model.mesa_face import PartnershipModel
from samvirke.model.mesa_face.agents import CitizenAsVolunteer
from samvirke.model.state import TABLES
from tests.mesa_runs import CASE, citizens_who_served, grown_old, simulated

FIELDS = {
    Municipality: ORGANISATION_FIELDS + MUNICIPALITY_FIELDS,
    NGO: ORGANISATION_FIELDS + NGO_FIELDS,
    Partner: ORGANISATION_FIELDS + PARTNER_FIELDS,
    KeyPerson: TABLES["key_persons"],
    Volunteer: TABLES["volunteers"],
    Citizen: TABLES["citizens"],
    Partnership: TABLES["partnerships"] + TABLES["policies"],
    Activity: TABLES["activities"],
    Funder: TABLES["grants"],
}


@pytest.fixture(scope="module")
def old() -> PartnershipModel:
    return grown_old()


# --- Agents as Mesa knows them


@pytest.mark.parametrize("kind", FIELDS)
def test_every_kind_of_agent_is_a_mesa_agent_found_by_its_type(kind: Any) -> None:
    found = PartnershipModel(rng=1).agents_by_type[kind]
    assert len(found) > 0
    assert all(isinstance(each, mesa.Agent) and isinstance(each, kind) for each in found)


def test_agents_read_what_the_tables_hold() -> None:
    model = simulated(5)
    volunteers = model.agents_by_type[Volunteer]
    rows = volunteers.get("row")
    for field in TABLES["volunteers"]:
        if field.kind != "index":
            assert volunteers.get(field.name) == model.state.volunteers[field.name][rows].tolist()


@pytest.mark.parametrize("kind", FIELDS)
def test_every_declared_field_is_an_attribute_with_its_meaning(kind: Any) -> None:
    agent = PartnershipModel(rng=1).agents_by_type[kind][0]
    for field in FIELDS[kind]:
        assert field.name in dir(agent)
        getattr(agent, field.name)
        assert field.meaning[1:] in str(inspect.getdoc(getattr(kind, field.name)))


def test_no_field_hides_an_attribute_of_mesa() -> None:
    names = {field.name for fields in TABLES.values() for field in fields}
    assert not names & {name for name in dir(mesa.Agent) if not name.startswith("_")}
    assert not names & {"model", "unique_id", "pos", "row", "case_id"}


def test_help_shows_meaning_unit_and_bounds() -> None:
    assert "How much strength she has left (share, 0 to 1)." in pydoc.render_doc(Volunteer)


def test_codes_read_as_words_too() -> None:
    model = PartnershipModel(rng=1)
    assert set(model.agents_by_type[Volunteer].get("stage_name")) == {"potential"}
    assert model.agents_by_type[Partner][0].sector_name == "housing"
    assert model.partnership(CASE).future_name is None


def test_select_finds_who_is_meant() -> None:
    motivated = PartnershipModel(rng=1).agents_by_type[Volunteer].select(lambda each: each.motivation > 0.5)
    assert len(motivated) > 0
    assert min(motivated.get("motivation")) > 0.5


def test_setting_an_agentset_writes_through_to_the_table() -> None:
    model = PartnershipModel(rng=1)
    volunteers = model.agents_by_type[Volunteer]
    volunteers.set("motivation", 0.25)
    assert (model.state.volunteers.motivation[volunteers.get("row")] == 0.25).all()


def test_what_is_set_changes_the_run_that_follows() -> None:
    changed, as_it_was = PartnershipModel(rng=1), simulated(24)
    changed.agents_by_type[Volunteer].set("motivation", 0.0)
    for _ in range(24):
        changed.step()
    assert as_it_was.partnership(CASE).volunteers_joined > changed.partnership(CASE).volunteers_joined


def test_levers_are_attributes_of_the_partnership() -> None:
    model = PartnershipModel(rng=1)
    model.agents_by_type[Partnership].set("openness", 0.75)
    assert model.state.policies.openness.tolist() == [0.75]
    assert all(hasattr(model.partnership(CASE), name) for name in LEVERS)


@pytest.mark.parametrize("value", [-0.1, 1.1, float("nan")])
def test_a_value_out_of_bounds_is_refused(value: float) -> None:
    someone = PartnershipModel(rng=1).agents_by_type[Volunteer][0]
    with pytest.raises(ValueError, match=r"Volunteer\.motivation = .* must"):
        someone.motivation = value


@pytest.mark.parametrize(("kind", "name"), [(Partnership, "seats"), (Volunteer, "stage"), (NGO, "active")])
def test_what_other_rows_depend_on_cannot_be_set(kind: Any, name: str) -> None:
    someone = PartnershipModel(rng=1).agents_by_type[kind][0]
    with pytest.raises(AttributeError, match="kept by the model"):
        setattr(someone, name, 1)


def test_an_unknown_word_names_the_nearest() -> None:
    with pytest.raises(ValueError, match='the nearest is "coordination"'):
        PartnershipModel(rng=1).partnership(CASE).level_name = "cordination"


# --- Who belongs to whom


def test_cross_references_are_agents() -> None:
    model = PartnershipModel(rng=1)
    partnership = model.partnership(CASE)
    someone = partnership.coordinator
    assert someone
    assert someone is model.agents_by_type[KeyPerson][0]
    assert someone.organisation is partnership.lead is next(iter(partnership.members))
    assert someone.organisation_row == someone.organisation.row
    assert someone in someone.organisation.key_persons
    assert all(each.partnership is partnership for each in partnership.members)


def test_a_host_can_be_chosen_among_the_partnerships_organisations_only() -> None:
    model = PartnershipModel(rng=1)
    activity, association = model.agents_by_type[Activity][0], model.agents_by_type[NGO][0]
    assert activity.host is None
    activity.host = association
    assert model.state.activities.host[0] == association.row
    with pytest.raises(ValueError, match="must be one of the organisations of shared-meals"):
        activity.host = model.agents_by_type[Citizen][0]


def test_a_funder_has_its_name_from_the_scenario() -> None:
    assert PartnershipModel(rng=1).agents_by_type[Funder].get("name") == ["A foundation"]


# --- Persons


def test_a_departed_persons_view_stays_readable(old: PartnershipModel) -> None:
    gone = next(iter(old.departed))
    assert gone.stage_name == "left"
    assert gone.arrived_month <= gone.left_month <= old.month
    assert gone.hours == 0
    assert gone.organisation.partnership is gone.partnership
    assert gone not in old.agents


def test_a_successor_is_a_new_agent(old: PartnershipModel) -> None:
    predecessor = next(each for each in old.departed if each.successor)
    successor = predecessor.successor
    assert successor is not predecessor
    assert successor.seat == predecessor.seat
    assert successor.unique_id > predecessor.unique_id
    assert successor.arrived_month >= predecessor.left_month


def test_the_view_of_one_who_leaves_is_the_one_she_was_known_by() -> None:
    model = PartnershipModel(rng=1, arm="coordinator-leaves")
    coordinator = model.partnership(CASE).coordinator
    assert coordinator
    while coordinator.stage_name == "present":
        model.step()
    assert coordinator in model.departed
    assert model.partnership(CASE).coordinator is not coordinator


def test_present_key_persons_hold_a_seat_each() -> None:
    midway = PartnershipModel(rng=1)
    for _ in range(24):
        midway.step()
    present = midway.agents_by_type[KeyPerson]
    holders = midway.state.seats.holder
    assert sorted(present.get("row")) == sorted(holders[holders >= 0])
    assert set(present.get("stage")) == {key_person.PRESENT}


def test_no_person_is_counted_twice(old: PartnershipModel) -> None:
    state = old.state
    volunteers, citizens = old.agents_by_type[Volunteer], old.agents_by_type[Citizen]
    assert all(each.citizen is None for each in volunteers)
    also_citizens = int((state.volunteers.citizen >= 0).sum())
    assert len(volunteers) + len(citizens) == len(state.volunteers) + len(state.citizens) - also_citizens
    assert len({each.unique_id for each in old.agents}) == len(old.agents)


def test_a_citizen_who_volunteers_is_one_person() -> None:
    model = PartnershipModel(rng=1, share_of_personal_asks=1.0, volunteering_from_surplus_per_month=5.0, wellbeing_gain_per_month=0.2)
    ever = 0
    while model.running:
        model.step()
        partnership = model.partnership(CASE)
        assert len(partnership.serving) == partnership.active_volunteers
        for citizen in partnership.agents_of(Citizen):
            serves = citizen.volunteer is not None and citizen.volunteer.stage == volunteer.ACTIVE
            assert serves == (citizen.stage_name == "volunteer") == (citizen.volunteering is not None)
            ever += serves
    assert ever > 0


def test_a_citizens_own_volunteering_is_a_view_of_her_row(old: PartnershipModel) -> None:
    someone = citizens_who_served(old)[0]
    assert isinstance(someone.volunteer, CitizenAsVolunteer)
    assert not isinstance(someone.volunteer, mesa.Agent)
    assert someone.volunteer.citizen is someone
