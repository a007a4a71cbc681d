"""The commands about scenario files: list, show, check."""

import textwrap
from collections.abc import Iterator, Sequence

import typer

from samvirke.model.language import Language, language_of
from samvirke.model.scenario import Scenario, as_toml, check, parse_settings, read_scenario, scenario_names
from samvirke.model.scenario.links import shared_by


def list_scenarios(questions: bool, language: str) -> None:
    """Names and titles of the built-in scenarios; with `questions` what they ask, and which arms answer it."""
    words = language_of(language)
    names = scenario_names()
    width = max(map(len, names))
    for name in names:
        scenario = read_scenario(name)
        typer.echo(f"{name:{width}}   {scenario.title.in_language(language)}")
        if questions:
            typer.echo("\n".join([*_questions(scenario, words), ""]))


def _questions(scenario: Scenario, language: Language) -> Iterator[str]:
    """What a scenario asks, and for each of its questions the arms."""
    yield scenario.asks.in_language(language.code)
    width = max(map(len, scenario.questions), default=0)
    for name, question in scenario.questions.items():
        yield f"  {name:{width}}  {question.text.in_language(language.code)}"
        arms = language.gettext("{arms} (compared with {baseline})", arms=", ".join(question.simulated), baseline=question.beside)
        yield f"  {'':{width}}  {arms}"
        if question.built_in:
            assumed = language.gettext("direction assumed in a rule: {why}", why=question.built_in.in_language(language.code))
            yield f"  {'':{width}}  {assumed}"


def show_scenario(name: str, months: int | None, settings: Sequence[str], only: Sequence[str], real_names: bool, language: str) -> None:
    """The complete scenario as TOML, with remarks in a language."""
    language_of(language)
    scenario = read_scenario(name, parameters=parse_settings(settings), only=only, months=months)
    typer.echo(as_toml(scenario, real_names=real_names, language=language), nl=False)


def check_scenario(name: str, language: str) -> None:
    """That nothing is wrong with a scenario and what is in it, or every problem it has."""
    words = language_of(language)
    if problems := check(name) or _wrong_measures(name):
        typer.echo("\n".join([*problems, words.ngettext("{n} thing is wrong", "{n} things are wrong", len(problems))]), err=True)
        raise typer.Exit(2)
    scenario = read_scenario(name)
    partnerships = words.ngettext("{n} partnership", "{n} partnerships", len(scenario.partnerships))
    months = words.ngettext("{n} month", "{n} months", scenario.months)
    typer.echo(words.gettext("{name}: nothing is wrong. {partnerships}, {months}.", name=name, partnerships=partnerships, months=months))
    arms = words.gettext("Arms: {arms}", arms=", ".join(scenario.arms))
    typer.echo(textwrap.fill(arms, 100, break_on_hyphens=False))
    if shared := shared_by(scenario):
        several = [
            words.gettext("{organisation} ({partnerships})", organisation=who, partnerships=", ".join(of)) for who, of in shared.items()
        ]
        typer.echo(textwrap.fill(words.gettext("Shared: {links}", links="; ".join(several)), 100, break_on_hyphens=False))


def _wrong_measures(name: str) -> list[str]:
    """What is wrong with the measures of its questions; the analysis, which declares measures, is loaded only if there are some."""
    scenario = read_scenario(name)
    if not scenario.questions:
        return []
    from samvirke.analysis.questions.questions import wrong_measures

    return [str(problem) for problem in wrong_measures(scenario)]
