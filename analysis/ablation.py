"""Each mechanism switched off in turn: what changes, and whether the reported answers fit better or worse.

`python -m analysis.ablation [DRAWS]` writes docs/ablation.md. A mechanism is off when all its parameters that have a neutral
value stand at it. Lives with and without it share seeds and draws from the prior, so the difference is an effect; its interval
is the 90 % interval of the mean over draws.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from analysis.draws import prior_draws
from analysis.instrument import answers
from analysis.targets import Target, read_targets, simulated_percent
from model.agents.partnership import CONTINUES_ADJUSTED, ENDED_ALTOGETHER
from model.ensemble import Lives, simulate
from model.items import ITEM_NUMBER
from model.parameters import REGISTRY
from model.scenario import data_file, read_scenario
from model.world import World, lay_out

DRAWS = 120
SEED = 1
PAGE = Path("docs") / "ablation.md"  # below the folder it is run in
TIMES_ERROR = 1.645  # 90 % of a normal mean
LAST_WAVE = -2


def _latent(item: str) -> Callable[[Lives], Any]:
    return lambda lives: 100.0 * lives.latent[:, :, LAST_WAVE, ITEM_NUMBER[item]].mean(axis=1)


MEASURES: dict[str, Callable[[Lives], Any]] = {
    "continues (%)": lambda lives: 100.0 * (lives.partnerships["future"] <= CONTINUES_ADJUSTED).mean(axis=1),
    "something left (%)": lambda lives: 100.0 * (lives.partnerships["future"] != ENDED_ALTOGETHER).mean(axis=1),
    "synergy": _latent("synergy"),
    "attainment": _latent("goal_attainment"),
    "trust": _latent("trust_between_partners"),
    "ownership": _latent("all_partners_engaged_with_ownership"),
    "citizens reached (slots)": lambda lives: lives.partnerships["ever_participated"].mean(axis=1),
    "volunteers joined": lambda lives: lives.partnerships["volunteers_joined"].mean(axis=1),
}


@dataclass(frozen=True)
class Ablation:
    """One mechanism off: mean change per measure with half its 90 % interval, and the change of the fit.

    `misfit` is the change of the mean absolute difference between reported and mean simulated percent over the rows that will
    be fitted: above 0 the mechanism helps.
    """

    mechanism: str
    parameters: tuple[str, ...]
    changes: dict[str, tuple[float, float]]
    misfit: float

    @property
    def does_nothing(self) -> bool:
        """Whether no measure's interval is off zero."""
        return all(abs(mean) <= half for mean, half in self.changes.values())


def switches() -> dict[str, dict[str, float]]:
    """The neutral values that switch each mechanism off, by mechanism."""
    off: dict[str, dict[str, float]] = {}
    for name, parameter in REGISTRY.items():
        for code in parameter.mechanism.split():
            if parameter.neutral is not None and code not in ("input", "measure", "instrument"):
                off.setdefault(code, {})[name] = parameter.neutral
    return dict(sorted(off.items()))


def ablate(draws: int = DRAWS, seed: int = SEED) -> list[Ablation]:
    """Every mechanism off in turn, in the 37 partnerships, one life per prior draw."""
    scenario = read_scenario("partnerskabspuljen")
    if scenario.targets is None:
        raise ValueError("the scenario names no targets file")
    fitted = [each for each in read_targets(data_file(scenario.targets)) if each.role == "fit" and each.split == "calibration"]
    world = lay_out(scenario, monthly=False, events=False)
    drawn = prior_draws(draws, seed)
    whole = simulate(world, range(seed, seed + draws), drawn)
    misfit = _misfit(fitted, whole)
    return [_one(code, off, world, whole, drawn, fitted, misfit) for code, off in switches().items()]


def _one(
    code: str, off: dict[str, float], world: World, whole: Lives, drawn: Any, fitted: list[Target], misfit: float
) -> Ablation:  # fmt: skip
    without = drawn.copy()
    for name, value in off.items():
        without[name] = value
    lives = simulate(world, whole.seeds, without)
    changes = {}
    for name, measure in MEASURES.items():
        difference = measure(lives) - measure(whole)
        changes[name] = (float(difference.mean()), float(TIMES_ERROR * difference.std(ddof=1) / len(difference) ** 0.5))
    return Ablation(code, tuple(off), changes, _misfit(fitted, lives) - misfit)


def _misfit(fitted: list[Target], lives: Lives) -> float:
    given = answers(lives)
    return float(np.mean([abs(each.percent - np.nanmean(simulated_percent(each, lives, given))) for each in fitted]))


def page(ablations: list[Ablation], draws: int) -> str:
    """The page in Markdown."""
    idle = [each.mechanism for each in ablations if each.does_nothing]
    lines = [
        "# Ablation: each mechanism switched off",
        "",
        f"Made by `python -m analysis.ablation {draws}`: the 37 partnerships, {draws} draws from the prior, one life each, with and",
        "without the mechanism under the same chance. Mean change when it is **off**, ± half of its 90 % interval; bold where the",
        "interval is off zero. States are on a scale of 0 to 100. The last column is the change of the mean absolute difference to the",
        "reported percentages that will be fitted: above 0 the mechanism helps the fit, before any calibration.",
        "",
        "| off | " + " | ".join(MEASURES) + " | misfit (points) |",
        "| --- |" + " ---: |" * (len(MEASURES) + 1),
        *(_row(each) for each in ablations),
        "",
        f"Without an effect on any of these measures: {', '.join(idle) or 'none'}.",
        "",
        "Which parameters each switches:",
        "",
        *(f"- {each.mechanism}: {', '.join(each.parameters)}" for each in ablations),
        "",
    ]
    return "\n".join(lines)


def _row(ablation: Ablation) -> str:
    cells = [_cell(mean, half) for mean, half in ablation.changes.values()]
    return f"| {ablation.mechanism} | {' | '.join(cells)} | {ablation.misfit:+.2f} |"


def _cell(mean: float, half: float) -> str:
    said = f"{mean:+.2f} ± {half:.2f}"
    return f"**{said}**" if abs(mean) > half else said


def main() -> None:
    """Write the page."""
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else DRAWS
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(ablate(draws), draws), encoding="utf-8")
    sys.stdout.write(f"written: {PAGE.name}\n")


if __name__ == "__main__":
    main()
