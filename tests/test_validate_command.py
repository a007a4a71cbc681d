"""The command `validate` as a person uses it."""

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from scipy.special import ndtri

from samvirke.analysis.calibration.leave_one_out_file import ANOTHER_SEED, NOTHING, NULL, SCENARIO, write_left_out
from samvirke.analysis.calibration.posterior import WHAT_IS_STALE, read_posterior, write_posterior
from samvirke.analysis.calibration.shrinkage import SPREAD
from samvirke.model.draws import shares_of
from samvirke.terminal import validate
from tests.commands import INTERRUPTED, refused, typed
from tests.validations import write_small_scenario

FEW = ("--draws", "4", "--replicates", "2")


@pytest.fixture(autouse=True)
def in_a_folder_with_a_posterior(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_small_scenario(tmp_path)
    return tmp_path


def test_it_leaves_a_page_and_a_table_and_says_in_short_what_holds(tmp_path: Path):
    result = typed("validate", "small.toml", *FEW, "--out", "checked")
    assert result.exit_code == 0, result.output
    for expected in ("Does it fit?", "answers it was not fitted to?", "What can the data not tell?", "required", "validation.html"):
        assert expected in result.stdout
    assert sorted(each.name for each in (tmp_path / "checked").iterdir()) == ["validation.csv", "validation.html", "validation.parquet"]
    table = pq.read_table(tmp_path / "checked" / "validation.parquet").to_pandas()
    assert len(pd.read_csv(tmp_path / "checked" / "validation.csv")) == len(table)


@pytest.mark.slow
def test_the_same_command_finds_the_same_figures_and_speaks_danish_if_asked(tmp_path: Path):
    assert "Passer den?" in typed("validate", "small.toml", *FEW, "--out", "one", "--language", "da").stdout
    typed("validate", "small.toml", *FEW, "--out", "other")
    assert (tmp_path / "one" / "validation.csv").read_bytes() == (tmp_path / "other" / "validation.csv").read_bytes()
    assert '<html lang="da">' in (tmp_path / "one" / "validation.html").read_text(encoding="utf-8")


def test_a_stale_posterior_is_reported_first(tmp_path: Path):
    found = read_posterior(tmp_path / "small_posterior.parquet")
    about = {**found.about, "fingerprints": {**found.about["fingerprints"], "targets": "of yesterday"}}
    write_posterior(tmp_path / "small_posterior.parquet", found.draws, found.weights, found.log_likelihoods, about)
    output = typed("validate", "small.toml", *FEW).stdout
    assert output.startswith("The posterior behind this page is stale")
    assert WHAT_IS_STALE["targets"] in output


def test_a_scenario_that_names_no_posterior_is_told_how_to_make_one(tmp_path: Path):
    file = tmp_path / "small.toml"
    file.write_text("\n".join(line for line in file.read_text("utf-8").splitlines() if not line.startswith("posterior")), encoding="utf-8")
    assert "small: has no posterior yet; make it first with: samvirke calibrate small" in refused("validate", "small.toml")


def test_a_posterior_that_is_not_there_yet_is_asked_for_too(tmp_path: Path):
    (tmp_path / "small_posterior.parquet").rename("elsewhere.parquet")
    assert "make it first with: samvirke calibrate" in refused("validate", "small.toml")


def test_a_posterior_that_cannot_be_read_is_named(tmp_path: Path):
    (tmp_path / "small_posterior.parquet").write_text("nothing", encoding="utf-8")
    assert "is no posterior any more" in refused("validate", "small.toml")


def test_without_reported_figures_it_says_what_is_missing():
    assert "reported figures" in refused("validate", "one-partnership")


def test_figures_about_a_month_without_a_questionnaire_are_named(tmp_path: Path):
    file = tmp_path / "small.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("[12, 24, 36]", "[12, 24]"), encoding="utf-8")
    assert "goal_understanding_full is about month 36, but small asks in months 12, 24" in refused("validate", "small.toml")


def test_an_unknown_language_names_the_choices():
    assert 'choices are "en", "da"' in refused("validate", "small.toml", "--language", "dk")


def test_a_file_is_no_folder(tmp_path: Path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert "taken: is a file" in refused("validate", "small.toml", "--out", "taken")


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(validate, "validated", stop)
    assert typed("validate", "small.toml", "--out", "checked").exit_code == INTERRUPTED
    assert not (tmp_path / "checked").exists()


def test_a_posterior_calibrated_without_a_block_is_taken_for_it(tmp_path: Path):
    found = read_posterior(tmp_path / "small_posterior.parquet")
    scores = np.column_stack([ndtri(np.clip(shares_of(found.sampled, found.draws), 1e-6, 1.0 - 1e-6)), np.full(len(found.draws), 3.0)])
    calibrated = {(SCENARIO, "synergy"): scores, (NULL, "synergy"): scores, (ANOTHER_SEED, NOTHING): scores}
    names = dict.fromkeys((SCENARIO, NULL, ANOTHER_SEED), (*found.sampled, SPREAD))
    write_left_out(tmp_path / "small_left_out.parquet", calibrated, names, found.about)
    typed("validate", "small.toml", *FEW)
    table = pq.read_table(tmp_path / "validation" / "validation.parquet").to_pandas()
    refitted = table[(table.part == "left_out") & (table.measure == "refitted")].set_index("subject").value
    assert refitted["synergy"] == 1.0
    assert refitted.sum() == 1.0
    agreement = table[(table.part == "agreement") & (table.measure == "root_mean_square")].set_index("subject").value
    assert agreement["parameters"] == pytest.approx(0.0, abs=0.1)
