"""`samvirke new`: a case of one's own, told by options or asked for; and the plain copy."""

import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from samvirke.analysis.run.folder import read_manifest
from samvirke.command_line import app
from samvirke.commands import new as command_new
from samvirke.model.language import language_of
from samvirke.model.scenario import ScenarioError, data_file, read_scenario
from samvirke.model.scenario.own_case import QUESTIONS, SECTORS, OwnCase, own_case_text, parse_counts
from samvirke.model.scenario.reading import check
from samvirke.terminal.new import ASKED, STATEMENTS
from tests.commands import refused, typed

TOLD = ("--partners", "civil_society=2,municipality=1", "--grant", "1200000", "--months", "30", "--staff-hours", "45", "--volunteers", "20")
ANSWERS = ("--answers", "trust_between_partners=4,joint_decisions=3", "--month-of-answers", "10")


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def asked(monkeypatch: pytest.MonkeyPatch, *words: str, told: str) -> str:
    """What is said to somebody at a terminal who types `told`."""
    monkeypatch.setattr("samvirke.terminal.new.somebody_to_ask", lambda: True)
    result = CliRunner().invoke(app, ["new", *words], input=told, prog_name="samvirke")
    assert result.exit_code == 0, result.output
    return result.output


def test_what_the_template_says_of_copying_it_is_true():
    (line,) = (each for each in data_file("one-partnership.toml").read_text(encoding="utf-8").splitlines() if "copies this file" in each)
    program, *words = line.removeprefix("#").partition("copies")[0].split()
    assert program == "samvirke"
    assert typed(*words).exit_code == 0
    assert check("my-place.toml") == []


def test_options_make_a_file_that_checks_clean_says_what_was_told_and_runs():
    assert typed("new", "my-place", *TOLD, *ANSWERS).exit_code == 0
    assert check("my-place.toml") == []
    scenario = read_scenario("my-place")
    (case,) = scenario.partnerships
    assert case.members == {"civil_society": 2, "municipality": 1}
    assert case.lead_sector == "civil_society"
    assert (case.grants[0].amount_dkk, case.grants[0].months, scenario.months) == (1_200_000, 30, 66)
    assert scenario.parameters["own_hours_per_partner"] == 15.0
    assert scenario.population.volunteers == 20
    assert scenario.borrows == "partnerskabspuljen"
    assert scenario.own_answers is not None
    assert scenario.own_answers.answers == {"trust_between_partners": 4, "joint_decisions": 3}
    assert scenario.survey.months == (10, 12, 24)
    own = [each for each in scenario.evidence if each.source == "own answers"]
    assert {each.fact for each in own} >= {"partners", "grant", "staff", "volunteers", "answers to the seven C's"}


@pytest.mark.slow
def test_what_follows_is_reported_to_be_runs_like_yours_and_the_report_says_it_too():
    typed("new", "my-place", *TOLD, *ANSWERS)
    output = typed("run", "my-place.toml", "--replicates", "20", "--out", "mine").stdout
    assert "of the runs could have given your answers in month 10 (my-partnership)." in output
    assert "What the answers change: the partnership goes on when the grant ends in" in output
    assert "borrowed" in output
    own = read_manifest("mine")["own_answers"]
    assert len(set(own["seeds"])) == 20
    typed("report", "mine", "--language", "da", "--out", "mine.html")
    page = Path("mine.html").read_text(encoding="utf-8")
    assert "af forløbene kunne have givet jeres svar i måned 10 (my-partnership)." in page
    assert page.index("kunne have givet jeres svar") < page.index("Sådan blev forløb som jeres fundet: 2.000 simulerede partnerskaber")
    assert "Parametrene er lånt" in page
    assert "egne svar" in page


def test_a_seed_that_was_left_out_for_its_answers_is_refused_with_the_next_that_was_kept():
    typed("new", "my-place", *TOLD, *ANSWERS)
    typed("run", "my-place.toml", "--replicates", "6", "--keep", "ties,people", "--out", "mine")
    kept = sorted(set(pd.read_parquet("mine/outcomes.parquet").seed))
    gaps = [(one + 1, other) for one, other in pairwise(kept) if other > one + 1]
    assert gaps
    for command in ("explain", "network"):
        assert f"the next that is there is {gaps[0][1]}" in refused(command, "mine", "--seed", str(gaps[0][0]))


def test_every_arm_of_the_file_can_be_compared():
    typed("new", "my-place", *TOLD)
    output = typed("compare", "my-place.toml", "--replicates", "12", "--out", "compared").stdout
    assert "Early anchoring" in output
    assert "The coordinator leaves in month 15, and it is prepared" in output


def test_without_options_and_terminal_it_is_the_copy_it_was():
    assert typed("new", "plain").exit_code == 0
    assert read_scenario("plain").partnerships[0].case_id == "shared-meals"
    assert "its remarks" not in typed("new", "pool", "--from", "netvaerksfamilier").stdout
    assert len(read_scenario("pool").partnerships) == 4


@pytest.mark.parametrize("words", [("--from", "one-partnership"), ()])
def test_a_copy_says_that_its_remarks_are_not_translated(words: tuple[str, ...]):
    assert (
        "Filen er en kopi: bemærkningerne i den står på det sprog, de er skrevet på."
        in typed("new", "mine", *words, "--language", "da").stdout
    )


def test_a_person_is_asked_and_asked_again_until_it_can_be(monkeypatch: pytest.MonkeyPatch):
    told = ["municipalty=1,company=2", "municipality=1,company=2", "900000", "many", "24", "", "0", "4", "", "9", "5", *[""] * 6, ""]
    output = asked(monkeypatch, "mine", told="\n".join(told) + "\n")
    assert 'the nearest is "municipality"' in output
    assert '"many"?' in output
    assert "must lie between 1 and 5" in output
    scenario = read_scenario("mine")
    assert scenario.partnerships[0].members == {"municipality": 1, "company": 2}
    assert scenario.partnerships[0].volunteer_based is False
    assert scenario.partnerships[0].grants[0].months == 24
    assert scenario.own_answers is not None
    assert scenario.own_answers.answers == {QUESTIONS[0]: 4, QUESTIONS[2]: 5}
    assert scenario.own_answers.month == 12


@pytest.mark.parametrize(
    ("typed_grant", "amount"),
    [("900.000", 900_000), ("1.200.000", 1_200_000), ("900 000", 900_000), ("1,200,000", 1_200_000), ("900000", 900_000), ("0", 0)],
)
def test_a_grant_may_be_written_with_its_thousands_apart(typed_grant: str, amount: int, monkeypatch: pytest.MonkeyPatch):
    typed("new", "said", "--grant", typed_grant)
    asked(monkeypatch, "asked", "--language", "da", told="\n".join(["", typed_grant, *[""] * 12]) + "\n")
    for name in ("said", "asked"):
        assert read_scenario(name).partnerships[0].grants[0].amount_dkk == amount


def test_an_end_of_input_in_the_midst_of_the_questions_writes_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr("samvirke.terminal.new.somebody_to_ask", lambda: True)
    result = CliRunner().invoke(app, ["new", "mine"], input="\n900000\n", prog_name="samvirke")
    assert (result.exit_code, result.stderr.strip().splitlines()[-1]) == (130, "Interrupted; no file was written.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (["municipalty=1"], 'municipalty=1: "municipalty" kendes ikke; det nærmeste er "municipality"'),
        (["municipality"], "skal skrives navn=tal"),
        (["municipality=1"], "skal i alt være mindst 2 organisationer, her 1"),
        (["", "-5"], "-5 skal ligge mellem 0 og 1.000.000.000"),
        (["", "", "", "", "", "7"], "7 skal ligge mellem 1 og 5"),
    ],
)
def test_the_danish_questions_say_in_danish_what_cannot_be(told: list[str], sentence: str, monkeypatch: pytest.MonkeyPatch):
    output = asked(monkeypatch, "mine", "--language", "da", told="\n".join([*told, *[""] * 16]) + "\n")
    (line,) = [line for line in output.splitlines() if sentence in line]
    assert not re.search(r"\b(must|between|known|--)", line)


def test_who_answers_none_of_the_seven_is_not_asked_when(monkeypatch: pytest.MonkeyPatch):
    output = asked(monkeypatch, "mine", "--language", "da", told="\n" * 14)
    assert "Et partnerskab, I selv kender" in output
    assert "I hvilken måned" not in output
    assert read_scenario("mine").own_answers is None


def test_with_a_template_nobody_is_asked(monkeypatch: pytest.MonkeyPatch):
    assert "yours to change" in asked(monkeypatch, "mine", "--from", "one-partnership", told="")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--partners", "municipality=1"), "must add up to at least 2 organisations, here 1"),
        (("--partners", "municipality"), "must be written name=number"),
        (("--partners", "municipalty=1"), 'the nearest is "municipality"'),
        (("--grant", "-5"), "--grant: -5 must lie between 0 and"),
        (("--grant", "plenty"), "--grant plenty: must be an amount in kroner, like 900000 or 900.000"),
        (("--months", "300"), "--months: 300 must lie between 1 and 204"),
        (("--staff-hours", "5000"), "must lie between 0 and 200"),
        (("--answers", "trust=4"), 'the nearest is "trust_between_partners"'),
        (("--answers", "trust_between_partners=6"), "--answers trust_between_partners: 6 must lie between 1 and 5"),
        (("--volunteers", "3", "--language", "de"), "is no language of samvirke"),
        (("--volunteers", "3", "--from", "one-partnership"), "copies a scenario as it is"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(words: tuple[str, ...], sentence: str, tmp_path: Path):
    assert sentence in refused("new", "mine", *words)
    assert list(tmp_path.iterdir()) == []


def test_it_never_overwrites_without_force():
    typed("new", "mine", *TOLD)
    assert "there is a file of that name already" in refused("new", "mine", *TOLD)
    assert typed("new", "mine", *TOLD, "--force").exit_code == 0


@pytest.mark.parametrize("name", ["plain", 'with "quotes"', "med æøå", "{braces}", "back\\slash"])
@pytest.mark.parametrize("months", [1, 11, 36, 204])
def test_any_name_and_length_gives_a_file_that_checks_clean(name: str, months: int, tmp_path: Path):
    case = OwnCase({"municipality": 1, "housing": 1}, 0.0, months, 0.0, 0, {"trust_between_partners": 3}, min(12, months))
    text = own_case_text(name, case, date(2026, 3, 9))
    assert tomllib.loads(text)["title"]["da"] == name
    (tmp_path / "file.toml").write_text(text, encoding="utf-8")
    assert check(str(tmp_path / "file.toml")) == []


def test_a_built_in_name_is_refused_for_it_would_be_read_in_its_place(tmp_path: Path):
    assert "one-partnership is the name of a built-in scenario" in refused("new", "one-partnership", *TOLD)
    (tmp_path / "mine").mkdir()
    assert typed("new", "mine/one-partnership", *TOLD).exit_code == 0


def test_a_name_with_a_blank_can_be_pasted():
    output = typed("new", "Mit sted", *TOLD).stdout
    assert "samvirke check 'Mit sted.toml'" in output
    assert "#   samvirke run 'Mit sted.toml' --replicates 200" in Path("Mit sted.toml").read_text(encoding="utf-8")


def test_month_1_lies_so_far_back_that_the_answers_are_of_today():
    case = OwnCase({"municipality": 2}, 0.0, 36, 0.0, 0, {"trust_between_partners": 3}, 15)
    assert tomllib.loads(own_case_text("x", case, date(2026, 3, 9)))["start"] == "2025-01"


def test_every_mistake_is_named_at_once():
    with pytest.raises(ScenarioError) as raised:
        parse_counts("--partners", "a=1, municipality=x, =", ["municipality"])
    assert len(raised.value.problems) == 3


def test_all_seven_are_asked():
    assert set(STATEMENTS) == set(QUESTIONS)


def test_in_danish_every_remark_of_the_file_and_every_text_of_its_evidence_is_danish(tmp_path: Path):
    assert typed("new", "mit-sted", *TOLD, *ANSWERS, "--language", "da").exit_code == 0
    text = (tmp_path / "mit-sted.toml").read_text(encoding="utf-8")
    for expected in ("jeres eget partnerskab", "# kroner i alt", "Varianter: det samme partnerskab", "egne svar", "svar på de syv C'er"):
        assert expected in text
    remarks = [found[1] for line in text.splitlines() if (found := re.search(r"(?:^|\s)# (.+)$", line))]
    assert not [each for each in remarks if re.search(r"\b(the|and|which|your|month)\b", each)]
    assert check("mit-sted.toml") == []


def test_the_danish_file_is_the_same_scenario():
    typed("new", "dansk", *TOLD, *ANSWERS, "--language", "da")
    typed("new", "engelsk", *TOLD, *ANSWERS)
    danish, english = (read_scenario(name).model_dump(exclude={"name", "title", "evidence"}) for name in ("dansk.toml", "engelsk.toml"))
    for values in (danish, english):
        values["partnerships"][0]["grants"][0].pop("funder")
    assert danish == english


def test_the_help_and_the_questions_list_what_may_be_answered():
    assert command_new.SECTORS.split(", ") == sorted(SECTORS, key=command_new.SECTORS.index)
    assert set(command_new.QUESTIONS.split(", ")) == set(QUESTIONS)
    for language in ("en", "da"):
        asked = language_of(language).gettext(ASKED["partners"])
        assert all(sector in asked for sector in SECTORS)
