"""The command `sweep`, as a person uses it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from samvirke.command_line import app
from tests.sweeps import sweep_file

SMALL = 'runs_per_part = 4\n[design]\nkind = "grid"\n[levers]\nopenness = { values = [0.1, 0.9] }\n[seeds]\nnumber = 4\n'


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    sweep_file(tmp_path, SMALL)
    (tmp_path / "mine.toml").write_text('extends = "one-partnership"\nmonths = 48\n')
    return tmp_path


def typed(*words: str) -> Result:
    return CliRunner().invoke(app, ["sweep", *words], prog_name="samvirke")


def test_a_sweep_says_what_it_did_and_where_it_is():
    output = typed("small.toml", "--workers", "1").stdout
    for expected in (
        "small: 2 points of a grid over lever_openness, scenario tiny, arms baseline.",
        "What does not vary is as in the registry and the scenario",
        "8 of 8 runs are there: 8 simulated now, 0 from before.",
        'pandas.read_parquet("runs/sweep-small/outcomes")',
    ):
        assert expected in output
    assert "8 of 8 runs are there: 0 simulated now, 8 from before." in typed("small.toml", "--workers", "1").stdout


def test_a_dry_run_says_how_many_how_long_how_large(tmp_path: Path):
    output = typed("small.toml", "--dry-run", "--workers", "2").stdout
    for expected in ("2 points x 1 arm x 4 seeds = 8 runs in 2 parts.", "with 2 workers", "ms a run", "kB; ", "Nothing was written."):
        assert expected in output
    assert not (tmp_path / "runs").exists()


def test_verify_says_what_holds_and_what_does_not(tmp_path: Path):
    typed("small.toml", "--out", "mine", "--workers", "1")
    assert "mine: 2 parts are whole, with 8 of 8 runs." in typed("small.toml", "--out", "mine", "--verify").stdout
    part = min((tmp_path / "mine" / "outcomes").iterdir())
    part.write_bytes(part.read_bytes()[:-5])
    result = typed("small.toml", "--out", "mine", "--verify")
    assert result.exit_code == 1
    assert f"outcomes/{part.name}: has " in result.stdout
    assert "1 bad part was removed; the same command without --verify makes it anew." in result.stdout
    assert "4 simulated now, 4 from before" in typed("small.toml", "--out", "mine", "--workers", "1").stdout


def test_the_help_of_verify_says_that_bad_parts_are_removed():
    output = " ".join(typed("--help").stdout.replace("│", " ").split())
    assert "check every part, remove damaged ones; without --verify they are made anew" in output


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("one-partnership",), "one-partnership: this is a scenario, not a sweep; a sweep is a file that names one"),
        (("mine.toml",), "mine.toml: this is a scenario, not a sweep"),
        (("smal.toml",), 'there is no such sweep or file; the nearest is "small.toml"'),
        (("small.toml", "--dask", "tcp://x:1", "--workers", "2"), "leave out --workers"),
        (("small.toml", "--dry-run", "--verify"), "choose one of them"),
        (("small.toml", "--verify", "--out", "nowhere"), "is no folder of a sweep"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(words: tuple[str, ...], sentence: str):
    result = typed(*words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_a_sweep_says_the_same_in_danish():
    output = typed("small.toml", "--workers", "1", "--language", "da").stdout
    for expected in (
        "small: 2 punkter af et gitter over lever_openness, scenarie tiny, varianter baseline.",
        "8 af 8 forløb er der: 8 simuleret nu, 0 fra før.",
    ):
        assert expected in output
    assert "2 punkter x 1 variant x 4 lodtrækninger = 8 forløb i 2 dele." in typed("small.toml", "--dry-run", "--language", "da").stdout
    assert "runs/sweep-small: 2 dele er hele, med 8 af 8 forløb." in typed("small.toml", "--verify", "--language", "da").stdout
