"""Hamiltonian Monte Carlo for a posterior whose prior is a standard normal: many chains side by side, each for one draw.

A move follows the prior's own motion, which is a rotation, exactly, and is kicked by the slope of the log likelihood between (Shahbaba and
others 2014). A quarter turn forgets where a chain stood in every direction that the data say nothing about. The size of the steps is set
by the share of moves that are accepted, in the first half of the moves only.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Target = Callable[[Floats], tuple[Floats, Floats]]
"""From points (points x dimensions) to their log likelihood and its slope (points x dimensions)."""
QUARTER_TURN = 0.5 * np.pi
ACCEPTED = 0.8
FIRST_STEP, LONGEST_STEP, SHORTEST_STEP = 0.15, 0.5, 0.02
PACE_OF_LEARNING = 0.5
SHORTEST_PART = 0.6  # of a quarter turn, at random: moves of one length could go round in circles


def moved(target: Target, scores: Floats, moves: int, chance: np.random.Generator) -> tuple[Floats, Floats]:
    """Every chain after so many moves (chains x dimensions), and the log likelihoods after each move (moves x chains)."""
    here = np.array(scores)
    found, slope = target(here)
    history = np.empty((moves, len(here)))
    step = FIRST_STEP
    for move in range(moves):
        turn = QUARTER_TURN * (SHORTEST_PART + (1.0 - SHORTEST_PART) * chance.random())
        steps = max(1, round(turn / step))
        speed = chance.standard_normal(here.shape)
        there, there_speed, there_found, there_slope = _path(target, here, speed, slope, turn / steps, steps)
        gained = (there_found - (there**2 + there_speed**2).sum(axis=1) / 2.0) - (found - (here**2 + speed**2).sum(axis=1) / 2.0)
        taken = np.log(chance.random(len(here))) < gained
        here = np.where(taken[:, None], there, here)
        slope = np.where(taken[:, None], there_slope, slope)
        found = np.where(taken, there_found, found)
        history[move] = found
        if move < moves // 2:
            likely = float(np.exp(np.minimum(0.0, np.nan_to_num(gained, nan=-np.inf))).mean())
            step = float(np.clip(step * np.exp(PACE_OF_LEARNING * (likely - ACCEPTED)), SHORTEST_STEP, LONGEST_STEP))
    return here, history


def _path(
    target: Target, here: Floats, speed: Floats, slope: Floats, angle: float, steps: int
) -> tuple[Floats, Floats, Floats, Floats]:  # fmt: skip
    """Where so many kicks and rotations lead: place, speed, log likelihood and slope there."""
    along, across = np.cos(angle), np.sin(angle)
    found = np.zeros(len(here))
    for _ in range(steps):
        speed = speed + angle / 2.0 * slope
        here, speed = here * along + speed * across, speed * along - here * across
        found, slope = target(here)
        speed = speed + angle / 2.0 * slope
    return here, speed, found, slope


def mixing(history: Floats) -> float:
    """Whether chains have settled: spread between the means of half-chains and within them (1: they have), of the log likelihood.

    The potential scale reduction of split chains (Gelman and others 2013), over the second half of the moves; NaN of fewer than four.
    """
    second = history[len(history) // 2 :]
    length = len(second) // 2
    if length < 2:
        return float("nan")
    parts = np.concatenate([second[:length], second[length : 2 * length]], axis=1)
    within = parts.var(axis=0, ddof=1).mean()
    between = length * parts.mean(axis=0).var(ddof=1)
    return float(np.sqrt(((length - 1) / length * within + between / length) / within))
