"""The command `report`: a run folder or a comparison folder as one page that stands alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from samvirke.analysis.comparison.findings import Findings, read_findings
from samvirke.model.errors import refused
from samvirke.model.language import language_of
from samvirke.model.scenario import ScenarioError, read_scenario
from samvirke.terminal.page_file import refuse_what_cannot_be_a_page, write_page
from samvirke.viz.report.page import report_page

SUFFIX = ".html"


@dataclass(frozen=True)
class Wanted:
    """What was typed after `samvirke report`."""

    folder: Path
    language: str
    out: Path | None
    real_names: bool
    force: bool


def report_and_say(wanted: Wanted) -> None:
    """Check everything first, then read, write, and print where it is."""
    language = language_of(wanted.language)
    out = wanted.out or Path(f"{wanted.folder.resolve().name}{SUFFIX}")
    refuse_what_cannot_be_a_page(out)
    findings = read_findings(wanted.folder)
    if out.exists() and not wanted.force:
        raise refused(str(out), "there is a file of that name already; name another with --out, or replace it with --force")
    names = real_names(findings) if wanted.real_names else {}
    write_page(out, report_page(findings, wanted.language, names))
    typer.echo(language.gettext("The report: {file}", file=out))


def real_names(findings: Findings) -> Mapping[str, str]:
    """Real names by case_id from the scenario's own file, which a run folder does not hold. Raises ScenarioError."""
    name = findings.scenario.name
    try:
        cases = read_scenario(name).partnerships
    except ScenarioError as error:
        raise refused("--real-names", f"they stand in the scenario's file, and {name} cannot be read from here: {error}") from error
    return {case.case_id: case.name for case in cases if case.name}
