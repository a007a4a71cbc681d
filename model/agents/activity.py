"""The activity: a format with a concept, a fit to the place, somebody who runs it and perhaps a host for afterwards."""

from samvirke.model.arithmetic import share
from samvirke.model.fields import Field, amount, code, codes, count, flag, index, month_of
from samvirke.model.rule import rule

STAGES = ("planned", "running", "ended")
PLANNED, RUNNING, ENDED = range(3)
HOST_KINDS = ("none", "association_outside", "new_association", "volunteers_themselves", "social_enterprise", "other_project")
"""Who carries an activity on where that is none of the members; a new association has a coordinator lent by the municipality."""
NO_KIND, ASSOCIATION_OUTSIDE, NEW_ASSOCIATION, VOLUNTEERS_THEMSELVES, SOCIAL_ENTERPRISE, OTHER_PROJECT = codes(0, len(HOST_KINDS))
CAUSES = ("goes_on", "dropped", "no_host", "no_host_in_time", "given_up", "nobody_ran_it", "nobody_came")
"""Why an activity has ended; one that fell through has an event of its own."""
GOES_ON, DROPPED, NO_HOST, NO_HOST_IN_TIME, GIVEN_UP, NOBODY_RAN_IT, NOBODY_CAME = codes(0, len(CAUSES))
MEAN_OF_A_SQUARED_DRAW = 1.0 / 3.0  # of a draw spread evenly from 0 to 1: chance taken around it adds nothing on average

ACTIVITY_FIELDS: tuple[Field, ...] = (
    index("partnership", "the partnership that created it"),
    code("stage", "where it is between its start and its end", STAGES),
    month_of("started_month", "month in which it first ran"),
    month_of("ended_month", "month in which it ended"),
    Field("maturity", "how proven its concept is (0 brand new, 1 proven)"),
    Field("luck_of_concept", "what the concept turns out to be worth in practice"),
    Field("quality", "how good it is"),
    Field("local_fit", "how well it fits the place and its people"),
    Field("staff_run", "part of the work done by paid staff rather than by those who would own it"),
    index("host", "organisation that has agreed to carry it on; -1 for none"),
    flag("handed_over", "the host runs it now"),
    code("host_kind", "who has agreed to carry it on where that is none of the members", HOST_KINDS),
    amount("host_hours", "hours that its host gives it this month, beside those of the partnership", "hours per month"),
    count("set_up_months", "months that its host still needs to set it up", "months"),
    count("months_waited", "months it has run without partnership or host, waiting for one", "months"),
    count("empty_months", "months in a row, after the grant, in which nobody ran it or nobody came", "months"),
    code("end_cause", "why it ended", CAUSES),
)


@rule
def quality_within_reach(maturity: float, luck: float, proven: float, lacking: float, weight_of_luck: float) -> float:
    """The quality a concept allows: a proven one is good for sure, a new one depends on chance, often poor, now and then fine [A1].

    `proven` is the quality to be expected of a proven concept, `lacking` the part of it that a new one lacks; `luck` is a
    uniform, and its square, taken around its mean of a third, makes falling short commoner than excelling.
    """
    expected = proven * (1.0 - lacking * (1.0 - maturity))
    return share(expected + weight_of_luck * (1.0 - maturity) * (luck * luck - MEAN_OF_A_SQUARED_DRAW))


@rule
def readiness_to_be_handed_over(staff_run: float, weight: float) -> float:
    """How easily it can pass to a host: run by staff alone, it ends with the staff [A3]."""
    return 1.0 - weight * staff_run


@rule
def has_host(host: int, host_kind: int) -> bool:
    """Whether a member, or somebody outside, has agreed to carry an activity on."""
    return bool(host >= 0 or host_kind > 0)
