"""What `run` and `show` say in Danish, and of runs that reached every citizen there is."""

import tomllib
from pathlib import Path

import pytest

from samvirke.analysis.comparison.comparison import compare
from samvirke.analysis.comparison.findings import read_findings
from samvirke.analysis.run.ceiling import ceiling_of
from samvirke.analysis.run.execution import run, run_to_folder
from samvirke.analysis.run.plan import plan
from samvirke.model.scenario import Scenario, read_scenario
from samvirke.viz.report.page import report_page
from samvirke.viz.words import about_the_ceiling
from tests.commands import typed

SMALL = "one-partnership"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def few_citizens() -> Scenario:
    """A partnership of a place with ten slots for citizens: it soon knows them all."""
    scenario = read_scenario(SMALL)
    return scenario.model_copy(update={"population": scenario.population.model_copy(update={"citizens": 10})})


def test_run_speaks_danish():
    output = typed("run", SMALL, "--replicates", "2", "--language", "da").stdout
    for expected in (
        "Ét partnerskab: fælles måltider i et boligområde", "2 forløb af 1 partnerskab over 60 måneder (lodtrækning 1 til 2)", "erklæret",
        "et år efter", "som svaret", "synergi", "borgere nået", "Forløb som disse, ikke en dom over noget enkelt af dem.", "Tabeller i",
    ):  # fmt: skip
        assert expected in output
    assert not any(english in output for english in ("citizens", " runs ", "lives", "as answered", "When the grant"))


def test_show_has_danish_remarks_and_reads_back_the_same():
    english, danish = (typed("show", SMALL, "--language", language).stdout for language in ("en", "da"))
    assert "# Varianter, der kan sammenlignes" in danish
    assert tomllib.loads(english) == tomllib.loads(danish)


@pytest.mark.parametrize("command", ["run", "show"])
def test_an_unknown_language_is_answered_with_the_choices(command: str):
    assert 'choices are "en", "da"' in typed(command, SMALL, "--language", "klingon").stderr


@pytest.mark.parametrize(("language", "expected"), [("en", "More cannot be shown"), ("da", "Flere kan ikke vises")])
def test_runs_that_reached_every_citizen_are_counted_and_reported(few_citizens: Scenario, language: str, expected: str):
    outcomes = run(few_citizens, replicates=30, keep=())["outcomes"]
    found = ceiling_of(few_citizens, outcomes)
    assert found.reached == sum(each == found.persons for each in outcomes["citizens_reached"].to_pylist()) > 0
    (sentence,) = about_the_ceiling(found, few_citizens, language)
    assert expected in sentence
    assert f" {found.reached} " in sentence


def test_a_comparison_counts_them_in_every_arm(few_citizens: Scenario):
    found = compare(few_citizens, ["longer-grant"], replicates=30).ceiling
    assert found is not None
    assert found.of == 60
    assert 0 < found.by_arm["baseline"] <= 30


def test_a_report_says_it_too_and_nothing_where_nobody_reached_all(few_citizens: Scenario, tmp_path: Path):
    run_to_folder(plan(few_citizens, replicates=30), tmp_path / "few")
    assert "More cannot be shown" in report_page(read_findings(tmp_path / "few"), "en")
    assert not list(about_the_ceiling(None, few_citizens, "en"))
