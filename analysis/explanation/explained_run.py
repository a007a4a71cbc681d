"""Which run is explained: one partnership of a scenario, alone, with the seed and the parameters it was run with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
from pydantic import ValidationError

from samvirke.analysis.calibration.posterior import Posterior, posterior_of
from samvirke.analysis.run.folder import MANIFEST, RunFolderError, next_seed_simulated, read_manifest, read_rows, refuse_lacking_extensions
from samvirke.analysis.run.plan import plan
from samvirke.analysis.run.seeds import seed_like_yours
from samvirke.analysis.run.tables import outcomes
from samvirke.model.ensemble import Ensemble, simulate
from samvirke.model.errors import ScenarioError, nearest_valid, refused, shown
from samvirke.model.fields import NEVER
from samvirke.model.scenario import Arm, PartnershipCase, Scenario, read_scenario
from samvirke.model.scenario.library import SUFFIX, exists
from samvirke.model.scenario.links import Link, links_of
from samvirke.model.scenario.options import with_months, with_only
from samvirke.model.scenario.resolved import BASELINE
from samvirke.model.scenario.table import HIGHEST_MONTH
from samvirke.model.world import World, lay_out

LONGEST_BRIDGE = 12
MONTHS_AFTER = 12


@dataclass(frozen=True)
class OneRun:
    """A partnership alone in its scenario, an arm, a seed, and a parameter record (None: the defaults).

    Its chance has its own number: where it shares nothing with others (`links`), it has the same run alone as among them. Where it
    does, what happens in those partnerships is left out; `differs_among_others` says whether a run folder's run is known to differ.
    """

    scenario: Scenario
    arm: str
    seed: int
    draw_number: int
    draw: Any
    posterior: Posterior | None
    links: tuple[Link, ...] = ()
    differs_among_others: bool = False

    @property
    def case(self) -> PartnershipCase:
        """The partnership."""
        return self.scenario.partnerships[0]

    def world(self, arm: Arm | None = None) -> World:
        """The arm it was simulated in, or another in its place, laid out long enough for every fork to be decided."""
        arms = self.scenario.arms if arm is None else {**self.scenario.arms, self.arm: arm}
        longer = with_months(self.scenario, self.months_needed).model_copy(update={"arms": arms})
        return lay_out(longer, self.arm, monthly=False, events=False)

    @property
    def months_needed(self) -> int:
        """Months until a year after the longest grant that any fork has."""
        change = self.scenario.arms[self.arm].grants
        longest = LONGEST_BRIDGE + (0 if change is None else max(0, change.longer_by_months))
        last = max([grant.end or 0 for grant in self.case.grants], default=0)
        return min(HIGHEST_MONTH, max(self.scenario.months, last + longest + MONTHS_AFTER))

    def simulated(self, **kept: Any) -> Ensemble:
        """The run itself; `kept` as for `lay_out`."""
        world = lay_out(self.scenario, self.arm, **kept)
        draws = None if self.draw is None else self.draw.reshape(1)
        return simulate(world, [self.seed], draws, [self.draw_number])


def run_of(scenario: Scenario, partnership: str = "", *, seed: int = 1, arm: str = BASELINE, defaults: bool = False) -> OneRun:
    """One run of a scenario. Raises ScenarioError for a partnership, an arm or a seed that there is not."""
    what = plan(scenario, seed=seed, arms=(arm,), defaults=defaults)
    alone = with_only(scenario, (_partnership(scenario, partnership),))
    _refuse_what_is_not_decided(alone, arm)
    links = links_of(scenario, alone.partnerships[0].case_id)
    records, numbers = what.draws_of([seed])
    if records is None or numbers is None:
        return OneRun(alone, arm, seed, 0, None, None, links)
    return OneRun(alone, arm, seed, int(numbers[0]), records[0], what.posterior, links)


def is_a_run(place: str | Path) -> bool:
    """Whether this is the folder of a run (and not a scenario's name)."""
    return (Path(place) / MANIFEST).is_file()


def run_in_run(folder: Path, partnership: str = "", *, seed: int | None = None, arm: str = "") -> OneRun:
    """One of the runs in a run folder, its first if none is named.

    Raises ScenarioError for a name that is not there, and RunFolderError for a run that cannot be run again.
    """
    manifest = read_manifest(folder)
    if "outcomes" not in manifest["tables"]:
        raise RunFolderError(f"{folder}: holds no runs but what came of comparing them; name a folder that samvirke run has written")
    scenario = _scenario_in(manifest, folder)
    arm = arm or manifest["arms"][0]
    if arm not in manifest["arms"]:
        raise refused(f"--arm {arm}", f"it is not in {folder}; {nearest_valid(arm, manifest['arms'])}")
    first, last = (int(manifest["seeds"][each]) for each in ("first", "last"))
    if seed is not None and not first <= seed <= last:
        raise refused(f"--seed {seed}", f"it is not in {folder}; its seeds are {first} to {last}")
    if seed is not None and seed != (there := next_seed_simulated(folder, seed)):
        raise refused(f"--seed {seed}", f"it is not in {folder}; the next that is there is {there}")
    run = run_of(scenario, partnership, seed=first if seed is None else seed, arm=arm, defaults=True)
    return _as_it_stands_there(run, scenario, folder)


def run_at(
    place: str | Path | Scenario, partnership: str = "", *, seed: int | None = None, arm: str = "", defaults: bool = False
) -> OneRun:
    """One run of a run folder, or of a scenario by its name, path or value: where that holds own answers, one that could give them."""
    if not isinstance(place, Scenario) and is_a_run(place):
        return run_in_run(Path(place), partnership, seed=seed, arm=arm)
    scenario = _scenario_at(place)
    if scenario.own_answers is not None:
        seed = seed_like_yours(scenario, plan(scenario, seed=1 if seed is None else seed, defaults=defaults).posterior, seed)
    return run_of(scenario, partnership, seed=1 if seed is None else seed, arm=arm or BASELINE, defaults=defaults)


def scenario_at(place: str | Path | Scenario, *, seed: int | None = None, arm: str = "") -> tuple[Scenario, str, int]:
    """Scenario, arm and first seed of a run folder, or of a scenario by its name, path or value."""
    if not isinstance(place, Scenario) and is_a_run(place):
        manifest = read_manifest(place)
        scenario, first = _scenario_in(manifest, Path(place)), int(manifest["seeds"]["first"])
        return scenario, arm or manifest["arms"][0], first if seed is None else seed
    scenario = _scenario_at(place)
    return scenario, arm or BASELINE, 1 if seed is None else seed


def _scenario_at(place: str | Path | Scenario) -> Scenario:
    """The scenario itself, or the one of that name or path. Raises RunFolderError where a folder must have been meant."""
    if isinstance(place, Scenario):
        return place
    if Path(place).is_dir():
        read_manifest(place)
    try:
        return read_scenario(str(place))
    except ScenarioError:
        if Path(place).parent == Path() or Path(place).suffix or exists(Path(f"{place}{SUFFIX}")):
            raise
        raise RunFolderError(f"{place}: there is no such folder; name one that samvirke run has written, or a scenario") from None


def _scenario_in(manifest: Mapping[str, Any], folder: Path) -> Scenario:
    refuse_lacking_extensions(manifest, folder)
    try:
        return Scenario.model_validate_json(json.dumps(manifest["scenario"]))
    except (KeyError, ValidationError) as error:
        raise RunFolderError(f"{folder}: its scenario is of another version of samvirke: run it again") from error


def _partnership(scenario: Scenario, typed: str) -> str:
    known = [case.case_id for case in scenario.partnerships]
    if not typed and len(known) == 1:
        return known[0]
    if not typed:
        raise refused("PARTNERSHIP", f"which of the {len(known)} partnerships of {scenario.name}? One of: {', '.join(known)}")
    if typed not in known:
        raise refused(f"PARTNERSHIP {shown(typed)}", f"there is no such partnership in {scenario.name}; {nearest_valid(typed, known)}")
    return typed


def _refuse_what_is_not_decided(alone: Scenario, arm: str) -> None:
    """Raise ScenarioError where the months end before the grant does: then there is nothing to explain yet."""
    end = int(lay_out(alone, arm, monthly=False, events=False).template.partnerships[0].grant_end)
    if alone.months < end < NEVER:
        case = alone.partnerships[0].case_id
        raise refused(
            f"PARTNERSHIP {case}", f"its grant ends in month {end}, after the last of the {alone.months} months: make the run longer"
        )


def _as_it_stands_there(run: OneRun, scenario: Scenario, folder: Path) -> OneRun:
    """The run with its own draw, once it is sure that running the scenario again gives what the folder says of it."""
    which = {"arm": run.arm, "seed": run.seed, "partnership": run.case.case_id}
    there = read_rows(folder, "outcomes", which)
    run = _with_draw(run, int(there["draw"][0].as_py()), folder)
    alone = run.simulated(monthly=False, events=False)
    among_others = replace(run, scenario=scenario).simulated(monthly=False, events=False) if run.links else alone
    again = outcomes(among_others)
    if not again.filter(pc.equal(again["partnership"], run.case.case_id)).combine_chunks().equals(there.combine_chunks()):
        raise RunFolderError(
            f"{folder}: was run with another version of the model or of its posterior; the same seed no longer gives the run "
            "that stands there: run it again"
        )
    return replace(run, differs_among_others=not outcomes(alone).equals(there.combine_chunks()))


def _with_draw(run: OneRun, number: int, folder: Path) -> OneRun:
    if number == 0:
        return run
    posterior = posterior_of(run.scenario)
    if posterior is None or number > len(posterior.draws):
        raise RunFolderError(f"{folder}: was run with draw {number} of a posterior that is not there any more: run it again")
    return replace(run, draw_number=number, draw=posterior.of_numbers([number])[0], posterior=posterior)
