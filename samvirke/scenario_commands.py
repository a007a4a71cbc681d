"""The commands about scenario files: list, show, check, copy."""

import textwrap
from collections.abc import Sequence

import typer

from model.scenario import as_toml, check, copy_template, parse_settings, read_scenario, scenario_names


def list_scenarios(questions: bool) -> None:
    """Names and titles of the built-in scenarios, and what they ask."""
    names = scenario_names()
    width = max(map(len, names))
    for name in names:
        scenario = read_scenario(name)
        typer.echo(f"{name:{width}}   {scenario.title.en}")
        if questions:
            typer.echo(f"{'':{width}}   {scenario.asks.en}")


def show_scenario(name: str, months: int | None, settings: Sequence[str], only: Sequence[str], real_names: bool) -> None:
    """The complete scenario as TOML."""
    scenario = read_scenario(name, parameters=parse_settings(settings), only=only, months=months)
    typer.echo(as_toml(scenario, real_names=real_names), nl=False)


def check_scenario(name: str) -> None:
    """That a scenario is fine and what is in it, or every problem it has."""
    if problems := check(name):
        head = "1 thing is wrong" if len(problems) == 1 else f"{len(problems)} things are wrong"
        typer.echo("\n".join([*problems, head]), err=True)
        raise typer.Exit(2)
    scenario = read_scenario(name)
    partnerships = "1 partnership" if len(scenario.partnerships) == 1 else f"{len(scenario.partnerships)} partnerships"
    typer.echo(f"{name}: nothing is wrong. {partnerships}, {scenario.months} months.")
    typer.echo(textwrap.fill(f"Arms: {', '.join(scenario.arms)}", 100, break_on_hyphens=False))


def new_scenario(name: str, template: str, force: bool) -> None:
    """A copy of a scenario, and what to do with it."""
    path = copy_template(template, name, force=force)
    typer.echo(f"{path} is yours to change. Then: samvirke check {path}, and: samvirke run {path}")
