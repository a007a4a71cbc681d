"""A third language is a file: one more catalogue and all is told in it; titles of scenarios in English, numbers as its locale has them."""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from samvirke.analysis.comparison.reading import short_title
from samvirke.command_line import app
from samvirke.model.errors import UnknownNameError
from samvirke.model.language import Language, language_of, languages
from samvirke.model.scenario import Arm, read_scenario
from samvirke.model.scenario.table import Text
from samvirke.translation import catalogue_file
from samvirke.viz.dashboard import names
from samvirke.viz.dashboard.content.compare import compare_markup
from samvirke.viz.dashboard.content.evidence import evidence_markup
from samvirke.viz.dashboard.content.glossary import glossary_markup
from samvirke.viz.dashboard.content.survey import survey_markup, surveyed
from samvirke.viz.dashboard.content.texts import of_100, of_one, seven_cs, ticker, when
from samvirke.viz.dashboard.content.why import explained, why_markup
from samvirke.viz.dashboard.runs.address import Address, read_address
from samvirke.viz.dashboard.runs.session import Session
from samvirke.viz.validation.page import validation_page
from tests.commands import typed
from tests.ensembles import TINY
from tests.explained import ONE_CAUSE
from tests.validations import small_validation

CODE = "sv"
MARK = "¤"
"""What every message of the new catalogue begins with."""
ONE = "one-partnership"
IN_ENGLISH = read_scenario(ONE).title.en


@pytest.fixture(autouse=True, scope="module")
def third_language(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Language]:
    """One more file in the folder of catalogues: the Danish one with every message marked."""
    folder = tmp_path_factory.mktemp("translations")
    danish = catalogue_file("da").read_text(encoding="utf-8")
    (folder / "da.po").write_text(danish, encoding="utf-8")
    (folder / f"{CODE}.po").write_text(marked(danish), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("samvirke.model.language.CATALOGUES", folder)
        patch.setitem(names.LANGUAGES, CODE, "Svenska")
        language_of.cache_clear()
        yield language_of(CODE)
    language_of.cache_clear()


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def marked(catalogue: str) -> str:
    """The catalogue with MARK before every translation; a header's is left alone."""
    head, messages = catalogue.split("\n\n", 1)
    lines = messages.split("\n")
    for at, line in enumerate(lines):
        if line.startswith("msgstr") and (not line.endswith(' ""') or lines[at + 1].startswith('"')):
            lines[at] = line.replace(' "', f' "{MARK}', 1)
    return head.replace("Language: da", f"Language: {CODE}") + "\n\n" + "\n".join(lines)


def told(*words: str) -> str:
    """What a command prints in the third language."""
    result = typed(*words, "--language", CODE)
    assert result.exit_code == 0, (result.output, result.exception)
    assert MARK in result.stdout
    return result.stdout


def test_the_third_language_is_offered_and_a_fourth_is_not():
    assert languages() == ("en", "da", CODE)
    with pytest.raises(UnknownNameError, match='choices are "en", "da", "sv"'):
        language_of("de")


def test_a_text_of_a_scenario_falls_back_to_english():
    text = Text(da="Måltider", en="Meals")
    assert [text.in_language(code) for code in ("da", "en", CODE, "copy")] == ["Måltider", "Meals", "Meals", "Meals"]


def test_an_arm_with_details_is_called_by_its_english_words():
    title, details = Text(da="Måltider", en="Meals"), Text(da="hver uge", en="every week")
    scenario = read_scenario(ONE)
    own = Arm(title=title, details=details)
    twice = scenario.model_copy(update={"arms": {"baseline": own, "rarer": own.model_copy(update={"details": None})}})
    assert [own.whole_title(code) for code in ("da", CODE)] == ["Måltider: hver uge", "Meals: every week"]
    assert [short_title(twice, arm, CODE) for arm in twice.arms] == ["Meals: every week", "Meals"]


@pytest.mark.parametrize(("code", "marks"), [("en", (".", ",")), ("da", (",", ".")), (CODE, (",", "\N{NO-BREAK SPACE}"))])
def test_marks_in_numbers_are_those_of_the_locale(code: str, marks: tuple[str, str]):
    assert (language_of(code).decimal_mark, language_of(code).group_mark) == marks


def test_run_scenarios_and_show_speak_it():
    assert IN_ENGLISH in told("run", ONE, "--months", "40", "--out", "mine")
    assert IN_ENGLISH in typed("scenarios", "--questions", "--language", CODE).stdout
    assert f"# {MARK}" in typed("show", ONE, "--language", CODE).stdout
    told("report", "mine", "--out", "mine.html")
    assert f'<html lang="{CODE}">' in Path("mine.html").read_text(encoding="utf-8")


def test_compare_its_picture_its_workbook_and_its_report_speak_it():
    output = told("compare", TINY, "--arm", "open-talk", "--replicates", "12", "--measure", "trust", "--out", "mine")
    assert read_scenario(TINY).arms["open-talk"].title.en in output
    assert f">{MARK}" in Path("mine/differences.svg").read_text(encoding="utf-8")
    book = pd.read_excel("mine/differences.xlsx", sheet_name=None)
    assert f"{MARK}tilliden" in book["measures"]["svenska"].to_list()
    assert book["measures"][["description", "unit", "better"]].map(lambda text: text.startswith(MARK)).all(axis=None)
    told("report", "mine", "--out", "mine.html")
    assert Path("mine.html").read_text(encoding="utf-8").count(MARK) > 100


def test_explain_and_its_pictures_speak_it():
    told("explain", ONE_CAUSE, "left-by-one", "--replicates", "20", "--out", "mine")
    assert MARK in Path("mine/but_for.svg").read_text(encoding="utf-8")


def test_new_asks_in_it_and_writes_its_remarks(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("samvirke.terminal.new.somebody_to_ask", lambda: True)
    result = CliRunner().invoke(app, ["new", "mine", "--language", CODE], input="\n" * 20, prog_name="samvirke")
    assert result.exit_code == 0, result.output
    assert MARK in result.output
    assert f"# {MARK}" in Path("mine.toml").read_text(encoding="utf-8")
    assert typed("check", "mine.toml", "--language", CODE).stdout.startswith(MARK)


def test_the_validation_page_has_the_steps_as_asked_and_in_the_language(third_language: Language):
    page = validation_page(small_validation(), third_language)
    assert f"({MARK}i høj grad)" in page
    assert page.count(MARK) > 100


def test_the_dashboard_speaks_it(third_language: Language):
    session = Session()
    typed_address = f"scenario={ONE}&case=shared-meals&language={CODE}&tab=compare"
    address, sentences = read_address(typed_address)
    assert (address.language, sentences) == (CODE, [])
    run, scenario = session.run(address), read_scenario(ONE)
    frame = run.frame(30)
    for text in (
        ticker(run, 30, third_language), of_one(run, frame, third_language), seven_cs(run, frame, third_language),
        when(scenario, 30, 60, third_language), of_100([("", [10, 20, 30, 40, 0])], third_language), glossary_markup(third_language),
        evidence_markup(scenario, third_language), compare_markup(scenario, session.arms(address), "continues", address, third_language),
        survey_markup(*surveyed(read_scenario("partnerskabspuljen"), None, 1), third_language),
    ):  # fmt: skip
        assert MARK in text
    assert names.partnerships_named(scenario, third_language)


def test_the_dashboard_says_why_in_it(third_language: Language):
    address = Address(scenario=ONE, case="shared-meals", language=CODE)
    assert MARK in why_markup(explained(read_scenario(ONE), address), address, third_language)
