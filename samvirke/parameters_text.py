"""Where the parameters of some lives come from, and whether that can be relied on."""

from pathlib import Path

from analysis.plan import Plan
from model.scenario import data_file, read_scenario


def what_parameters(what: Plan) -> str:
    """The defaults or a posterior, borrowed or not, and whether it is stale; a line each."""
    if what.posterior is None:
        named = what.scenario.posterior if what.scenario.borrows is None else read_scenario(what.scenario.borrows).posterior
        missing = f" There is no {Path(named).name}: make it with samvirke calibrate." if named and not data_file(named).is_file() else ""
        return f"Parameters: the defaults of the registry, which no answers have been fitted to.{missing}"
    each = "each life its own draw" if len(what.seeds) > 1 else f"draw {what.posterior.numbers_for(what.seeds)[0]}"
    said = f"Parameters: {each} from the posterior fitted to {what.posterior.about['scenario']} ({len(what.posterior.draws)} draws)."
    if what.scenario.borrows is not None:
        said += f" It is borrowed: {what.scenario.name} has no survey of its own."
    stale = "; ".join(what.posterior.stale)
    return said + (
        f"\nThis posterior is stale: {stale}. Make it anew: samvirke calibrate {what.posterior.about['scenario']}" if stale else ""
    )
