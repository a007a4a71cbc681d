"""The command `network`: which months and which run it draws, what it says, and how it refuses."""

from pathlib import Path

import pytest

from samvirke.analysis.run.folder import read_rows
from tests.commands import BAD_INPUT, refused, typed

SMALL = "one-partnership"
TWO = ("--only", "baby-sikker", "--only", "jump4fun")


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run with ties and people, one without, and one of the pool's partnerships."""
    folder = tmp_path_factory.mktemp("runs")
    for words in (
        (SMALL, "--replicates", "2", "--keep", "ties,people", "--out", f"{folder}/one"),
        (SMALL, "--months", "3", "--out", f"{folder}/without"),
        ("partnerskabspuljen", *TWO, "--months", "6", "--keep", "ties,people", "--out", f"{folder}/two"),
    ):  # fmt: skip
        assert typed("run", *words).exit_code == 0
    return folder


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_it_draws_an_early_month_the_middle_and_the_grants_last_and_says_what_they_show(runs: Path, tmp_path: Path):
    output = typed("network", f"{runs}/one").stdout
    for month in ("March 2025 (month 3): ", "June 2026 (month 18): ", "December 2027 (month 36): "):
        assert month in output
    assert "hangs on the coordinator" in output
    assert output.endswith("The picture: shared-meals-network.png\n")
    assert (tmp_path / "shared-meals-network.png").read_bytes()[1:4] == b"PNG"


def test_months_seed_and_language_are_chosen(runs: Path, tmp_path: Path):
    words = ("network", f"{runs}/one", "shared-meals", "--months", "20, 5", "--seed", "2", "--language", "da", "--out", "mit.svg")
    output = typed(*words).stdout.splitlines()
    assert [line.partition(":")[0] for line in output[:2]] == ["Maj 2025 (måned 5)", "August 2026 (måned 20)"]
    svg = (tmp_path / "mit.svg").read_text(encoding="utf-8")
    assert "Hvem har tillid til hvem i shared-meals" in svg
    assert "(lodtrækning 2)" in svg


def test_a_run_shorter_than_the_grant_is_drawn_to_its_own_last_month(runs: Path):
    output = typed("network", f"{runs}/two", "jump4fun").stdout
    assert "(month 3): " in output
    assert "(month 6): " in output


def test_a_picture_is_replaced_only_by_force(runs: Path):
    words = ("network", f"{runs}/one", "--out", "mine.svg")
    assert typed(*words).exit_code == 0
    assert "mine.svg: there is a file of that name already" in refused(*words)
    assert typed(*words, "--force").exit_code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("without",), "did not keep ties and people; run it again with --keep ties,people"),
        (("nowhere",), "is no run folder"),
        (("two", "baby-siker"), 'the nearest is "baby-sikker"'),
        (("two",), "which of the 2? One of: baby-sikker, jump4fun"),
        (("one", "--arm", "longer-grant"), 'the only choice is "baseline"'),
        (("one", "--seed", "3"), "3 is not in this run; its seeds are 1 to 2"),
        (("one", "--months", "3,61"), "up to 3 whole numbers from 1 to 60"),
        (("one", "--months", "1,2,3,4"), "up to 3 whole numbers from 1 to 60"),
        (("one", "--months", "soon"), '"soon" must be'),
        (("one", "--language", "de"), "is no language of samvirke"),
        (("one", "--out", "picture.jpg"), "must end in .png or .svg"),
        (("one", "--out", "/dev/null/picture.svg"), "cannot be written: "),
    ],
)
def test_what_cannot_be_drawn_is_reported_in_a_sentence(words: tuple[str, ...], sentence: str, runs: Path, tmp_path: Path):
    assert sentence in refused("network", f"{runs}/{words[0]}", *words[1:])
    assert list(tmp_path.iterdir()) == []


def test_only_the_rows_that_are_asked_for_are_read(runs: Path):
    rows = read_rows(runs / "one", "ties", {"seed": 2, "partnership": "shared-meals"})
    assert set(rows["seed"].to_pylist()) == {2}
    assert rows.schema.field("personal_trust").metadata[b"unit"] == b"0-1"


def test_help_says_how(runs: Path):
    output = typed("network", "--help")
    assert output.exit_code != BAD_INPUT
    assert "kept ties and people" in output.stdout
