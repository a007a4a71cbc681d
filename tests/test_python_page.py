"""The page about Python: every example on it runs and gives what it says."""

import doctest
import re
import warnings
from pathlib import Path

import pytest

import samvirke
from samvirke.analysis.run.folder import RunFolderError
from samvirke.model.scenario import ScenarioError
from tests.ensembles import TINY
from tests.test_architecture import ROOT

PAGE = ROOT / "docs" / "python.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_example_of_the_page_runs_and_gives_what_it_says():
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, PAGE.name, str(PAGE), 0)
    wording: list[str] = []
    runner = doctest.DocTestRunner()
    runner.run(examples, out=wording.append)
    assert len(blocks) > 5
    assert runner.summarize(verbose=False).failed == 0, "".join(wording)


def test_the_page_shows_every_name_of_the_front_door():
    page = PAGE.read_text(encoding="utf-8")
    assert all(name in page for name in samvirke.__all__)


def test_runs_with_the_defaults_are_asked_for_and_say_so():
    tables = samvirke.run("partnerskabspuljen", replicates=1, defaults=True, keep=[])
    assert set(tables["outcomes"]["draw"]) == {0}
    assert "the defaults of the registry" in tables["outcomes"].attrs["parameters"]


def test_a_stale_posterior_is_warned_of(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        "samvirke.analysis.calibration.posterior.fingerprints", lambda scenario: dict.fromkeys(("targets", "parameters", "model"), "other")
    )
    with pytest.warns(samvirke.StalePosteriorWarning, match="the reported figures have changed since"):
        samvirke.run("partnerskabspuljen", keep=[])


def test_a_posterior_that_is_not_stale_is_not_warned_of(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("samvirke.analysis.calibration.posterior._stale", lambda about: ())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tables = samvirke.run("partnerskabspuljen", keep=[])
    assert "of the posterior fitted to partnerskabspuljen" in tables["outcomes"].attrs["parameters"]


def test_a_run_is_not_read_as_a_comparison_nor_written_over():
    samvirke.run(TINY, out="simulated")
    with pytest.raises(RunFolderError, match="read it with read_run"):
        samvirke.read_comparison("simulated")
    with pytest.raises(RunFolderError, match="holds a run already"):
        samvirke.run(TINY, out="simulated")
    samvirke.run(TINY, out="simulated", force=True)


def test_a_report_is_text_and_written_where_it_is_asked_for(tmp_path: Path):
    samvirke.run(TINY, out="simulated")
    page = samvirke.report("simulated", "page.html")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page
    with pytest.raises(ScenarioError, match="nowhere"):
        samvirke.report("simulated", "nowhere/page.html")
