"""What partnerships share in the scenarios that ship with samvirke, and that it is said wherever it matters."""

from functools import cache
from typing import Any

import numpy as np
import pytest

from samvirke.analysis.comparison.comparison import Comparison, compare
from samvirke.analysis.comparison.findings import read_findings
from samvirke.analysis.comparison.folder import comparison_to_folder
from samvirke.analysis.comparison.linked import AT_SECOND_HAND, also_moved, also_moved_in_words, changed_by
from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.ensemble import simulate
from samvirke.model.events import KEY_PERSON_LEAVES, ORGANISATION_LEAVES
from samvirke.model.language import language_of
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.model.scenario.links import Link, links_of
from samvirke.model.scenario.resolved import Event
from samvirke.model.world import lay_out
from samvirke.viz.dashboard.content.one import OneStage
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.session import Session
from samvirke.viz.report.page import report_page
from samvirke.viz.words import simulated_alone
from tests.test_one_world import the_37, town

ENGLISH, DANISH = language_of("en"), language_of("da")
AREAS = ("village", "first-suburb", "second-suburb", "city-centre")
MONTH_OF_LEAVING = 30


@cache
def aalborg() -> Scenario:
    whole = read_scenario("aalborg-boerneliv-i-sund-balance").model_copy(update={"months": 48})
    return with_arm(whole, Event(month=MONTH_OF_LEAVING, kind="key_person_leaves", whom="village:coordinator"))


def with_arm(scenario: Scenario, *events: Event) -> Scenario:
    arm = scenario.arms["baseline"].model_copy(update={"events": events})
    return scenario.model_copy(update={"arms": {**scenario.arms, "struck": arm}})


# In the scenarios


def test_the_four_areas_of_aalborg_have_one_municipality_and_one_project_leader() -> None:
    assert links_of(aalborg(), "village") == (Link("Aalborg Kommune", AREAS[1:]), Link("project-leader", AREAS[1:]))


def test_two_projects_of_the_pool_have_one_association() -> None:
    (sind,) = links_of(read_scenario("pool-15m"), "three-led-by-association")
    assert sind == Link("SIND", ("five-led-by-association",))


def is_the_project_leaders_leaving(event: Any) -> bool:
    """Whether who sits on the coordinator's seat, the first one of a partnership, leaves in the month of the arm's event."""
    return bool(event.kind == KEY_PERSON_LEAVES and event.month == MONTH_OF_LEAVING and event.subject < GENERATIONS_PER_SEAT)


def works_in(run: Any, area: int) -> bool:
    """Whether the municipality, and she with it, is still a member there."""
    gone = (run.kind == ORGANISATION_LEAVES) & (run.partnership == area) & (run.subject == 0) & (run.month <= MONTH_OF_LEAVING)
    return not gone.any()


def test_when_the_shared_project_leader_leaves_one_area_she_leaves_all_and_all_lose_know_how() -> None:
    """What she knows goes with her; what it does to trust differs with the size of the area and with who follows her [W2, K1, K4]."""
    stays, leaves = (simulate(lay_out(aalborg(), arm), range(24)) for arm in ("baseline", "struck"))
    left = [{each.partnership for each in run if is_the_project_leaders_leaving(each)} for run in leaves.events]
    for area, case_id in enumerate(leaves.world.case_ids):
        works_there = np.array([0 in each and works_in(run, area) for each, run in zip(left, leaves.events, strict=True)])
        works_there &= leaves.partnerships["end_month"][:, area] > MONTH_OF_LEAVING
        assert works_there.mean() > 0.5
        assert all(area in each for each, works in zip(left, works_there, strict=True) if works), case_id
        change = (leaves.monthly["know_how"] - stays.monthly["know_how"])[works_there, area, MONTH_OF_LEAVING : MONTH_OF_LEAVING + 12]
        assert np.nanmean(change) < 0, case_id
        assert (change.mean(axis=1) < 0).mean() > 0.7, case_id


# In a comparison


def test_an_arm_changes_some_partnerships_only_where_its_events_name_them() -> None:
    quarrel = Event(month=6, kind="quarrel", whom="number-1", size=0.5)
    for events, changed in (((quarrel,), {"number-1"}), ((quarrel, quarrel.model_copy(update={"whom": "all"})), set())):
        assert changed_by(with_arm(town(3), *events), "struck", "baseline") == changed
    assert changed_by(aalborg(), "everybody-from-the-start", "baseline") == frozenset()
    assert changed_by(aalborg(), "struck", "baseline") == {"village"}


def test_those_that_moved_are_named_by_who_links_them() -> None:
    moved = {"bedre-byer-mere-sundhed", "laering-for-sundhed", "abc-mental-sundhed"}
    links = also_moved(the_37(), {"bedre-byer-mere-sundhed"}, moved)
    assert Link("Aarhus Kommune", ("laering-for-sundhed",)) in links
    assert {each for link in links for each in link.others} == moved - {"bedre-byer-mere-sundhed"}
    assert also_moved(the_37(), {"jump4fun"}, {"jump4fun"}) == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (ENGLISH, "Others moved too, though the arm changes nothing there: b (through Town and Ann); c (at second hand, through those)."),
        (
            DANISH,
            "Andre blev også påvirket, selv om varianten ikke ændrer noget dér: b (gennem Town og Ann); c (indirekte, gennem dem).",
        ),
    ],
)
def test_who_moved_too_is_said_in_one_sentence(language, said: str) -> None:
    links = (Link("Town", ("b",)), Link("Ann", ("b",)), Link(AT_SECOND_HAND, ("c",)))
    assert also_moved_in_words(links, language) == said
    assert also_moved_in_words((), language) == ""


def test_a_report_says_which_partnerships_moved_too_and_through_whom(tmp_path) -> None:
    leaving = Event(month=8, kind="key_person_leaves", whom="number-0:coordinator")
    scenario = with_arm(town(2, "ann"), leaving)

    def compared() -> Comparison:
        return compare(scenario, ["struck"], replicates=8)

    what = comparison_to_folder(compared, tmp_path / "mine")
    assert {each.who for each in what.also_moved["struck"]} == {"a-town", "a-club", "ann"}
    assert all(each.others == ("number-1",) for each in what.also_moved["struck"])
    assert read_findings(tmp_path / "mine").also_moved("struck") == what.also_moved["struck"]
    assert "number-1 (through a-town, a-club, and ann)" in report_page(read_findings(tmp_path / "mine"), "en")


# Where one partnership is simulated by itself


@pytest.mark.parametrize(("language", "begins"), [(ENGLISH, "It is simulated by itself here"), (DANISH, "Her er det simuleret alene")])
def test_a_partnership_with_links_says_whom_it_is_simulated_without(language, begins: str) -> None:
    told = simulated_alone(links_of(the_37(), "bedre-byer-mere-sundhed"), language, str.upper)
    assert told.startswith(begins)
    assert "Aarhus Kommune (" in told
    assert "LAERING-FOR-SUNDHED" in told
    assert simulated_alone(links_of(read_scenario("one-partnership"), "shared-meals"), language) == ""


def test_the_dashboards_single_view_says_it() -> None:
    session, address = Session(), Address(scenario="pool-15m", case="three-led-by-association")
    shown = OneStage(session.scenario(address), session.run(address), None, "", ENGLISH).skeleton()
    assert "It is simulated by itself here" in shown
    assert "SIND (Five partners led by an association)" in shown
