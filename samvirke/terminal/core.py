"""`samvirke ablation --core`: the fewest mechanisms that lose nothing, found, kept beside the posterior, and said."""

from pathlib import Path

import typer

from samvirke.analysis.calibration.posterior import draws_of, posterior_of
from samvirke.analysis.validation.core import core_file, find_core, write_core
from samvirke.analysis.validation.core_page import core_page, in_words
from samvirke.model.errors import refused
from samvirke.model.scenario import data_file, read_scenario
from samvirke.terminal.page_file import refuse_what_cannot_be_a_page, write_page
from samvirke.terminal.progress import progress_bar


def find_and_say(name: str, draws: int, seed: int, out: Path | None) -> None:
    """Check everything first, then simulate, write the core beside the posterior and the page where a file is named, and say it."""
    refuse_what_cannot_be_a_page(out)
    scenario = read_scenario(name)
    posterior = posterior_of(scenario)
    if posterior is None or scenario.posterior is None:
        raise refused(name, f"has no posterior of its own; make one first with: samvirke calibrate {name}")
    drawn, drawn_from = draws_of(scenario, draws, seed)
    with progress_bar(1) as note:
        core = find_core(scenario, drawn, seed, note)
    write_core(core_file(data_file(scenario.posterior)), core, posterior.about["fingerprints"])
    if out is not None:
        write_page(out, core_page(scenario, core, draws, seed, drawn_from))
    typer.echo(in_words(core))
    typer.echo(f"Kept: {', '.join(core.kept)}")
