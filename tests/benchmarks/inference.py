"""`python -m tests.benchmarks.inference --work FOLDER`: which method of inference makes most of the same runs?

FOLDER holds the kept files of a calibration. Every method is given the same runs over the prior; the last of them are held out and serve
as reports whose truth is known. Compared are the sampled parameters that move most, and the spread of the others, on the score scale:

- emulator + HMC, as it ships, but without the runs near the posterior;
- neural posterior estimation (neural_posterior.py), which needs the extra `calibration`;
- tempered SMC of the margins (`--smc`), with as many runs of its own: it has to run anew for every report, so it is held against the
  other two on the real report only.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from time import process_time
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table as PrintedTable

from samvirke.analysis.calibration import tempered_calibration
from samvirke.analysis.calibration.calibration import HELD_OUT, OVER_THE_PRIOR, SCREENING
from samvirke.analysis.calibration.coverage import MOVES as MOVES_OF_A_SET
from samvirke.analysis.calibration.emulator import Emulator, correlations, fit, moving, shares_of_cells
from samvirke.analysis.calibration.evidence import evidence_of
from samvirke.analysis.calibration.hamiltonian import mixing, moved
from samvirke.analysis.calibration.joint_likelihood import Observed, reported, synthetic, target_of
from samvirke.analysis.calibration.shrinkage import SPREAD
from samvirke.analysis.calibration.table_of_runs import Table
from samvirke.analysis.calibration.tallies import Tallies
from samvirke.analysis.validation.weighting import effective_sample_size
from samvirke.model.draws import UNCERTAIN
from samvirke.model.scenario import read_scenario
from tests.benchmarks.inference_measures import LEVELS, Measured, agreement, measured, share_further_out, standard_error
from tests.benchmarks.neural_posterior import Inputs, trained

Floats = NDArray[np.float64]
SCENARIO = "partnerskabspuljen"
COMPARED = 24
DRAWS_OF_A_SET = 100
DRAWS, MOVES = 500, 200
RUNS_BESIDE = 4000  # runs that the real report is held beside, in what the network sums up
SMC = tempered_calibration.Effort(screening=6000, particles=200, replicates=8)
PRIOR, EMULATOR, NEURAL, TEMPERED = "prior", "emulator + HMC", "neural posterior", "tempered SMC"
console = Console()


@dataclass(frozen=True)
class Task:
    """What all methods are given. `places` are the columns of the sampled scores, `compared` the first of these by how much they move."""

    tallies: Tallies
    places: NDArray[np.int64]
    fitted: Table
    held_out: Table

    @classmethod
    def read(cls, work: Path, sets: int) -> "Task":
        """From a calibration's kept files."""
        tallies = Tallies(evidence_of(read_scenario(SCENARIO)))
        screening = kept_table(work, SCREENING)
        sampled = moving(correlations(screening.scores[:, :-1], shares_of_cells(screening.columns, tallies)))
        held_out, fitted = kept_table(work, OVER_THE_PRIOR).split(HELD_OUT)
        return cls(tallies, np.array([*sampled, len(UNCERTAIN)]), fitted, Table(held_out.scores[:sets], held_out.columns[:sets]))

    @cached_property
    def compared(self) -> NDArray[np.int64]:
        """Places among the sampled scores: those that move most, over all columns, and the spread of the others last."""
        found = correlations(self.fitted.scores[:, self.places[:-1]], shares_of_cells(self.fitted.columns, self.tallies))
        return np.array([*most_moving(found, COMPARED), len(self.places) - 1])

    @property
    def names(self) -> tuple[str, ...]:
        """All sampled scores by name."""
        return (*(UNCERTAIN[each] for each in self.places[:-1]), SPREAD)

    @property
    def truths(self) -> Floats:
        """The compared scores of the held-out runs (reports x parameters)."""
        return self.held_out.scores[:, self.places[self.compared]]

    @property
    def observed(self) -> Observed:
        """The real report, without what was published of other partnerships."""
        return reported(self.tallies).without_relations()


@dataclass(frozen=True)
class Answered:
    """A method's draws: of the held-out reports (reports x draws x compared; None: not to be had), of the real report (draws x names).

    `noted` are seconds of the processor, and what else a method says of itself.
    """

    method: str
    of_sets: Floats | None
    of_report: Floats
    names: tuple[str, ...]
    effective: float
    noted: dict[str, float]


def kept_table(work: Path, number: int) -> Table:
    """The kept parts of a table, in their order. Raises FileNotFoundError if there are none."""
    files = sorted(work.glob(f"table-{number}-*.npz"))
    if not files:
        raise FileNotFoundError(f"{work} holds no table-{number}-*.npz: give the folder of the kept files of a calibration")
    parts = [np.load(file) for file in files]
    return Table(*(np.concatenate([part[name] for part in parts]).astype(float) for name in ("scores", "columns")))


def most_moving(found: Floats, number: int) -> NDArray[np.int64]:
    """The scores that move most over all columns, the strongest first (`found` are correlations, scores x columns)."""
    return np.argsort(-(found**2).sum(axis=1), kind="stable")[:number]


def by_emulator(task: Task, seed: int) -> Answered:
    """Fit the emulator, then chains for each report."""
    began = process_time()
    emulator = fit(task.names, task.fitted.scores[:, task.places], task.fitted.columns, task.tallies)
    fitting = process_time() - began
    began = process_time()
    start = np.random.default_rng([seed, 0]).standard_normal((DRAWS, len(task.names)))
    draws, history = moved(target_of(task.observed, emulator), start, MOVES, np.random.default_rng([seed, 1]))
    sampling = process_time() - began
    began = process_time()
    of_sets = np.stack([_chains(task, emulator, at, seed) for at in range(len(task.truths))])
    noted = {"fitting": fitting, "sampling": sampling, "held_out": process_time() - began, "mixing": mixing(history)}
    return Answered(EMULATOR, of_sets, draws[:, task.compared], compared_names(task), float(DRAWS), noted)


def _chains(task: Task, emulator: Emulator, at: int, seed: int) -> Floats:
    """Draws for one held-out run (draws x compared), in the way of coverage.py."""
    observed = synthetic(task.tallies, task.held_out.columns[at], task.observed).without_relations()
    chance = np.random.default_rng([seed, 2, at])
    start = chance.standard_normal((DRAWS_OF_A_SET, len(task.names)))
    return moved(target_of(observed, emulator), start, MOVES_OF_A_SET, chance)[0][:, task.compared]


def by_neural_posterior(task: Task, seed: int) -> Answered:
    """Train the network, then ask it about each report."""
    began = process_time()
    inputs = Inputs.of(task.tallies, task.fitted.columns)
    posterior = trained(task.fitted.scores[:, task.places[task.compared]], inputs(task.fitted.columns), seed)
    fitting = process_time() - began
    began = process_time()
    of_report = posterior.draws(inputs.of_report(task.observed), DRAWS, seed)[0]
    sampling = process_time() - began
    began = process_time()
    of_sets = posterior.draws(inputs(task.held_out.columns), DRAWS_OF_A_SET, seed + 1)
    noted = {"fitting": fitting, "sampling": sampling, "held_out": process_time() - began, "epochs": float(len(posterior.losses))}
    runs = posterior.summaries(inputs(task.fitted.columns[-RUNS_BESIDE:]))
    noted["further_out"] = share_further_out(runs, posterior.summaries(inputs.of_report(task.observed))[0])
    return Answered(NEURAL, of_sets, of_report, compared_names(task), float(DRAWS), noted)


def by_tempered_smc(kept: Path, seed: int) -> Answered:
    """Sequential Monte Carlo of the margins, with runs of its own; what is kept is gone on from (and not in the seconds)."""
    began = process_time()
    scenario = read_scenario(SCENARIO)
    problem, population, about = tempered_calibration.calibrate(scenario, SMC, seed, kept, lambda _: None)
    times = np.unique(population.scores, axis=0, return_counts=True)[1]
    noted = {"sampling": process_time() - began, "runs": float(about["runs"]), "distinct": float(len(times))}
    return Answered(TEMPERED, None, population.scores, problem.sampled, effective_sample_size(times), noted)


def compared_names(task: Task) -> tuple[str, ...]:
    """The compared scores by name."""
    return tuple(task.names[each] for each in task.compared)


def of_the_prior(task: Task, seed: int) -> Floats:
    """As many draws of the prior: what every method must beat."""
    return np.random.default_rng([seed, 3]).standard_normal((len(task.truths), DRAWS_OF_A_SET, len(task.compared)))


def agrees(first: Answered, other: Answered) -> tuple[float, float]:
    """How far two methods' posterior means of the real report agree, over the parameters that both have."""
    both = [name for name in first.names if name in other.names]
    columns = [[each.names.index(name) for name in both] for each in (first, other)]
    return agreement(first.of_report[:, columns[0]], other.of_report[:, columns[1]])


def printed(answers: list[Answered], found: dict[str, Measured]) -> PrintedTable:
    """One row per method."""
    heads = ("method", *(f"{level:.0%} covers" for level in LEVELS), "log score beyond prior", "contraction", "effective",
             "fitting, CPU s", "sampling, CPU s", "agrees r", "apart (sd)")  # fmt: skip
    table = PrintedTable(*heads, title="Inference at equal cost")
    table.add_row(PRIOR, *_of_sets(found[PRIOR]), *[""] * 5)
    for each in answers:
        own = _of_sets(found[each.method]) if each.method in found else ["one report only", "", "", ""]
        times = [f"{each.noted.get(name, 0.0):.0f}" for name in ("fitting", "sampling")]
        table.add_row(each.method, *own, f"{each.effective:.0f}", *times, *(f"{part:.2f}" for part in agrees(answers[0], each)))
    return table


def _of_sets(found: Measured) -> list[str]:
    return [*(f"{each:.3f}" for each in found.covered), f"{found.gain:.2f} ± {found.error:.2f}", f"{found.contraction:.3f}"]


def figures(answers: list[Answered], found: dict[str, Measured], names: tuple[str, ...]) -> dict[str, object]:
    """What was measured, parameter by parameter too, for keeping."""
    methods = {
        name: {"covered": each.covered, "gain": each.gain, "error": each.error, "contraction": each.contraction,
               "gain_by_parameter": dict(zip(names, each.gains.mean(axis=0).round(4).tolist(), strict=True))}
        for name, each in found.items()
    }  # fmt: skip
    reports = {
        each.method: {"effective": each.effective, **each.noted, "agreement": agrees(answers[0], each),
                      "mean": dict(zip(each.names, each.of_report.mean(axis=0).round(4).tolist(), strict=True)),
                      "deviation": dict(zip(each.names, each.of_report.std(axis=0).round(4).tolist(), strict=True))}
        for each in answers
    }  # fmt: skip
    return {"held_out": methods, "report": reports}


def main(
    work: Annotated[Path, typer.Option(help="The folder of the kept files of a calibration.")],
    sets: Annotated[int, typer.Option(help="How many held-out runs serve as reports.")] = 200,
    smc: Annotated[Path | None, typer.Option(help="Also run the tempered SMC (about 80,000 runs), kept in this folder.")] = None,
    seed: Annotated[int, typer.Option(help="The key of all chance.")] = 1,
    json_file: Annotated[Path | None, typer.Option("--json", help="Also write the figures to this file.")] = None,
) -> None:
    """Print how each method does on held-out reports, and how far they agree on the real one."""
    task = Task.read(work, sets)
    console.print(f"{len(task.fitted.scores)} runs, {len(task.names)} scores sampled, compared: {', '.join(compared_names(task))}")
    methods: list[Callable[[], Answered]] = [partial(by_emulator, task, seed), partial(by_neural_posterior, task, seed)]
    if smc is not None:
        methods.append(partial(by_tempered_smc, smc, seed))
    answers = [method() for method in methods]
    found = {each.method: measured(each.of_sets, task.truths) for each in answers if each.of_sets is not None}
    found[PRIOR] = measured(of_the_prior(task, seed), task.truths)
    console.print(printed(answers, found))
    difference = found[NEURAL].gains - found[EMULATOR].gains
    console.print(f"neural minus emulator: {difference.sum(axis=1).mean():+.2f} ± {standard_error(difference):.2f} per report")
    if json_file is not None:
        json_file.write_text(json.dumps(figures(answers, found, compared_names(task)), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
