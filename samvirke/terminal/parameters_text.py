"""Where the parameters of some lives come from, and whether that can be relied on."""

from pathlib import Path

from samvirke.analysis.run.plan import Plan
from samvirke.model.scenario import data_file, read_scenario
from samvirke.terminal.run_words import LANGUAGES
from samvirke.viz.words.stale_words import why_stale


def what_parameters(what: Plan, language: str = "en") -> str:
    """The defaults or a posterior, borrowed or not, and whether it is stale; a line each."""
    words = LANGUAGES[language]
    if what.posterior is None:
        named = what.scenario.posterior if what.scenario.borrows is None else read_scenario(what.scenario.borrows).posterior
        missing = named and not data_file(named).is_file()
        return words.defaults + (words.no_posterior.format(file=Path(named).name) if named and missing else "")
    draws, fitted_to = len(what.posterior.draws), what.posterior.about["scenario"]
    which = words.own_draw if len(what.seeds) > 1 else words.one_draw
    which = which.format(draws=draws, number=what.posterior.numbers_for(what.seeds)[0])
    said = words.posterior.format(which=which, scenario=fitted_to, draws=draws)
    if what.scenario.borrows is not None:
        said += words.borrowed.format(scenario=what.scenario.name)
    stale = why_stale(what.posterior.stale, language)
    return f"{said}\n{words.stale.format(why=stale, scenario=fitted_to)}" if stale else said
