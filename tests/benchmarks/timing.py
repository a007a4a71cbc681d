"""The clock: several rounds, what is compared takes turns, because ratios hold on a busy machine and times do not."""

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from typing import Any

Action = Callable[[], Any]


def seconds(action: Action) -> float:
    """How long `action` takes, with the rubbish of earlier ones out of the way."""
    gc.collect()
    start = perf_counter()
    action()
    return perf_counter() - start


def taking_turns(actions: Mapping[str, Action], rounds: int) -> dict[str, list[float]]:
    """Seconds of each action in each round, after one round that is not counted (compilation, first imports)."""
    for action in actions.values():
        action()
    measured = [{name: seconds(action) for name, action in actions.items()} for _ in range(rounds)]
    return {name: [each[name] for each in measured] for name in actions}


def median_ratio(slow: list[float], fast: list[float]) -> float:
    """Median over rounds of how many times longer `slow` took than `fast` in the same round."""
    return median(one / other for one, other in zip(slow, fast, strict=True))
