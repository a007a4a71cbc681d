"""The command `explain`: what it says in either language, what it writes, and how it refuses or stops."""

import doctest
from pathlib import Path

import pandas as pd
import pytest

import samvirke
from samvirke.analysis.run.folder import read_manifest, read_run
from samvirke.api import runs as from_python
from tests.commands import INTERRUPTED, refused, typed
from tests.ensembles import TINY
from tests.explained import ONE_CAUSE

FEW = ("--replicates", "20")
ONE = ("explain", ONE_CAUSE, "left-by-one", *FEW)
PICTURES = ("but_for", "network", "prospects")
TABLES = ("but_for", "ledger", "prospects")


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def without_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing takes most of the time: only tests that look at a picture have one."""
    monkeypatch.setattr("samvirke.terminal.explain._write_both", lambda *arguments: None)


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


@pytest.mark.usefixtures("without_pictures")
def test_it_says_what_became_of_it_what_weighed_what_happened_and_what_would_have_been():
    output = " ".join(typed(*ONE, "--out", "mine").stdout.split())
    for expected in (
        "left-by-one did not last in this one simulated run: too few partners wanted to go on; ", "(main reason: ",
        "seed 1, the default parameters", "When the grant ends, it ends altogether.",
        "It ended in February 2018 (month 38): too few partners wanted to go on.",
        "Of 100 runs with the same beginning, 0 (0 to 16) go on when the grant ends",
        "What weighed against it: - February 2016 (month 14): The coordinator leaves. Without it, of 100 such runs 100",
        "What would have helped in such runs:", "* 2016-02 ( 14) 0 The coordinator leaves",
        "At the end of the grant it is declared: it ends altogether", "promises of hours broken", "Nothing turned it",
        "In no month did its prospects move", "Who trusts whom January 2015 (month 1): ",
        "* unless the coordinator leaves (month 14)", "it continues unchanged",
            "Runs of partnerships like this, not a verdict on this one.",
        "in mine: ledger.csv",
    ):  # fmt: skip
        assert expected in output, expected


@pytest.mark.usefixtures("without_pictures")
def test_it_speaks_danish():
    output = " ".join(typed(*ONE, "--language", "da").stdout.split())

    for expected in (
        "left-by-one holdt ikke i dette ene simulerede forløb: for få partnere ville fortsætte; ", "Intet vendte det",
        "sluttede i februar 2018", "Da bevillingen slutter: partnerskabet slutter helt.", "Det, der vejede imod det:",
        "Februar 2016 (måned 14): Koordinatoren stopper. Uden det er det 100", "Hvem har tillid til hvem",
        "Forløb som disse, ikke en dom over netop dette.",
    ):  # fmt: skip
        assert expected in output, expected


@pytest.mark.slow
@pytest.mark.usefixtures("without_pictures")
def test_where_nothing_mattered_it_says_so_and_that_it_was_likely():
    output = typed("explain", TINY, "for-professionals", "--seed", "3", *FEW, "--measure", "continues_a_year_later").stdout
    assert "No single event" in output or "What weighed against it" in output or "What carried it" in output
    Path("sure.toml").write_text(
        Path(ONE_CAUSE).read_text(encoding="utf-8").replace("[parameters]", "[parameters]\nwish_needed_to_stay = 1").replace(
            "weight_of_money_in_staying = 1", "weight_of_money_in_staying = 0"
        ), encoding="utf-8",
    )  # fmt: skip
    output = typed("explain", "sure.toml", "left-by-one", *FEW).stdout
    assert "No single event brought it down" in output
    assert "It was likely from the beginning." in output


def test_it_leaves_a_run_folder_with_tables_and_pictures(tmp_path: Path):
    typed(*ONE, "--out", "mine", "--danish-csv")
    files = {"manifest.json", "dictionary.parquet", *(f"{name}{ending}" for name in TABLES for ending in (".parquet", ".csv"))}
    assert names_in(tmp_path / "mine") == files | {f"{name}{ending}" for name in PICTURES for ending in (".svg", ".png")}
    tables = read_run("mine")
    assert set(tables["dictionary"]["table"].to_pylist()) == set(TABLES)
    assert pd.read_csv("mine/but_for.csv", sep=";", decimal=",")["change"].dtype == float
    assert "The coordinator leaves" in (tmp_path / "mine" / "but_for.svg").read_text(encoding="utf-8").replace("the coord", "The coord")
    manifest = read_manifest("mine")
    asked = {"partnership": "left-by-one", "draw": 0, "measure": "continues", "lives": 20}
    assert asked.items() <= manifest["explained"].items()
    assert manifest["explained"]["to_begin_with"]["percent"] == 0.0
    assert manifest["seeds"] == {"first": 1, "last": 1, "runs_per_arm": 1}


@pytest.mark.slow
@pytest.mark.usefixtures("without_pictures")
def test_a_run_folder_is_explained_and_its_explanation_is_replaced_only_by_force(tmp_path: Path):
    typed("run", TINY, "--seed", "4", "--replicates", "2", "--out", "simulated")
    words = ("explain", "simulated", "with-everybody", "--seed", "5", *FEW, "--out", "mine", "--picture", "net.svg")
    assert "seed 5" in typed(*words).stdout
    assert "Who trusts whom in with-everybody" in (tmp_path / "net.svg").read_text(encoding="utf-8")
    assert "net.svg: there is a file of that name already" in refused(*words)
    (tmp_path / "net.svg").unlink()
    assert "mine: holds a run already" in refused(*words)
    assert typed(*words, "--force").exit_code == 0


@pytest.mark.usefixtures("without_pictures")
def test_over_many_runs_it_ranks_what_turns_endings(tmp_path: Path):
    output = typed("explain", ONE_CAUSE, "--ensemble", "--replicates", "4", "--out", "mine").stdout
    for expected in ("Which events change endings", "4 runs, 8 partnership histories (seeds 1 to 4", "What changes most endings: ",
                     "key persons leaving", "Runs of partnerships like these, not a verdict on any one of them."):  # fmt: skip
        assert expected in output, expected
    assert "reorganisations" not in output
    assert {"turning_events.parquet", "turning_events.csv"} <= names_in(tmp_path / "mine")
    assert "varer kun uden" in typed("explain", ONE_CAUSE, "--ensemble", "--replicates", "2", "--language", "da").stdout


def test_over_many_runs_it_draws_what_turns_endings(tmp_path: Path):
    typed("explain", ONE_CAUSE, "--ensemble", "--replicates", "2", "--out", "mine")
    assert "never any key persons leaving" in (tmp_path / "mine" / "turning_events.svg").read_text(encoding="utf-8")
    assert (tmp_path / "mine" / "turning_events.png").read_bytes()[1:4] == b"PNG"


@pytest.mark.slow
@pytest.mark.usefixtures("without_pictures")
def test_real_names_are_shown_only_when_asked_for():
    words = ("explain", "partnerskabspuljen", "dropmob", *FEW)
    assert "DropMob" not in typed(*words, "--out", "mine").stdout
    assert "DropMob" not in (Path("mine") / "manifest.json").read_text(encoding="utf-8")
    assert typed(*words, "--real-names").stdout.startswith("dropmob (DropMob")
    typed("run", "partnerskabspuljen", "--only", "dropmob", "--months", "36", "--out", "simulated")
    assert "holds no real names" in refused("explain", "simulated", "--real-names", *FEW)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((TINY, "with-everybdy"), 'the nearest is "with-everybody"'),
        (("runs/nosuch",), "runs/nosuch: there is no such folder; name one that samvirke run has written, or a scenario"),
        ((TINY,), "which of the 3 partnerships of tiny"),
        (("partnerskabspulje", "dropmob"), 'the nearest is "partnerskabspuljen"'),
        ((TINY, "with-everybody", "--arm", "open-tlk"), 'the nearest is "open-talk"'),
        ((TINY, "with-everybody", "--measure", "continus"), 'the nearest is "continues"'),
        ((TINY, "with-everybody", "--language", "de"), "is no language of samvirke"),
        ((TINY, "with-everybody", "--replicates", "3"), "must lie between 20 and"),
        ((TINY, "with-everybody", "--seed", "-1"), "must lie between 0 and"),
        ((TINY, "with-everybody", "--picture", "net.pdf"), "must end in .png or .svg"),
        ((TINY, "with-everybody", "--out", "/dev/null/run"), "cannot be written to"),
        ((TINY, "with-everybody", "--ensemble"), "--ensemble is about all"),
        ((TINY, "--ensemble", "--replicates", "1"), "an ensemble is several runs"),
        ((TINY, "--ensemble", "--arm", "open-tlk"), 'the nearest is "open-talk"'),
    ],
)
def test_what_cannot_be_explained_is_reported_in_a_sentence(words: tuple[str, ...], sentence: str, tmp_path: Path):
    assert sentence in refused("explain", *words)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--seed", "9"), "it is not in simulated; its seeds are 1 to 1"),
        (("--arm", "baselin"), 'the nearest is "baseline"'),
        (("with-evrybody",), 'the nearest is "with-everybody"'),
    ],
)
def test_what_a_run_folder_does_not_hold_is_reported_in_a_sentence(words: tuple[str, ...], sentence: str):
    typed("run", TINY, "--out", "simulated")
    assert sentence in refused("explain", "simulated", *([] if words[0].startswith("with") else ["with-everybody"]), *words)


def test_the_folder_of_a_comparison_holds_no_run_to_explain():
    typed("compare", TINY, "--arm", "open-talk", "--replicates", "4", "--out", "compared")
    assert "holds no runs" in refused("explain", "compared", "with-everybody")


def test_an_interrupted_explanation_says_so_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("samvirke.analysis.explanation.counterfactual.with_other_chance", interrupted)
    result = typed(*ONE)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (INTERRUPTED, "Interrupted. Nothing half-finished is left.")
    assert list(tmp_path.iterdir()) == []


def test_from_python_it_gives_tables():
    tables = samvirke.explain(ONE_CAUSE, "left-by-one", replicates=20)
    assert set(tables) == {"ledger", "but_for", "prospects", "networks"}
    first = tables["but_for"].iloc[0]
    assert (first["measure"], abs(first["change"])) == ("continues", 100.0)
    turning = samvirke.turning_events(ONE_CAUSE, replicates=2)
    assert set(turning["measure"]) == {"continues", "something_left", "continues_a_year_later"}


@pytest.mark.parametrize("name", ["explain", "turning_events"])
def test_the_examples_in_the_docstrings_hold(name: str):
    runner = doctest.DocTestRunner()
    for example in doctest.DocTestFinder().find(getattr(from_python, name), name):
        runner.run(example)
    assert runner.tries > 0
    assert runner.failures == 0
