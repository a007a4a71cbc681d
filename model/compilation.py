"""Compiling the model ahead of its first run, in two processes at once: what one compiles the other finds in the cache.

The cache is on disk and keyed by the sources (`samvirke.model.rule`), so this happens once per version. Nothing depends on it: a rule
that is not in the cache is compiled when it is first called.
"""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from multiprocessing import get_context

from samvirke.model.chance import Moment
from samvirke.model.handle import handle
from samvirke.model.month import run_months
from samvirke.model.rule import compiled, typeof, types
from samvirke.model.scenario import read_scenario
from samvirke.model.state import copy_state
from samvirke.model.world import lay_out

A_SMALL_SCENARIO = "one-partnership"
HALVES = (  # about equally long to compile
    ("processes.context", "processes.turnover", "processes.meet", "processes.contribute", "processes.survey", "begin"),
    ("processes.anchor", "processes.volunteers", "processes.citizens", "processes.value", "processes.deliver"),
)


def must_compile() -> bool:
    """Whether the machine code of a whole run is not in the cache yet; each version of the sources and each Python has its own there."""
    if not compiled:
        return False
    return not run_months._cache.is_there()  # type: ignore[attr-defined]


def compile_ahead() -> None:
    """Compile all processes and the beginning, half of them in each of two processes; does nothing uncompiled."""
    if not compiled:
        return
    try:
        with ProcessPoolExecutor(len(HALVES), mp_context=get_context("spawn")) as pool:
            list(pool.map(compile_modules, HALVES))
    except (OSError, BrokenProcessPool):
        return  # no room for two more processes: what is missing is compiled when it is called


def compile_modules(names: tuple[str, ...]) -> None:
    """Compile the rule that each of these modules is named after, for the types that a run gives it."""
    world = lay_out(read_scenario(A_SMALL_SCENARIO))
    state = typeof(handle(copy_state(world.template)))  # type: ignore[no-untyped-call]
    moment = typeof(Moment(1, 1))  # type: ignore[no-untyped-call]
    for name in names:
        rule_of_the_name = getattr(import_module(f"samvirke.model.{name}"), name.rpartition(".")[2])
        rule_of_the_name.compile((state, types.int64) if name == "begin" else (state, types.int64, moment))
