"""The command `compare`: what it writes, what it says in either language, and how it refuses or stops."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from samvirke.analysis.comparison.folder import BESIDE_DIFFERENCES
from samvirke.analysis.comparison.prior_width import what_data_say
from samvirke.analysis.run.folder import read_manifest, read_run
from samvirke.model.language import language_of
from samvirke.model.scenario import read_scenario
from samvirke.terminal.compare import what_is_ahead
from tests.commands import typed
from tests.ensembles import TINY

FEW = ("--arm", "open-talk", "--arm", "nothing-changes", "--replicates", "12")
FILES = {"manifest.json", "dictionary.parquet", "differences.parquet", *BESIDE_DIFFERENCES}


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_it_leaves_a_run_folder_with_the_table_for_every_taste(tmp_path: Path):
    assert typed("compare", TINY, *FEW, "--out", "mine").exit_code == 0
    assert names_in(tmp_path / "mine") == FILES
    tables = read_run("mine")
    assert set(tables["differences"]["arm"].to_pylist()) == {"open-talk", "nothing-changes"}
    assert tables["dictionary"]["column"].to_pylist() == tables["differences"].column_names
    csv, workbook = pd.read_csv("mine/differences.csv"), pd.read_excel("mine/differences.xlsx", sheet_name="differences")
    assert list(csv["mean"]) == pytest.approx(tables["differences"]["mean"].to_numpy(), nan_ok=True)
    assert list(workbook["mean"]) == pytest.approx(list(csv["mean"]), nan_ok=True)
    assert list(pd.read_excel("mine/differences.xlsx", sheet_name=None)) == ["in words", "differences", "columns", "measures"]
    assert (tmp_path / "mine" / "differences.png").read_bytes()[1:4] == b"PNG"
    assert "no difference" in (tmp_path / "mine" / "differences.svg").read_text(encoding="utf-8")


def test_the_manifest_says_what_was_compared_and_what_measures_mean():
    typed("compare", TINY, *FEW, "--seed", "5", "--out", "mine")
    manifest = read_manifest("mine")
    assert manifest["compared"] == {
        "baseline": "baseline",
        "measure": "continues",
        "arms": ["open-talk", "nothing-changes"],
        "lives_per_draw": 4,
        "draws_lived": 1,
        "draws_of_prior": 0,
        "question": None,
        "reached_all_citizens": manifest["compared"]["reached_all_citizens"],
        "also_moved": {},
    }
    assert manifest["seeds"] == {"first": 5, "last": 16, "runs_per_arm": 12}
    assert manifest["tables"] == {"differences": 88}
    assert manifest["measures"]["continues"]["unit"] == "percent of partnerships"
    json.dumps(manifest)


def test_it_says_question_table_sentences_and_how_far_they_carry():
    output = typed("compare", TINY, *FEW, "--out", "mine").stdout
    for expected in (
        "Does uncompiled code give the same?", "Compared with “As it is”: 2 arms over 12 pairs of runs of 3 partnerships (seeds 1 to 12).",
        "the defaults of the registry", "90 % interval", "MC error", "draws better", "Open talk: ", "Other large effects:",
        "Nothing changes: no clear difference (from 4 fewer to 4 more of 100 partnerships go on when the grant ends).",
        "There are hardly any other effects.", "MC error: the Monte Carlo standard error of the mean; more runs make it smaller.",
        "All runs have the same parameters", "in mine: differences.csv",
        "Runs of partnerships like these, not a verdict on any one of them.",
    ):  # fmt: skip
        assert expected in " ".join(output.split()), expected


def test_it_says_what_the_data_add_and_leaves_that_out_on_request(tmp_path: Path):
    words = ("compare", "case-a-dependence", "--arm", "all-of-it", "--measure", "trust", "--replicates", "400")
    output = typed(*words, "--out", "mine").stdout
    assert "width vs. prior" in output
    assert "Width vs. prior: the width of the parameter uncertainty in percent" in output
    row: Any
    (row,) = pd.read_csv("mine/differences.csv").query("measure == 'trust'").itertuples()
    assert row.width_of_prior > 0.0
    assert what_data_say(row) in output
    assert read_manifest("mine")["compared"]["draws_of_prior"] == 100
    typed("report", "mine", "--out", "mine.html", "--language", "da")
    page = Path("mine.html").read_text(encoding="utf-8")
    assert what_data_say(row, "da") in page
    assert page.count("bredde ift. antagelser</th>") == 2
    left_out = typed(*words, "--no-prior", "--out", "other").stdout
    assert "prior" not in left_out
    assert pd.read_csv("other/differences.csv")["width_of_prior"].isna().all()
    typed("report", "other", "--out", "other.html")
    assert "vs. prior" not in Path("other.html").read_text(encoding="utf-8")


def test_where_sampling_error_hides_the_sign_table_and_report_give_no_share_of_draws():
    words = ("compare", "partnerskabspuljen", "--arm", "fixed-structure", "--replicates", "8", "--out", "mine")
    (cells,) = [line.split() for line in typed(*words).stdout.splitlines() if line.startswith("fixed-structure ")]
    assert " ".join(cells[8:11]) == "too few runs"
    typed("report", "mine", "--out", "mine.html")
    assert "unclear</td>" in Path("mine.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "error", "parameters", "one_set"),
    [
        (
            "en",
            "MC error: the Monte Carlo standard error",
            "% interval: the parameter uncertainty",
            "the interval is the sampling error alone",
        ),
        (
            "da",
            "Simuleringsusikkerheden er",
            "%-intervallet er usikkerheden om parametrene",
            "intervallet er simuleringsusikkerheden alene",
        ),
    ],
)
def test_with_one_set_of_parameters_the_interval_is_only_reported_to_be_the_sampling_error(
    language: str, error: str, parameters: str, one_set: str
):
    for scenario, arm, has_one_set in ((TINY, "open-talk", True), ("partnerskabspuljen", "longer-grant", False)):
        output = typed("compare", scenario, "--arm", arm, "--replicates", "6", "--language", language).stdout
        assert error in output
        assert (parameters not in output, one_set in output) == (has_one_set, has_one_set)


def test_the_interval_in_the_table_is_the_one_of_the_sentence_and_chance_is_no_direction():
    output = typed("compare", TINY, *FEW, "--out", "mine").stdout
    (cells,) = [line.split() for line in output.splitlines() if line.startswith("nothing-changes ")]
    assert (" ".join(cells[4:7]), cells[8]) == ("-4.2 to 4.2", "–")
    assert set(pd.read_csv("mine/differences.csv").query("arm == 'nothing-changes'")["low"].dropna()) == {0.0}


def test_it_speaks_danish_and_writes_danish_numbers_on_request(tmp_path: Path):
    output = typed("compare", TINY, *FEW, "--language", "da", "--danish-csv", "--measure", "trust", "--out", "mine").stdout
    for expected in ("Giver uoversat kode det samme?", "Åben snak: tilliden er ", "Intet ændres: næsten ingen forskel i tilliden.",
                     "Forløb som disse, ikke en dom over noget enkelt af dem."):  # fmt: skip
        assert expected in output, expected
    assert "ingen forskel" in (tmp_path / "mine" / "differences.svg").read_text(encoding="utf-8")
    table = pd.read_csv("mine/differences.csv", sep=";", decimal=",")
    assert table["mean"].dtype == float
    assert len(table.columns) == 16
    assert pd.read_excel("mine/differences.xlsx", sheet_name="in words")["sentence"].str.contains("partnerskab").any()


def test_it_says_whether_the_error_asked_for_was_reached():
    output = typed("compare", TINY, "--arm", "open-talk", "--measure", "trust", "--until", "5").stdout
    assert "Runs were added until the Monte Carlo error was at most 5.00 in every arm" in output


def test_a_single_pair_is_reported_to_be_one_and_not_what_pairing_spares():
    output = typed("compare", TINY, "--arm", "open-talk", "--replicates", "1").stdout
    assert "1 arm over 1 pair of runs of 3 partnerships (seed 1)." in output
    assert "times as many" not in output


def test_a_single_pair_is_no_certain_difference(tmp_path: Path):
    words = ("compare", "one-partnership", "--arm", "longer-grant", "--measure", "hours_total", "--replicates", "1", "--out", "mine")
    output = typed(*words).stdout
    (cells,) = [line.split() for line in output.splitlines() if line.startswith("longer-grant ")]
    assert cells[4:6] == ["–", "–"]
    for expected in ("One year more: not known from one pair of runs: hours in all", "Other effects are not known from one pair of runs."):
        assert expected in output, expected
    assert "hardly any other effects" not in output
    assert pd.read_csv("mine/differences.csv").query("measure == 'hours_total'")[["mc_error", "low", "high"]].isna().all(axis=None)
    typed("report", "mine", "--out", "mine.html")
    page = Path("mine.html").read_text(encoding="utf-8")
    assert "one pair of runs does not show how far others would differ" in page
    assert "hardly moves" not in page


def test_many_arms_are_announced_with_their_number_their_time_and_how_to_name_one():
    pool, few = read_scenario("partnerskabspuljen"), read_scenario("one-partnership")
    output = what_is_ahead(pool, tuple(name for name in pool.arms if name != "baseline"), 400, "partnerskabspuljen", language_of("en"))
    assert output.startswith("42 arms with 400 runs each: about 5 minutes")
    assert "samvirke compare partnerskabspuljen --arm " in output
    assert "omkring 5 minutter" in what_is_ahead(pool, tuple(pool.arms)[1:], 400, "partnerskabspuljen", language_of("da"))
    assert what_is_ahead(few, tuple(few.arms)[1:], 400, "one-partnership", language_of("en")) == ""


def test_danish_says_uncertainty_and_drawing_of_lots_in_plain_words():
    output = typed("compare", TINY, *FEW, "--language", "da", "--out", "mine").stdout
    assert "simulerings" in output
    assert "lodtrækning 1 til 12" in output
    assert not any(word in output for word in ("MC-fejl", "frø", "Monte Carlo"))


def test_a_danish_workbook_speaks_danish_and_keeps_its_column_names():
    typed("compare", TINY, *FEW, "--danish-csv", "--out", "mine")
    book = pd.read_excel("mine/differences.xlsx", sheet_name=None)
    assert list(book["in words"]) == ["arm", "measure", "sentence"]
    assert "ingen klar forskel (fra " in " ".join(book["in words"]["sentence"])
    assert "level_baseline" in book["differences"]
    assert "tilliden" in book["measures"]["dansk"].to_list()
