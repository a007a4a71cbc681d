"""The command that shows where a number comes from."""

import pytest

from samvirke.model.parameters import REGISTRY
from samvirke.model.parameters.forms import FORMS
from tests.commands import refused, typed


def test_evidence_lists_every_parameter_and_tells_all_about_one():
    listed = typed("evidence").stdout
    assert all(name in listed for name in REGISTRY)
    told = typed("evidence", "openness").stdout
    for expected in ("meaning", "unit", "default", "prior", "bounds", "mechanism", "source", "lever", "--set openness"):
        assert expected in told
    assert "4 to a high degree" in typed("evidence", "synergy").stdout


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("social_desirability", "fitted to the answers from partnerskabspuljen: posterior mean"),
        ("share_with_lived_experience", "not fitted; drawn in every ensemble between its default and its prior"),
        ("anchoring_start_month", "-1: no month is decided"),
        ("places", "fixed: the same in every run"),
        ("trust_law", "asymmetric_additive unless a scenario chooses another"),
        ("aggregation", "weakest_link"),
    ],
)
def test_evidence_says_whether_a_number_is_fitted_drawn_or_fixed(name: str, expected: str):
    told = " ".join(typed("evidence", name).stdout.split())
    assert expected in told
    assert "free: calibrated" not in told


def test_evidence_lists_what_the_rules_forms_fix_and_tells_where_it_stands():
    listed = typed("evidence").stdout
    assert "Fixed by the form of a rule" in listed
    assert all(name in listed for name in FORMS)
    told = " ".join(typed("evidence", "parts_of_gain").stdout.split())
    for expected in ("PARTS_OF_GAIN", "value 5", "assumed: equal weights", "neither drawn nor fitted", "model/processes/value.py", "M3: "):
        assert expected in told
    assert "PARTS_OF_GAIN" in typed("evidence", "M3").stdout


def test_evidence_suggests_nothing_where_nothing_is_near():
    assert refused("evidence", "zebra").strip().endswith("lists them all")
