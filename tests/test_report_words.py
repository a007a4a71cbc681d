"""The words of reports: a name for everything that is shown; and the causes they name."""

from samvirke.analysis.comparison.drivers import (
    EVENT_MECHANISMS,
    MECHANISMS_OF_A_CHANGE,
    MECHANISMS_OF_A_GRANT,
    codes_of,
    drivers_of,
    mechanisms_of,
)
from samvirke.model.event_kinds import EVENT_KINDS, WHOM
from samvirke.model.events import RECORDED_KINDS
from samvirke.model.language import language_of
from samvirke.model.levers import LEVERS
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import read_scenario, scenario_names
from samvirke.model.scenario.resolved import GrantChange, PartnershipChange
from samvirke.viz.charts.month_lines import MEASURES
from samvirke.viz.report.drivers import CHANGES
from samvirke.viz.report.pictures import TITLES
from tests.ensembles import changed, tiny


def test_everything_that_is_shown_has_a_name_in_both_languages():
    labels = [each.label for registry in (LEVERS, EVENT_KINDS) for each in registry.values()] + [each.label for each in RECORDED_KINDS]
    assert set(WHOM) == {part for kind in EVENT_KINDS.values() for part in kind.whom}
    for message in (*labels, *WHOM.values(), *(each.claim for each in MECHANISMS.values())):
        assert message
        if message == WHOM["organisation"]:  # the same word in both languages
            continue
        assert language_of("da").gettext(message) != message
    assert set(TITLES) == set(MEASURES)


# Causes


def test_an_arm_is_what_it_sets_what_befalls_it_and_its_grants():
    arm = tiny().arms["open-talk"].model_copy(update={"grants": GrantChange(longer_by_months=12), "cancel": (7,)})
    scenario = changed(arms={**tiny().arms, "open-talk": arm})
    kinds = [each.kind for each in drivers_of(scenario, "open-talk")]
    assert kinds[0] == "lever"
    assert kinds[-2:] == ["grant", "cancelled"]
    assert drivers_of(scenario, "baseline") == []


def test_a_driver_acts_through_the_mechanisms_of_its_lever():
    assert mechanisms_of("openness") == ("G5",)
    assert codes_of(drivers_of(tiny(), "open-talk"))[0] in MECHANISMS


def test_every_kind_of_event_and_the_grant_act_through_known_mechanisms():
    assert set(EVENT_MECHANISMS) | {"set_lever"} == set(EVENT_KINDS)
    assert {code for codes in (*EVENT_MECHANISMS.values(), MECHANISMS_OF_A_GRANT) for code in codes} <= set(MECHANISMS)


def test_every_change_of_partnerships_acts_through_known_mechanisms_and_has_words():
    assert set(MECHANISMS_OF_A_CHANGE) == set(PartnershipChange.model_fields)
    assert {code for codes in MECHANISMS_OF_A_CHANGE.values() for code in codes} <= set(MECHANISMS)
    assert set(CHANGES) == set(MECHANISMS_OF_A_CHANGE)


def test_a_changed_partnership_is_told():
    arm = (
        tiny()
        .arms["open-talk"]
        .model_copy(update={"partnerships": PartnershipChange(lead_sector="civil_society"), "without": ("quarrel",)})
    )
    kinds = [each.kind for each in drivers_of(changed(arms={**tiny().arms, "open-talk": arm}), "open-talk")]
    assert kinds == ["lever", "change", "without"]


def test_every_parameter_that_a_scenario_sets_is_called_something_in_both_languages():
    scenarios = [read_scenario(name) for name in scenario_names()]
    of_arms = {name for scenario in scenarios for arm in scenario.arms.values() for name in arm.parameters}
    everywhere = {name for scenario in scenarios for name in scenario.parameters}
    assert not [name for name in (of_arms | everywhere) - set(LEVERS) if not REGISTRY[name].label]
