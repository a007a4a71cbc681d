"""How a sweep is spoken of: what varies, how it went, how long, how large."""

from samvirke.analysis.sweep.runner import SweepDone
from samvirke.analysis.sweep.sweep import Sweep

KINDS = {
    "grid": "a grid",
    "latin_hypercube": "a Latin hypercube",
    "sobol": "a Sobol sequence",
    "morris": "Morris trajectories",
    "posterior": "draws from the posterior",
    "table": "a table of points",
}
MOST_NAMES = 8


def kinds(sweep: Sweep) -> str:
    """What is swept, and what the rest lives with."""
    names = [each.column for each in sweep.varied]
    shown = ", ".join(names[:MOST_NAMES]) + (f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else "")
    what = f"{sweep.name}: {sweep.points:,} points of {KINDS[sweep.design.kind]}" + (f" over {shown}" if names else "")
    return f"{what}, scenario {sweep.scenario.name}, arms {', '.join(sweep.arms)}.\n{_rest(sweep)}{_answers(sweep)}"


def _answers(sweep: Sweep) -> str:
    """That a sweep lives its seeds in turn, where `run` would choose them."""
    return "" if sweep.scenario.own_answers is None else "\nThe scenario's own answers choose no lives here: every seed is lived."


def _rest(sweep: Sweep) -> str:
    if sweep.posterior is None:
        return "What does not vary is as in the registry and the scenario; no answers have been fitted to the registry's defaults."
    stale = f" This posterior is stale: {'; '.join(sweep.posterior.stale)}." if sweep.posterior.stale else ""
    if sweep.draws is not None:
        return f"Each point is a draw from the posterior fitted to {sweep.posterior.about['scenario']}.{stale}"
    return f"What does not vary: each seed its own draw from the posterior fitted to {sweep.posterior.about['scenario']}.{stale}"


def done(swept: SweepDone) -> str:
    """How it went."""
    there = swept.there - swept.simulated
    said = f"{swept.there:,} of {swept.wanted:,} runs are there: {swept.simulated:,} lived now, {there:,} from before."
    if swept.failed:
        message, count = swept.messages.most_common(1)[0]
        said += f"\n{swept.failed:,} of them failed, most often ({count:,}) of this: {message}. See the table failures."
    if swept.of_earlier_points:
        said += f"\n{swept.of_earlier_points:,} runs of points that the file no longer names were kept; design.parquet says which it names."
    return said


def damaged(parts: int) -> str:
    """What is said of files that could not be relied on."""
    one = parts == 1
    return f"{parts:,} part{'' if one else 's'} {'was' if one else 'were'} incomplete or damaged, and {'is' if one else 'are'} made anew."


def set_aside(parts: int) -> str:
    """What became of the parts that did not hold."""
    if not parts:
        return "What is bad could not be removed, because there is no right to; it is made anew once there is."
    them = "it" if parts == 1 else "them"
    return f"{several(parts, 'bad part')} {'was' if parts == 1 else 'were'} removed; the same command without --verify makes {them} anew."


def several(number: int, one: str) -> str:
    """A number and what it counts."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def how_long(seconds: float) -> str:
    """A time as a person says it."""
    if seconds < 90:
        return several(max(1, round(seconds)), "second")
    if seconds < 90 * 60:
        return f"{round(seconds / 60)} minutes"
    return f"{seconds / 3600:.1f} hours"


def how_large(size: float) -> str:
    """A number of bytes as a person says it."""
    for unit, bytes_ in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)):
        if size >= bytes_:
            return f"{size / bytes_:.1f} {unit}"
    return f"{max(1, round(size / 1000))} KB"
