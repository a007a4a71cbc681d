"""The error messages for an invalid scenario: where, what, and what would be right."""

from pathlib import Path

import pytest

from samvirke.model.errors import nearest_valid
from samvirke.model.scenario import ScenarioError, check, parse_settings, read_scenario

FOLDER = Path(__file__).parent / "invalid_scenarios"
INVALID_FILES = sorted(FOLDER.glob("*.toml"))


def expected_sentences(file: Path) -> list[str]:
    """The comment lines with which the file begins."""
    sentences = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            break
        sentences.append(line.removeprefix("# "))
    return sentences


def sentences_about(file: Path) -> list[str]:
    """What `check` says, without the path of the file itself and the folder of others."""
    return [each.removeprefix(f"{file}, ").replace(f"{file.parent}/", "") for each in check(str(file))]


@pytest.mark.parametrize("file", INVALID_FILES, ids=lambda file: file.stem)
def test_an_invalid_scenario_is_answered_with_the_sentence_on_its_first_line(file: Path):
    assert sentences_about(file) == expected_sentences(file)


@pytest.mark.parametrize("file", INVALID_FILES, ids=lambda file: file.stem)
def test_reading_an_invalid_scenario_raises_all_that_check_says(file: Path):
    with pytest.raises(ScenarioError) as raised:
        read_scenario(str(file))
    assert str(raised.value).splitlines() == check(str(file))


def test_an_unknown_scenario_names_the_nearest():
    (sentence,) = check("partnerskabspulje")
    assert sentence == 'partnerskabspulje: there is no such scenario or file; the nearest is "partnerskabspuljen"'


def test_a_missing_file_names_the_nearest_file_beside_it(tmp_path: Path):
    (tmp_path / "my-place.toml").write_text("")
    (sentence,) = check(str(tmp_path / "my-palce.toml"))
    assert sentence.endswith(f'the nearest is "{tmp_path / "my-place.toml"}"')


def test_a_folder_is_not_a_scenario(tmp_path: Path):
    assert check(str(tmp_path)) == [f"{tmp_path}: is a folder; name a file in it"]


@pytest.mark.parametrize("name", ["", ".", "\0", "x" * 5000, "/dev/null", "a\nb"])
def test_a_name_that_cannot_be_a_file_is_answered_in_words(name: str):
    assert check(name)


def test_text_in_another_encoding_names_the_line(tmp_path: Path):
    file = tmp_path / "latin.toml"
    file.write_bytes("# først\ntitle.da = 'Måltider'\n".encode("latin-1"))
    assert check(str(file)) == [f"{file}, line 1: is not in UTF-8; save the file again as UTF-8"]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path):
    file = tmp_path / "windows.toml"
    file.write_bytes(b'\xef\xbb\xbfextends = "one-partnership"\r\n\r\nmonths = 48\r\n')
    assert read_scenario(str(file)).months == 48


def test_lists_that_stand_too_deep_are_answered_in_words(tmp_path: Path):
    file = tmp_path / "deep.toml"
    file.write_text("a = " + "[" * 100_000)
    (sentence,) = check(str(file))
    assert "too deep" in sentence or "is not TOML" in sentence


def test_a_problem_in_the_extended_file_names_that_file(tmp_path: Path):
    (tmp_path / "parent.toml").write_text('extends = "one-partnership"\nmonths = 0\n')
    (tmp_path / "child.toml").write_text('extends = "parent"\nmonths = 48\nmnths = 1\n')
    parent, child = check(str(tmp_path / "child.toml"))
    assert parent.startswith(f"{tmp_path / 'parent.toml'}, line 2: months = 0 ")
    assert child.startswith(f"{tmp_path / 'child.toml'}, line 3: mnths = 1 ")


def test_only_names_the_nearest_partnership():
    with pytest.raises(ScenarioError, match=r'^--only jump4fn: .*; the nearest is "jump4fun"$'):
        read_scenario("partnerskabspuljen", only=["jump4fn"])


@pytest.mark.parametrize("months", [0, -3, 241, 10**30])
def test_months_out_of_range_are_refused(months: int):
    with pytest.raises(ScenarioError, match=r"^--months: .* must be a whole number between 1 and 240$"):
        read_scenario("one-partnership", months=months)


def test_an_unknown_setting_names_the_nearest():
    with pytest.raises(ScenarioError, match=r'^--set opennes=0.5: .*; the nearest is "openness"$'):
        read_scenario("one-partnership", parameters={"opennes": 0.5})


@pytest.mark.parametrize("value", [1.5, -0.1])
def test_a_setting_out_of_bounds_says_the_bounds(value: float):
    with pytest.raises(ScenarioError, match=r"must lie between 0 and 1: how openly"):
        read_scenario("one-partnership", parameters={"openness": value})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400])
def test_a_setting_that_is_no_ordinary_number_is_refused(value: float):
    with pytest.raises(ScenarioError, match="must be an ordinary number"):
        read_scenario("one-partnership", parameters={"openness": value})


def test_problems_of_the_options_and_of_the_file_come_together():
    with pytest.raises(ScenarioError) as raised:
        read_scenario(str(FOLDER / "months_out_of_range.toml"), months=0, parameters={"opennes": 1})
    assert [problem.where for problem in raised.value.problems][:2] == ["--set opennes=1", "--months"]
    assert len(raised.value.problems) == 3


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("openness", "must be written name=number"),
        ("openness=", 'openness = "" must be a number'),
        ("openness=much", 'openness = "much" must be a number'),
        ("openness=0,5", 'openness = "0,5" must be a number'),
    ],
)
def test_a_setting_that_is_not_name_and_number_is_refused(text: str, ending: str):
    with pytest.raises(ScenarioError) as raised:
        parse_settings(["threshold=0.2", text])
    assert str(raised.value) == f"--set {text}: {ending}"


def test_settings_are_read_as_numbers():
    assert parse_settings(["openness=0.4", " threshold = 1 "]) == {"openness": 0.4, "threshold": 1.0}


@pytest.mark.parametrize(
    ("typed", "names", "ends"),
    [
        ("opennes", ["openness", "threshold"], 'the nearest is "openness"'),
        ("trust", ["shared_value_base", "trust_between_partners"], 'the nearest is "trust_between_partners"'),
        ("zebra", ["baseline", "open-talk"], 'choices are "baseline", "open-talk"'),
        ("zebra", ["baseline"], 'the only choice is "baseline"'),
        ("zebra", [f"arm-{number}" for number in range(10)], '"arm-6", "arm-7" … and 2 more'),
        ("zebra", [], "there is none to choose from"),
    ],
)
def test_a_name_is_suggested_only_if_it_is_near_else_the_choices_are_listed(typed: str, names: list[str], ends: str):
    assert nearest_valid(typed, names).endswith(ends)


def test_a_lever_that_is_a_month_takes_whole_ones_and_minus_one():
    with pytest.raises(ScenarioError, match=r"^--set anchoring_start_month=12\.5: .* must be a whole number$"):
        read_scenario("one-partnership", parameters={"anchoring_start_month": 12.5})
    for month in (-1, 12.0):
        chosen = read_scenario("one-partnership", parameters={"anchoring_start_month": month})
        assert chosen.partnerships[0].levers["anchoring_start_month"] == month


def test_a_posterior_that_is_a_link_to_itself_is_refused_and_one_not_made_yet_is_not(tmp_path: Path):
    (tmp_path / "loop.parquet").symlink_to(tmp_path / "loop.parquet")
    file = tmp_path / "mine.toml"
    file.write_text('extends = "one-partnership"\nposterior = "loop.parquet"\n')
    (sentence,) = check(str(file))
    assert sentence == f'{file}, line 2: posterior = "loop.parquet" is a link that leads to no file; mend the link, or leave it out'
    file.write_text('extends = "one-partnership"\nposterior = "later.parquet"\n')
    assert check(str(file)) == []
