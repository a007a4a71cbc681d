"""Why a life went as it did: what it came down to, what carried it or weighed against it, and what could have helped, with its weight."""

from collections.abc import Sequence
from dataclasses import replace

from samvirke.analysis.explanation.cause import cause_of
from samvirke.analysis.explanation.changes import Change
from samvirke.analysis.explanation.counterfactual import EVENT, ButFor
from samvirke.analysis.explanation.explained_run import run_of
from samvirke.analysis.explanation.explanation import Explanation, Progress, explain
from samvirke.model.scenario.resolved import Scenario
from samvirke.viz.dashboard.runs.address import Address, levers_of
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped

MOST_RUNS, FEWEST_RUNS = 100, 20
RUNS_OF_A_SLOT_MONTH = 1.6e6
"""So many lives times slots times months take about as long as a room waits."""
MOST_OF_A_SORT = 4


def explained(scenario: Scenario, address: Address, progress: Progress | None = None) -> Explanation:
    """Live it again, many times. Raises ScenarioError where it is not decided within its months."""
    run = run_of(scenario, address.case, seed=address.seed, arm=address.arm)
    return explain(run, replicates=runs_for(scenario), language=address.language, progress=progress)


def runs_for(scenario: Scenario) -> int:
    """How many lives a question is answered by: fewer where a life is long and has many people in it."""
    population = scenario.population
    slots = population.volunteers + population.citizens
    return int(min(MOST_RUNS, max(FEWEST_RUNS, RUNS_OF_A_SLOT_MONTH / (slots * scenario.months))))


def why_markup(what: Explanation, address: Address, words: Words) -> str:
    """The explanation in a few lines: what it came down to comes first."""
    sorts = (
        (words.why_carried, what.what_carried_it),
        (words.why_against, what.what_weighed_against_it),
        (words.why_helped, what.what_would_have_helped),
    )
    told = "".join(_sort(name, found, what, address, words) for name, found in sorts if found)
    cause, began = cause_of(what), words.why_began.format(percent=f"{what.to_begin_with.percent:.0f}")
    first = f"<p><b>{escaped(cause[:1].upper() + cause[1:])}.</b></p>" if cause else ""
    asks = f'<p class="soft">{escaped(words.why_try_asks)}</p>' if "<a " in told else ""
    return f"{first}<p>{escaped(began)}</p>{told or f'<p>{escaped(words.why_nothing)}</p>'}{asks}"


def _sort(name: str, found: Sequence[ButFor], what: Explanation, address: Address, words: Words) -> str:
    rows = "".join(
        f"<li>{escaped(_said(each, what, words))}{_tried(each.change, what, address, words)}</li>" for each in found[:MOST_OF_A_SORT]
    )
    return f"<h3>{escaped(name)}</h3><ul>{rows}</ul>"


def _said(each: ButFor, what: Explanation, words: Words) -> str:
    """How many go on otherwise, and of which lives: an event is judged from the month before it, all else from the beginning."""
    (otherwise, as_it_was), named = each.percents(what.measure), what.named(each)
    said = words.why_event if each.sort == EVENT else words.why_course
    told = {"what": named[:1].upper() + named[1:], "otherwise": f"{otherwise:.0f}", "as_it_was": f"{as_it_was:.0f}"}
    return said.format(**told, before=each.month - 1)


def _tried(change: Change | None, what: Explanation, address: Address, words: Words) -> str:
    """A way to the levers that do the same; empty where none does."""
    levers = {} if change is None else {**change.at_least, **change.at_most}
    known = levers_of(what.run.scenario)
    if not levers or not all(name in known and known[name][0] <= value <= known[name][1] for name, value in levers.items()):
        return ""
    there = replace(address, tab="what-if", levers=levers, branch=0).query()
    return f' <a href="?{escaped(there)}">{escaped(words.why_try)}</a>'
