"""The volunteer: comes for what is done, stays for whom she does it with, and may leave from one day to the next."""

from samvirke.model.arithmetic import share
from samvirke.model.fields import Field, amount, code, count, flag, index, month_of
from samvirke.model.rule import rule

STAGES = ("potential", "active", "left")
POTENTIAL, ACTIVE, GONE = range(3)

VOLUNTEER_FIELDS: tuple[Field, ...] = (
    index("partnership", "the partnership she serves or could serve"),
    index("citizen", "the citizen she also is; -1 if she comes from outside the target group"),
    code("stage", "where she is", STAGES),
    month_of("joined_month", "month in which she last joined"),
    month_of("left_month", "month in which she last left"),
    count("months_served", "months of service in all", "months"),
    flag("lived_experience", "she has lived with what the partnership is about"),
    Field("motivation", "how much the goal means to her"),
    Field("energy", "how much strength she has left"),
    Field("belonging", "how much she belongs with those she serves with"),
    Field("recognition", "how recognised she feels"),
    Field("match", "how well the task fits her"),
    Field("network", "how many she knows and could ask"),
    amount("hours", "hours she gave this month", "hours per month"),
    count("months_this_time", "months of service since she last joined", "months"),
    amount("months_together", "months she has served beside each of those who serve now, summed", "months"),
    Field("wellbeing", "how she is doing"),
    index("her_citizen", "the citizen she is matched with; -1 for none"),
)


@rule
def chance_of_saying_yes(motivation: float, meaning: float, demands: float) -> float:
    """Chance that a person who is asked says yes: meaning in the goal, less what joining demands [V1, V5]."""
    return share(motivation * meaning * (1.0 - demands))


@rule
def readiness_to_return(terms: float, return_in_the_best_of_terms: float) -> float:
    """How readily one who has served says yes to being asked again, relative to one who never has (0 and up) [W6].

    `terms` is how recognised she felt when she left.
    """
    return terms * return_in_the_best_of_terms


@rule
def part_of_a_month_taken_by_the_role(hours: float, hours_given_gladly: float) -> float:
    """How large a role is to one who is asked (0-1): half where it takes all the hours that one gives gladly [V4]."""
    return hours / (hours + hours_given_gladly)


@rule
def what_holds_her(belonging: float, valued: float, weight_of_belonging: float, weight_of_being_valued: float) -> float:
    """Part of the usual chance of stopping that her bonds take away: those she serves with, and being valued [V2, V3]."""
    return 1.0 - (1.0 - weight_of_belonging * belonging) * (1.0 - weight_of_being_valued * valued)


@rule
def wellbeing_after_serving(wellbeing: float, bonds: float, strain: float, gain: float, harm: float) -> float:
    """A volunteer's wellbeing after a month: more as far as she belongs and is recognised, less as far as she is worn [W6, V4]."""
    return share(wellbeing + gain * bonds * (1.0 - wellbeing) - harm * strain * wellbeing)


@rule
def chance_of_stopping(usual: float, bonds: float, tiredness: float, hopelessness: float) -> float:
    """Chance per month that an active volunteer stops [V2-V7].

    `usual` is the chance for one without bonds who is rested and whom nothing drives off; `bonds` (belonging, recognition,
    match: 0-1) takes away up to all of it, `tiredness` and `hopelessness` (0 and up) multiply it by 1 + themselves. The last
    is all that drives off: an end without a next step, papers, take-over.
    """
    return share(usual * (1.0 - bonds) * (1.0 + tiredness) * (1.0 + hopelessness))
