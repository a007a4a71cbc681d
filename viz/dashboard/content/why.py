"""Why a run went as it did: what it came down to, what helped, what weighed against it, and what could have helped."""

from dataclasses import replace

from markupsafe import Markup

from samvirke.analysis.explanation.changes import Change
from samvirke.analysis.explanation.counterfactual import EVENT, ButFor
from samvirke.analysis.explanation.explained_run import run_of
from samvirke.analysis.explanation.explanation import Explanation, Progress, cause_of, explain
from samvirke.model.language import N_, Language
from samvirke.model.scenario.resolved import Scenario
from samvirke.viz.dashboard.content.texts import part
from samvirke.viz.dashboard.names import first_large
from samvirke.viz.dashboard.runs.address import Address, levers_of

MOST_RUNS, FEWEST_RUNS = 100, 20
RUNS_OF_A_SLOT_MONTH = 1.6e6
"""So many runs times slots times months take about as long as a room waits."""
MOST_OF_A_SORT = 4


def explained(scenario: Scenario, address: Address, progress: Progress | None = None) -> Explanation:
    """Compute the run again, many times. Raises ScenarioError where it is not decided within its months."""
    run = run_of(scenario, address.case, seed=address.seed, arm=address.arm)
    return explain(run, replicates=runs_for(scenario), language=address.language, progress=progress)


def runs_for(scenario: Scenario) -> int:
    """How many runs answer the question: fewer where a run is long and has many people in it."""
    population = scenario.population
    slots = population.volunteers + population.citizens
    return int(min(MOST_RUNS, max(FEWEST_RUNS, RUNS_OF_A_SLOT_MONTH / (slots * scenario.months))))


def why_markup(what: Explanation, address: Address, language: Language) -> Markup:
    """The explanation in a few lines: what it came down to comes first."""
    found = (
        (N_("What helped"), what.what_carried_it),
        (N_("What weighed against it"), what.what_weighed_against_it),
        (N_("What could have helped"), what.what_would_have_helped),
    )
    rows = [
        (name, [(_wording(each, what, language), _to_try(each.change, what, address)) for each in several[:MOST_OF_A_SORT]])
        for name, several in found
        if several
    ]
    cause, began = first_large(cause_of(what)), language.number(what.to_begin_with.percent)
    links = any(address for _, told in rows for _, address in told)
    return part("answers.jinja", "why", language, cause=cause, began=began, sorts=rows, links=links)


def _wording(each: ButFor, what: Explanation, language: Language) -> str:
    """How many go on otherwise, and of which runs: an event is judged from the month before it, all else from the beginning."""
    _, (otherwise, as_it_was) = language.gettext, each.percents(what.measure)
    since = _("month {month}", month=each.month - 1) if each.sort == EVENT else _("the beginning")
    named, told = first_large(what.named(each)), {"otherwise": language.number(otherwise), "as_it_was": language.number(as_it_was)}
    if otherwise < as_it_was:
        return _("{what}: only {otherwise} of 100 would go on; with it {as_it_was} (judged from {since}).", what=named, since=since, **told)
    return _("{what}: {otherwise} of 100 would go on instead of {as_it_was} (judged from {since}).", what=named, since=since, **told)


def _to_try(change: Change | None, what: Explanation, address: Address) -> str:
    """The address at which the levers are that do the same; empty where none does."""
    levers = {} if change is None else {**change.at_least, **change.at_most}
    known = levers_of(what.run.scenario)
    if not levers or not all(name in known and known[name][0] <= value <= known[name][1] for name, value in levers.items()):
        return ""
    return replace(address, tab="what-if", levers=levers, branch=0).query()
