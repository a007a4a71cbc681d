"""The questions of scenarios, and what the model answers: what the sources claim, compared with what the arms show."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

from samvirke.analysis.comparison.comparison import Comparison, compare
from samvirke.analysis.comparison.reading import range_of, short_range
from samvirke.analysis.measures import MEASURES
from samvirke.model.errors import nearest_valid
from samvirke.model.scenario import Problem, Question, ScenarioError, read_scenario, scenario_names
from samvirke.model.scenario.resolved import Scenario

AGREES, CONTRADICTS, HARDLY_MOVES, CANNOT_TELL, NOTHING_CLAIMED = (
    "agrees", "contradicts", "hardly moves", "cannot tell", "nothing claimed",
)  # fmt: skip
VERDICTS = (CONTRADICTS, HARDLY_MOVES, CANNOT_TELL, AGREES, NOTHING_CLAIMED)
"""In the order in which they are read: contradictions first."""
COLUMNS = ("question", "scenario", "arm", "beside", "measure", "claimed", "mean", "low", "high", "verdict")
PARTNERSHIPS_SIMULATED = 16_000  # in each arm, if no number of runs is asked for: small scenarios need more of them
FEWEST_RUNS, MOST_RUNS = 400, 2000

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Answer:
    """A question of a scenario with its comparison. `rows` has a row per claimed measure and arm; `verdict` is that of all of them."""

    name: str
    question: Question
    comparison: Comparison
    rows: pd.DataFrame
    verdict: str

    @property
    def scenario(self) -> Scenario:
        """The scenario that asks."""
        return self.comparison.scenario


def question_of(scenario: Scenario, name: str) -> Question:
    """The question of that name. Raises ScenarioError with the nearest name, or with measures that there are not."""
    if name not in scenario.questions:
        raise ScenarioError([Problem(f"--question {name}", _no_such_question(scenario, name))])
    if problems := wrong_measures(scenario, [name]):
        raise ScenarioError(problems)
    return scenario.questions[name]


def _no_such_question(scenario: Scenario, name: str) -> str:
    for other in map(read_scenario, scenario_names()):
        if name in other.questions and other.name != scenario.name:
            return f"{scenario.name} does not ask it; {other.name} does"
    return f"{scenario.name} has no such question; {nearest_valid(name, scenario.questions)}"


def wrong_measures(scenario: Scenario, names: Sequence[str] | None = None) -> list[Problem]:
    """A problem per measure that a question names and that there is not."""
    return [
        Problem(scenario.name, f"{measure} in [questions.{name}] is no measure; {nearest_valid(measure, MEASURES)}")
        for name in (scenario.questions if names is None else names)
        for measure in scenario.questions[name].shown
        if measure not in MEASURES
    ]


def asked() -> list[tuple[Scenario, str]]:
    """Every question of the built-in scenarios with the scenario that asks it, in the order of their names."""
    scenarios = map(read_scenario, scenario_names())
    return sorted(((each, name) for each in scenarios for name in each.questions), key=lambda found: found[1])


def runs_for(scenario: Scenario, replicates: int | None) -> int:
    """How many runs of each arm: as many as asked for, else more where there are few partnerships."""
    if replicates is not None:
        return replicates
    return min(MOST_RUNS, max(FEWEST_RUNS, PARTNERSHIPS_SIMULATED // len(scenario.partnerships)))


def runs_of_all(questions: Sequence[tuple[Scenario, str]], replicates: int | None) -> int:
    """How many runs it takes to answer these."""
    return sum(runs_for(each, replicates) * (1 + len(each.questions[name].simulated)) for each, name in questions)


def answer_all(
    questions: Sequence[tuple[Scenario, str]], *, replicates: int | None = None, seed: int = 1, progress: Progress | None = None
) -> list[Answer]:  # fmt: skip
    """Compare the arms of every question. Raises ScenarioError for a number of runs or a measure that cannot be."""
    total, before = runs_of_all(questions, replicates), 0
    answers = []
    for scenario, name in questions:
        replicates = runs_for(scenario, replicates)

        def note(done: int, of: int, before: int = before) -> None:
            if progress:
                progress(before + done, total)

        answers.append(answered(scenario, name, replicates, seed, note))
        before += replicates * (1 + len(scenario.questions[name].simulated))
    return answers


def answered(scenario: Scenario, name: str, replicates: int, seed: int, progress: Progress) -> Answer:
    """One question with its comparison."""
    question = question_of(scenario, name)
    simulated = compare(
        scenario, question.simulated, baseline=question.beside, replicates=replicates, seed=seed, also=question.shown, prior=False,
        progress=progress,
    )  # fmt: skip
    return answer(name, question, simulated)


def name_and_verdict(name: str, comparison: Comparison) -> dict[str, str]:
    """The question of the scenario that was asked, and what came out for its claim: what the manifest of a comparison says."""
    return {"name": name, "verdict": answer(name, comparison.scenario.questions[name], comparison).verdict}


def answer(name: str, question: Question, comparison: Comparison) -> Answer:
    """What a comparison of the question's arms says about its claim."""
    found = [row for measure in claimed_measures(question) for row in _rows(name, question, comparison, measure)]
    rows = pd.DataFrame(found, columns=COLUMNS)
    return Answer(name, question, comparison, rows, _verdict(question, rows))


def table_of(answers: Sequence[Answer]) -> pd.DataFrame:
    """The rows of all answers."""
    return pd.concat([each.rows for each in answers], ignore_index=True)


def claimed_measures(question: Question) -> dict[str, str]:
    """The measures that something is claimed of, with what; the question's own comes first."""
    return {**({} if question.measure in question.claims else {question.measure: question.claimed}), **question.claims}


def _rows(name: str, question: Question, comparison: Comparison, measure: str) -> list[tuple[Any, ...]]:
    claimed = claimed_measures(question)[measure]
    table = comparison.differences[comparison.differences["measure"] == measure]
    by_arm = {str(row.arm): row for row in table.itertuples()}
    verdicts = _peak(question, comparison, measure) if claimed == "peak" else _directed(question, by_arm, claimed)
    told = (name, comparison.scenario.name)
    return [
        (*told, arm, question.beside, measure, claimed, by_arm[arm].mean, *range_of(by_arm[arm]), verdicts.get(arm, NOTHING_CLAIMED))
        for arm in question.simulated
    ]


def _directed(question: Question, by_arm: Mapping[str, Any], claimed: str) -> dict[str, str]:
    """What each arm says of a claim that the measure goes one way."""
    if claimed not in ("+", "-"):
        return {}
    return {arm: verdict_of(by_arm[arm], claimed) for arm in question.arms if arm != question.beside}


def _peak(question: Question, comparison: Comparison, measure: str) -> dict[str, str]:
    """What the two ends say of a claim that the measure is higher between them: each compared with the best of those between."""
    column = list(MEASURES).index(measure)
    between = question.arms[1:-1]
    best = max(between, key=lambda arm: float(comparison.measured[arm][:, column].mean()))
    ends = (question.arms[0], question.arms[-1])
    found = {end: comparison.between(measure, end, best) for end in ends}
    return {end: verdict_of(SimpleNamespace(measure=measure, **vars(each)), "-") for end, each in found.items()}


def verdict_of(row: Any, claimed: str) -> str:
    """What one difference, as it is reported in short, shows of a claim that it is above ("+") or below ("-") zero."""
    if np.isnan(row.low):
        return CANNOT_TELL
    found = short_range(row)
    if found.nothing:
        return HARDLY_MOVES
    if found.low <= 0.0 <= found.high:
        return CANNOT_TELL
    return AGREES if (found.low > 0.0) == (claimed == "+") else CONTRADICTS


def _verdict(question: Question, rows: pd.DataFrame) -> str:
    """Of all its rows: contradicted if any arm contradicts; a claim with several parts agrees only if all of them do."""
    claimed = rows[rows["verdict"] != NOTHING_CLAIMED]
    if claimed.empty:
        return NOTHING_CLAIMED
    if (claimed["verdict"] == CONTRADICTS).any():
        return CONTRADICTS
    parts = "arm" if question.claimed == "peak" else "measure"
    if all((of_part["verdict"] == AGREES).any() for _, of_part in claimed.groupby(parts)):
        return AGREES
    return HARDLY_MOVES if (claimed["verdict"] == HARDLY_MOVES).all() else CANNOT_TELL
