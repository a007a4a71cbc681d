"""What a run folder or a comparison folder holds, read back whole: the scenario, its manifest, the tables that a report needs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import ValidationError

from samvirke.analysis.comparison.folder import SCHEMAS, TABLE
from samvirke.analysis.run.ceiling import Ceiling, ceiling, ceiling_of
from samvirke.analysis.run.folder import RunFolderError, read_manifest, read_table, refuse_lacking_extensions
from samvirke.analysis.run.seeds import Beside, Likeness
from samvirke.model.scenario import Question
from samvirke.model.scenario.links import Link
from samvirke.model.scenario.resolved import BASELINE, Scenario, Text

OF_RUNS = ("outcomes", "survey", "monthly", "events")
ASKED_UNASKED = "continues"


@dataclass(frozen=True)
class Findings:
    """A folder's scenario, manifest and tables (Arrow, by name); a comparison has `differences`, a run has `outcomes`."""

    scenario: Scenario
    manifest: Mapping[str, Any]
    tables: Mapping[str, Any]

    @property
    def is_comparison(self) -> bool:
        """Whether arms were compared; else they were run, each for itself."""
        return TABLE in self.tables

    @property
    def differences(self) -> pd.DataFrame:
        """The table of differences, as `compare` gives it."""
        found: pd.DataFrame = self.tables[TABLE].to_pandas()
        return found

    @property
    def baseline(self) -> str:
        """The arm that the others are compared with."""
        return str(self.manifest.get("compared", {}).get("baseline", BASELINE))

    @property
    def measure(self) -> str:
        """The measure that was asked about."""
        return str(self.manifest.get("compared", {}).get("measure", ASKED_UNASKED))

    @property
    def question(self) -> Question | None:
        """The question of the scenario that was asked, if one was."""
        return self.scenario.questions.get(str((self.manifest.get("compared", {}).get("question") or {}).get("name", "")))

    @property
    def asks(self) -> Text:
        """What was asked: the scenario's question, or that one of them."""
        return self.question.text if self.question else self.scenario.asks

    @property
    def verdict(self) -> str:
        """What the model says of the claim of the question that was asked."""
        return str(self.manifest["compared"]["question"]["verdict"])

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms that were compared with the baseline, or run."""
        return tuple(self.manifest["compared"]["arms"] if self.is_comparison else self.manifest["arms"])

    @property
    def replicates(self) -> int:
        """Runs of each arm."""
        return int(self.manifest["seeds"]["runs_per_arm"])

    @property
    def posterior(self) -> Mapping[str, Any] | None:
        """What the manifest says of the posterior; None where all runs had the defaults."""
        return self.manifest["posterior"]

    @property
    def likeness(self) -> Likeness | None:
        """How usual the scenario's own answers are; None where it has none."""
        own = self.manifest.get("own_answers")
        return Likeness(**{each.name: own[each.name] for each in fields(Likeness)}) if own else None

    @property
    def beside(self) -> Beside | None:
        """What the own answers change; None where there are none, or it was not looked at."""
        beside = (self.manifest.get("own_answers") or {}).get("beside")
        return Beside(**beside) if beside else None

    @property
    def ceiling(self) -> Ceiling:
        """In how many runs every citizen that is kept was reached."""
        if self.is_comparison:
            return ceiling(self.scenario, self.manifest["compared"].get("reached_all_citizens", {}), self.replicates)
        return ceiling_of(self.scenario, self.tables["outcomes"])

    def also_moved(self, arm: str) -> tuple[Link, ...]:
        """Who moved too where an arm changes only some partnerships, and along which link."""
        found = self.manifest.get("compared", {}).get("also_moved", {}).get(arm, ())
        return tuple(Link(who, tuple(others)) for who, others in found)

    @property
    def lender(self) -> str:
        """The scenario from which the posterior is borrowed; empty where it is its own, or nobody wrote it down."""
        fitted_to = str((self.posterior or {}).get("fitted_to", ""))
        return "" if fitted_to == self.scenario.name else fitted_to


def read_findings(folder: str | Path) -> Findings:
    """Raises RunFolderError for a folder that holds neither a run nor a comparison, or one of another version."""
    manifest = read_manifest(folder)
    if kind := manifest.get("kind"):
        raise RunFolderError(f"{folder}: is the folder of a {kind}; report takes one that run or compare has made")
    wanted = [name for name in (TABLE, *OF_RUNS) if name in manifest["tables"]]
    if TABLE not in wanted and "outcomes" not in wanted:
        raise RunFolderError(f"{folder}: holds neither outcomes nor differences; name a folder that run or compare has made")
    refuse_lacking_extensions(manifest, folder)
    return Findings(_scenario(folder, manifest), manifest, {name: read_table(folder, name, SCHEMAS.get(name)) for name in wanted})


def _scenario(folder: str | Path, manifest: Mapping[str, Any]) -> Scenario:
    """The scenario as the manifest has it: without the real names of partnerships."""
    try:
        return Scenario.model_validate_json(json.dumps(manifest["scenario"]))
    except (ValidationError, KeyError) as error:
        raise RunFolderError(f"{folder}: its manifest is of another version of samvirke; run it again") from error
