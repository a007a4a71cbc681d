"""Questions: claims compared with what arms show, and the verdict in words."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from samvirke.analysis.calibration.posterior import PosteriorError, posterior_of
from samvirke.analysis.comparison.comparison import Comparison, compare
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.questions.page import VERDICTS_IN_WORDS, assumed_or_emerged, by_verdict, claim, note, questions_page, verdict
from samvirke.analysis.questions.questions import (
    AGREES,
    CANNOT_TELL,
    CONTRADICTS,
    HARDLY_MOVES,
    NOTHING_CLAIMED,
    Answer,
    answer,
    answer_all,
    question_of,
    runs_for,
    table_of,
    verdict_of,
)
from samvirke.model.language import language_of, languages
from samvirke.model.scenario import Question, Scenario, ScenarioError, read_scenario, scenario_names
from samvirke.model.scenario.resolved import Arm, Text
from tests.commands import typed
from tests.ensembles import tiny

WORDS = Text(da="a", en="a")
PLACE = "netvaerksfamilier"
ARMS = {level: Arm(title=WORDS, levers={"openness": value}) for level, value in (("shut", 0.05), ("middling", 0.5), ("open", 0.95))}
BASELINE = {"baseline": Arm(title=WORDS)}


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def question(**parts: Any) -> Question:
    asked = {"text": WORDS, "arms": ("open",), "beside": "shut", "measure": "conflict", "claimed": "-", "when": WORDS, "source": "them"}
    return Question(**{**asked, **parts})


def asking(**parts: Any) -> Scenario:
    return tiny().model_copy(update={"arms": {**BASELINE, **ARMS}, "questions": {"Q1": question(**parts)}})


@cache
def simulated() -> Comparison:
    return compare(asking(), ["middling", "open"], baseline="shut", replicates=30)


def answered(**parts: Any) -> Answer:
    return answer("Q1", question(**parts), simulated())


def row(low: float, high: float, measure: str = "trust") -> Any:
    return SimpleNamespace(measure=measure, mean=(low + high) / 2.0, low=low, high=high, mc_error=0.0)


@pytest.mark.parametrize(
    ("low", "high", "claimed", "output"),
    [
        (1.0, 4.0, "+", AGREES),
        (1.0, 4.0, "-", CONTRADICTS),
        (-4.0, -1.0, "-", AGREES),
        (-4.0, -1.0, "+", CONTRADICTS),
        (-1.0, 4.0, "+", CANNOT_TELL),
        (0.2, 4.0, "+", CANNOT_TELL),  # "0 to 4 points higher"
        (0.1, 0.3, "+", HARDLY_MOVES),
        (float("nan"), float("nan"), "+", CANNOT_TELL),
    ],
)
def test_a_direction_is_judged_by_the_range_as_it_is_reported(low: float, high: float, claimed: str, output: str):
    assert verdict_of(row(low, high), claimed) == output


def test_chance_that_leaves_more_open_than_the_parameters_counts():
    few = row(1.0, 4.0)
    few.mc_error = 10.0
    assert verdict_of(few, "+") == CANNOT_TELL


def test_one_pair_of_runs_agrees_with_no_claim():
    alone = row(float("nan"), float("nan"))
    alone.mean = 4.0
    assert verdict_of(alone, "+") == verdict_of(alone, "-") == CANNOT_TELL


def test_open_talk_lowers_conflict_as_claimed_and_the_opposite_claim_is_contradicted():
    assert answered().verdict == AGREES
    assert answered(claimed="+").verdict == CONTRADICTS


def test_a_contradiction_in_one_part_of_a_claim_contradicts_it():
    both = answered(claimed="divided", claims={"conflict": "-", "trust": "-"})
    assert dict(zip(both.rows["measure"], both.rows["verdict"], strict=True)) == {"conflict": AGREES, "trust": CONTRADICTS}
    assert both.verdict == CONTRADICTS


def test_who_claims_nothing_is_neither_right_nor_wrong():
    assert answered(claimed="silent").verdict == NOTHING_CLAIMED
    assert answered(claimed="divided").verdict == NOTHING_CLAIMED


def test_arms_shown_besides_do_not_count():
    found = answered(arms=("open",), further=("middling",), claimed="+")
    assert list(found.rows["arm"]) == ["open", "middling"]
    assert list(found.rows["verdict"]) == [CONTRADICTS, NOTHING_CLAIMED]


def shaped(**levels: float) -> Comparison:
    """Runs whose trust is as given in each arm, whatever they were."""
    what = compare(asking(), ["shut", "open"], baseline="middling", replicates=8)
    measured = {arm: values.copy() for arm, values in what.measured.items()}
    for arm, level in levels.items():
        measured[arm][:, list(MEASURES).index("trust")] = level
    return replace(what, measured=measured)


@pytest.mark.parametrize(("at_the_open_end", "output"), [(45.0, AGREES), (60.1, CANNOT_TELL), (80.0, CONTRADICTS)])
def test_a_peak_needs_both_ends_below_what_lies_between(at_the_open_end: float, output: str):
    peak = question(arms=("shut", "middling", "open"), beside="middling", measure="trust", claimed="peak")
    assert answer("Q1", peak, shaped(shut=40.0, middling=60.0, open=at_the_open_end)).verdict == output


def test_a_table_of_all_has_a_row_per_arm_and_claimed_measure():
    answers = answer_all([(asking(claims={"trust": "+"}), "Q1")], replicates=8)
    table = table_of(answers)
    assert list(table.columns) == ["question", "scenario", "arm", "beside", "measure", "claimed", "mean", "low", "high", "verdict"]
    assert list(table["measure"]) == ["conflict", "trust"]


def test_the_independence_of_associations_is_measured_where_it_is_asked_about():
    asked = answered_about("autonomy")
    assert asked.rows["mean"].notna().all()
    assert "autonomy" not in set(simulated().differences["measure"])


def answered_about(measure: str) -> Answer:
    (found,) = answer_all([(asking(measure=measure, claimed="+"), "Q1")], replicates=8)
    return found


def test_small_places_are_simulated_more_often():
    assert runs_for(read_scenario("silkeborg-naermiljoe"), None) > runs_for(read_scenario("partnerskabspuljen"), None) >= 400
    assert runs_for(tiny(), 7) == 7


@pytest.mark.parametrize(
    ("built_in", "language", "output"),
    [
        (WORDS, "en", "assumed in a rule of the model; only its size is a result. a"), (WORDS, "da", "antaget i en regel i modellen"),
        (None, "en", "The direction is a result"), (None, "da", "Retningen er et resultat"),
    ],
)  # fmt: skip
def test_an_agreement_says_whether_its_direction_was_assumed_or_is_a_result(built_in: Text | None, language: str, output: str):
    found = answer("Q1", question(built_in=built_in), simulated())
    assert found.verdict == AGREES
    assert output in verdict(found, language)
    page = questions_page([found], 30, 1, language)
    assert assumed_or_emerged(found.question, language) in page
    summed_up = {"en": ("direction a result: Q1", "direction assumed in a rule: Q1"), "da": ("resultat: Q1", "antaget i en regel: Q1")}
    assert [each in page for each in summed_up[language]] == [built_in is None, built_in is not None]


def test_a_disagreement_is_no_assumption():
    found = answer("Q1", question(claimed="+", built_in=WORDS), simulated())
    assert "assumed" not in verdict(found)


def test_questions_whose_arms_set_what_is_measured_say_which_rule_it_is():
    built_in = {name: asks.built_in for place in scenario_names() for name, asks in read_scenario(place).questions.items()}
    assert built_in["W39"] is not None
    assert "takes hours" in built_in["W39"].en
    assert built_in["W11"] is None
    assert all(re.search(r"\[[A-Z][0-9]+\]", text) for each in built_in.values() if each for text in (each.da, each.en))


def test_an_unknown_question_names_the_nearest_or_who_asks_it():
    with pytest.raises(ScenarioError, match='the nearest is "W39"'):
        question_of(read_scenario(PLACE), "W93")
    with pytest.raises(ScenarioError, match="netvaerksfamilier does not ask it; partnerskabspuljen does"):
        question_of(read_scenario(PLACE), "W01")


def test_a_measure_that_there_is_not_names_the_nearest():
    with pytest.raises(ScenarioError, match='is no measure; the nearest is "conflict"'):
        question_of(asking(measure="conflct"), "Q1")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("claimed", ["+", "-", "peak", "divided", "silent"])
def test_no_sentence_about_a_claim_has_a_gap(language: str, claimed: str):
    arms = ("open", "shut", "middling") if claimed == "peak" else ("open",)
    asked = question(arms=arms, claimed=claimed, note=WORDS)
    for output in (claim(asked, language), note(asked, language), *map(language_of(language).gettext, VERDICTS_IN_WORDS.values())):
        assert not re.search(r"[{}]|  |\.\.", output), output
    assert note(question(), language) == ""


def test_a_claim_is_worded_by_what_is_counted():
    output = [claim(question(measure=measure, claimed="-")) for measure in ("continues", "volunteers_peak", "trust")]
    assert [each.split(",")[0] for each in output] == [
        "Claimed: fewer go on when the grant ends", "Claimed: fewer volunteers at once", "Claimed: trust lower",
    ]  # fmt: skip


@pytest.mark.parametrize("language", languages())
def test_the_page_says_contradictions_first(language: str):
    answers = [replace(answered(), name="Q1"), replace(answered(claimed="+"), name="Q2")]
    page = questions_page(answers, 30, 1, language)
    assert list(by_verdict(answers)) == [CONTRADICTS, AGREES]
    assert 0 < page.index("### Q2.") < page.index("### Q1.")
    assert verdict(answers[1], language) in page
    assert not re.search(r"[{}]", page)


def test_a_borrowed_posterior_cannot_be_lent():
    borrower = read_scenario("silkeborg-naermiljoe").model_copy(update={"name": "mine", "borrows": PLACE})
    with pytest.raises(PosteriorError, match="mine borrows from netvaerksfamilier, which has to borrow itself: name partnerskabspuljen"):
        posterior_of(borrower)


def test_compare_simulates_the_arms_of_a_question_and_leads_with_its_measure():
    done = typed("compare", PLACE, "--question", "W38", "--replicates", "8", "--out", "mine")
    output = " ".join(done.stdout.split())
    for expected in (
        "W38. How large a goal is realistic?", "Compared with “A goal half as large”: 2 arms",
        "The posterior is borrowed: netvaerksfamilier has no survey", "Goal attainment (points", "The question is also about:",
        "Claimed: goal attainment lower, when the goal is larger (Socialstyrelsen 2016",
        "The result ",
    ):  # fmt: skip
        assert expected in output, (expected, done.output)


def test_compare_asks_in_danish_too():
    output = typed("compare", PLACE, "--question", "W38", "--replicates", "4", "--language", "da", "--out", "mine").stdout
    for expected in (
        "Hvor stort et mål er realistisk?",
        "Parametersættene er lånt: ",
        "Spørgsmålet handler også om:",
        "Påstået: målopfyldelsen lavere",
        "antologi om partnerskaber mellem det offentlige og civilsamfundet, kapitlet om netværksfamilier).",
    ):
        assert expected in output, expected


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--question", "W93"), 'the nearest is "W39"'),
        (("--question", "W01"), "partnerskabspuljen does"),
        (("--question", "W38", "--arm", "large-goal"), "names its arms itself: leave out --arm and --baseline"),
        (("--question", "W38", "--measure", "trst"), 'the nearest is "trust"'),
    ],
)
def test_what_cannot_be_asked_is_reported_in_a_sentence(words: tuple[str, ...], sentence: str, tmp_path: Path):
    done = typed("compare", PLACE, *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_run_says_that_parameters_are_borrowed():
    assert "The posterior is borrowed: silkeborg-naermiljoe has no survey of its own." in typed("run", "silkeborg-naermiljoe").stdout


def test_scenarios_say_which_arms_answer_a_question_in_both_languages():
    english, danish = (typed("scenarios", "--questions", "--language", each).stdout for each in ("en", "da"))
    assert "W05  What does a reorganisation cost, and when is it worst?" in english
    assert "reorganised-late, baseline, reorganised-early (compared with no-reorganisation)" in english
    assert "W05  Hvad koster en omorganisering, og hvornår er den værst?" in danish
    assert 'choices are "en", "da"' in typed("scenarios", "--language", "dk").stderr


def test_answers_are_printed_and_written_as_a_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    asked = [(read_scenario(PLACE), "W38"), (read_scenario(PLACE), "W22")]
    monkeypatch.setattr("samvirke.terminal.claims.asked", lambda: asked)
    done = typed("scenarios", "--answers", "--replicates", "4", "--page", "questions.md")
    assert done.exit_code == 0, done.output
    page = (tmp_path / "questions.md").read_text(encoding="utf-8")
    for text in (done.stdout, page):
        assert "W38" in text
        assert "No direction is claimed" in text
    assert "there is no folder" in typed("scenarios", "--answers", "--page", "nowhere/questions.md").stderr
