"""What can be asked of an explanation, and the refusal of what cannot."""

from samvirke.analysis.explanation.lasting import LASTING
from samvirke.analysis.run.plan import not_whole
from samvirke.model.errors import Problem, ScenarioError, nearest_valid, shown
from samvirke.model.language import languages

FEWEST_RUNS, MOST_RUNS = 20, 100_000


def refuse_what_cannot_be_asked(measure: str, language: str, replicates: int = FEWEST_RUNS) -> None:
    """Raise ScenarioError with all that is wrong."""
    problems = []
    if measure not in LASTING:
        problems.append(Problem("--measure", f"{shown(measure)} is no measure of lasting; {nearest_valid(measure, LASTING)}"))
    if language not in languages():
        problems.append(Problem("--language", f"{shown(language)} is no language of samvirke; {nearest_valid(language, languages())}"))
    if wrong := not_whole("--replicates", replicates):
        problems += wrong
    elif not FEWEST_RUNS <= replicates <= MOST_RUNS:
        problems.append(Problem("--replicates", f"{replicates} must lie between {FEWEST_RUNS} and {MOST_RUNS:,}: runs per question"))
    if problems:
        raise ScenarioError(problems)
