"""The commands about scenario files: list, show, check."""

import textwrap
from collections.abc import Iterator, Sequence

import typer

from samvirke.model.scenario import Scenario, as_toml, check, parse_settings, read_scenario, scenario_names
from samvirke.model.scenario.resolved import BASELINE
from samvirke.terminal.language import language_named

BESIDE = {"en": "{arms} (beside {beside})", "da": "{arms} (sammenlignet med {beside})"}
AS_IT_IS = {"en": BASELINE, "da": "det, som det er"}
ASSUMED = {"en": "direction assumed: {why}", "da": "retningen er antaget: {why}"}

WRONG = {"en": ("1 thing is wrong", "{n} things are wrong"), "da": ("1 ting er forkert", "{n} ting er forkerte")}
PARTNERSHIPS = {"en": ("1 partnership", "{n} partnerships"), "da": ("1 partnerskab", "{n} partnerskaber")}
FINE = {
    "en": "{name}: nothing is wrong. {partnerships}, {months} months.",
    "da": "{name}: intet er forkert. {partnerships}, {months} måneder.",
}
ARMS = {"en": "Arms: {arms}", "da": "Varianter: {arms}"}


def list_scenarios(questions: bool, language: str) -> None:
    """Names and titles of the built-in scenarios; with `questions` what they ask, and which arms answer it."""
    language_named(language, BESIDE, "the sentences")
    names = scenario_names()
    width = max(map(len, names))
    for name in names:
        scenario = read_scenario(name)
        typer.echo(f"{name:{width}}   {getattr(scenario.title, language)}")
        if questions:
            typer.echo("\n".join([*_questions(scenario, language), ""]))


def _questions(scenario: Scenario, language: str) -> Iterator[str]:
    """What a scenario asks, and for each of its questions the arms."""
    yield getattr(scenario.asks, language)
    width = max(map(len, scenario.questions), default=0)
    for name, question in scenario.questions.items():
        yield f"  {name:{width}}  {getattr(question.text, language)}"
        beside = AS_IT_IS[language] if question.beside == BASELINE else question.beside
        yield f"  {'':{width}}  {BESIDE[language].format(arms=', '.join(question.simulated), beside=beside)}"
        if question.built_in:
            yield f"  {'':{width}}  {ASSUMED[language].format(why=getattr(question.built_in, language))}"


def show_scenario(name: str, months: int | None, settings: Sequence[str], only: Sequence[str], real_names: bool, language: str) -> None:
    """The complete scenario as TOML, with remarks in a language."""
    language_named(language, BESIDE, "the sentences")
    scenario = read_scenario(name, parameters=parse_settings(settings), only=only, months=months)
    typer.echo(as_toml(scenario, real_names=real_names, language=language), nl=False)


def check_scenario(name: str, language: str) -> None:
    """That a scenario is fine and what is in it, or every problem it has."""
    language_named(language, BESIDE, "the sentences")
    if problems := check(name) or _wrong_measures(name):
        head = WRONG[language][len(problems) != 1].format(n=len(problems))
        typer.echo("\n".join([*problems, head]), err=True)
        raise typer.Exit(2)
    scenario = read_scenario(name)
    partnerships = PARTNERSHIPS[language][len(scenario.partnerships) != 1].format(n=len(scenario.partnerships))
    typer.echo(FINE[language].format(name=name, partnerships=partnerships, months=scenario.months))
    typer.echo(textwrap.fill(ARMS[language].format(arms=", ".join(scenario.arms)), 100, break_on_hyphens=False))


def _wrong_measures(name: str) -> list[str]:
    """What is wrong with the measures of its questions; the analysis, which knows them, is loaded only if there are some."""
    scenario = read_scenario(name)
    if not scenario.questions:
        return []
    from samvirke.analysis.questions.questions import wrong_measures

    return [str(problem) for problem in wrong_measures(scenario)]
