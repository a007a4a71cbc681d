"""What has come of what was promised, and how far it can be seen. Part of process 8; hosts and funders look at it in process 9."""

from typing import Any

from samvirke.model.arithmetic import ratio, share
from samvirke.model.promise import plan_months
from samvirke.model.rule import rule

PARTS_OF_ATTAINMENT = 3.0  # what is delivered, who is reached and how they fare count alike: assumed
PARTS_WITHOUT_CITIZENS = 2.0  # what is delivered and know-how count alike: assumed, our reading of such partnerships
RESULTS_THAT_MOVE_NOBODY = 0.5  # the middle of the scale: assumed
PARTS_OF_RESULTS = 2.0  # what is attained so far and what is made this month count alike: assumed


@rule
def months_of_preparation(state: Any, p: int) -> float:
    """Months that the plan gives to formulating, tailoring and setting up before anything is due."""
    policy = state.policies[p]
    return float(policy.formulation_months + policy.tailoring_months + state.parameters[0].months_of_setting_up)


@rule
def part_of_the_plan_due(state: Any, p: int) -> float:
    """Part of the promised work that should have been done by now: even pace from the first activity to the grant's end."""
    partnership = state.partnerships[p]
    end = partnership.first_month + plan_months(state, p) - 1
    begun = partnership.first_month + months_of_preparation(state, p)
    return share(ratio(state.clock[0].month - begun + 1.0, end - begun + 1.0, 1.0))


@rule
def reached_of_promised(reached: float, promised: float, due: float) -> float:
    """Part of what was promised for now that has been reached (0-1); 0 where nothing is due yet: nothing has been reached."""
    return share(ratio(reached, promised * due))


@rule
def attainment(state: Any, p: int) -> float:
    """What was reached relative to what was promised: activities, and if it promised to meet citizens persons reached and their gain.

    Where it did not, half of what it set out for is to learn how: know-how counts beside the activities (our reading). Before
    anything is due it is 0 and nobody judges by it: `results_are_due`.
    """
    parameters = state.parameters[0]
    partnership = state.partnerships[p]
    due = part_of_the_plan_due(state, p)
    if due <= 0.0:
        return 0.0
    delivered = reached_of_promised(partnership.output_total, partnership.promised_output, due)
    if not partnership.citizen_facing or partnership.promised_reach <= 0.0:
        return (delivered + partnership.know_how) / PARTS_WITHOUT_CITIZENS
    reached = reached_of_promised(partnership.ever_participated, partnership.promised_reach, due)
    better_off = reached_of_promised(partnership.wellbeing_change, parameters.promised_change_of_wellbeing, due)
    return (delivered + reached + better_off) / PARTS_OF_ATTAINMENT


@rule
def results_are_due(state: Any, p: int) -> bool:
    """Whether anything promised is due by now, so that results can be judged; before, members go by what they expect [W8]."""
    return bool(part_of_the_plan_due(state, p) > 0.0)


@rule
def promised_per_month(state: Any, p: int) -> float:
    """Output that the plan promises per month in which something is due."""
    months = max(1.0, plan_months(state, p) - months_of_preparation(state, p))
    return float(state.partnerships[p].promised_output / months)


@rule
def results_in_sight(state: Any, p: int) -> float:
    """Results as they can be seen (0-1): what is attained so far, and what is made this month relative to the plan [W8]."""
    if not results_are_due(state, p):
        return 0.0
    partnership = state.partnerships[p]
    made = share(ratio(partnership.output, promised_per_month(state, p)))
    return (partnership.attainment + made) / PARTS_OF_RESULTS


@rule
def results_as_judged(state: Any, p: int) -> float:
    """Results as those who look at them judge them (0-1): neither good nor bad before anything is due [W8]."""
    return float(state.partnerships[p].results) if results_are_due(state, p) else RESULTS_THAT_MOVE_NOBODY


@rule
def persuaded_by(results: float, weight: float) -> float:
    """How much readier than otherwise results make those who look at them: less below the middle, more above it [W8]."""
    return 1.0 + weight * (2.0 * results - 1.0)
