"""The command `ablation`, as it is typed."""

from typing import Annotated

import typer

from samvirke.commands.options import DEFAULT, FirstSeed, Page, Scenario
from samvirke.terminal.refusals import reports_errors


@reports_errors
def ablation(
    scenario: Scenario = DEFAULT,
    draws: Annotated[int, typer.Option(min=2, max=100_000, help="How many sets of parameters are drawn, with one run each.")] = 120,
    seed: FirstSeed = 1,
    everywhere: Annotated[
        bool,
        typer.Option("--everywhere", help="Look also in all built-in scenarios for the measure that each mechanism moves most (minutes)."),
    ] = False,
    core: Annotated[
        bool, typer.Option("--core", help="Instead: find the fewest mechanisms that lose nothing of the reported answers, and keep them.")
    ] = False,
    out: Page = None,
) -> None:
    """Switch each mechanism off in turn, and say what changes."""
    if core:
        from samvirke.terminal.core import find_and_say

        find_and_say(scenario, draws, seed, out)
        return
    from samvirke.terminal.claims import switch_each_off

    switch_each_off(scenario, draws, seed, out, everywhere=everywhere)
