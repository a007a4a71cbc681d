"""The partnership: the collective of organisations, what they share, what they have done, and what is left."""

from typing import Any

from samvirke.model.fields import Field, amount, code, count, flag, index, month_of

STAGES = ("alive", "ended")
ALIVE, ENDED = range(2)
CONCEPTS = ("new", "adapted", "proven")
CHOICES: dict[str, str] = {
    "proven": "proven", "adapted": "adapted", "new": "new",
    "positive": "something to gain", "mixed": "both", "risk": "something to avoid",
    "group": "again and again, in groups", "one_off": "once: a campaign, test or festival",
    "pairs": "one to one, each with a volunteer of her own",
}  # fmt: skip
"""Concepts, framings and formats as a reader reads them: messages of the context `partnership`."""
FORMATS = ("group", "one_off", "pairs")
GROUP, ONE_OFF, PAIRS = range(3)
LEADS = ("municipal", "voluntary", "other", "both")
MUNICIPAL_LEAD, VOLUNTARY_LEAD, LED_BY_OTHERS, LED_TOGETHER = range(4)
PART_OF_A_SHARED_LEAD = 0.5  # where municipality and association lead together, each lead has half of its effects: assumed
LEVELS = ("network", "coordination", "cooperation", "samvirke")
FUTURES = ("continues_unchanged", "continues_adjusted", "ended_activities_continue", "ended")
CONTINUES_UNCHANGED, CONTINUES_ADJUSTED, ENDED_ACTIVITIES_CONTINUE, ENDED_ALTOGETHER = range(4)
NOT_DECIDED = -1
CONTINUING = FUTURES[: CONTINUES_ADJUSTED + 1]
LEAVING_SOMETHING = FUTURES[:ENDED_ALTOGETHER]
"""The futures in which a partnership goes on, and those in which it leaves something: itself or an activity."""
END_REASONS = (
    "alive",
    "too_few_partners_wanted_to_go_on",
    "nobody_to_lead",
    "no_money_and_too_few_hours",
    "partners_left_before_the_end",
    "faded_after_the_grant",
    "goal_met_or_daily_operation",
    "too_few_hours_before_the_end",
    "too_little_trust_before_the_end",
    "members_lost_heart_before_the_end",
)
STILL_ALIVE, TOO_FEW_PARTNERS, NOBODY_TO_LEAD, NO_MONEY, PARTNERS_LEFT, FADED, GOAL_MET = range(7)
TOO_FEW_HOURS, TOO_LITTLE_TRUST, LOST_HEART = range(7, 10)
FIXED_MONTHS = (36, 48, 60, 72, 84)
"""Months from the scenario's first in which every partnership is counted, whenever its grant ends."""
FEWEST_MEMBERS = 2  # one alone is no partnership

STRUCTURE_FIELDS: tuple[Field, ...] = (
    Field("number", "the partnership's number in its population: its key of chance", "number", 0, None, "count"),
    index("first_organisation", "its first organisation"),
    count("organisations", "organisations that are members at the start or may join on the way", "organisations"),
    index("first_seat", "its first seat"),
    count("seats", "seats at the table", "seats"),
    index("first_tie", "its first tie"),
    count("ties", "directed ties between seats that meet", "ties"),
    index("first_relation", "its first relation between organisations"),
    count("relations", "directed relations between organisations", "relations"),
    index("first_volunteer", "its first volunteer"),
    count("volunteers", "potential volunteers", "persons"),
    index("first_citizen", "its first citizen"),
    count("citizens", "citizen slots", "slots"),
    index("first_activity", "its first activity"),
    count("activities", "activities planned", "activities"),
    index("first_grant", "its first grant"),
    count("grants", "grants", "grants"),
    index("lead", "the organisation that leads"),
    index("coordinator_seat", "the coordinator's seat"),
    code("lead_kind", "who leads", LEADS),
    flag("has_municipality", "a municipality is a member"),
    flag("citizen_facing", "it meets citizens itself"),
    flag("volunteer_based", "it works with volunteers"),
    flag("targets_the_vulnerable", "the offer is meant for people with few resources"),
    code("concept", "how proven its concept is", CONCEPTS),
    Field("risk_framing", "how far the theme is framed as risk and restriction (0 positive, 1 risk)"),
    count("goals", "goals it set itself, at most ten", "goals"),
    month_of("first_month", "month in which its first grant starts; 1 without a grant"),
    month_of("grant_end", "last month of its last grant"),
    amount("persons_per_citizen", "persons that one of its citizen slots stands for", "persons"),
    code("format", "how citizens take part", FORMATS),
    flag("targets_a_special_group", "the offer is meant for a part of the citizens only: the vulnerable, an age group, patients …"),
    flag("for_the_young", "the offer is meant for children or youth"),
    index("who_reaches", "the organisation that answers for reaching people"),
    index("first_presence", "its first presence in a place"),
    count("presences", "places that it may share with others", "places"),
    count("people_to_ask", "persons outside the target group who could be asked to volunteer", "persons"),
    index("first_request", "its first row in `requests`"),
    count("requests", "rows it has in `requests`: the most that can wait", "rows"),
)

COLLECTIVE_FIELDS: tuple[Field, ...] = (
    code("stage", "alive or ended", STAGES),
    Field("tension", "tensions that are not spoken of"),
    Field("conflict", "disagreement and conflict as felt, a running average"),
    Field("talk", "how much differing priorities were discussed, a running average"),
    Field("role_clarity", "how clear it is who does what"),
    Field("know_how", "what it has learnt about doing this together"),
    Field("goal_concreteness", "how concrete the goal is"),
    count("agreement_age_months", "months since the agreement was written or revised", "months"),
    code("level", "how deep the collaboration is", LEVELS),
    count("level_months", "months on this level", "months"),
    Field("trust", "mean personal trust over all ties"),
    Field("expectations_known", "mean of what is known of each other's expectations over all ties"),
    Field("shared_understanding", "how near its key persons' views of the goal are to each other"),
    Field("attendance", "share of seats that took part in this month's meetings"),
    Field("communication", "how regularly and how fully they hear from each other"),
    Field("joint_decisions", "how much decisions are made jointly, a running average"),
    Field("integration", "how far different contributions are joined: trust x communication x understanding"),
    Field("variety", "how different what is brought is: spread of hours over organisations and sectors, and of interests"),
    Field("coverage", "part of the contact that its size demands and that it has: informally, or by structure and hours"),
    Field("goal_strength", "how well the goal holds differing interests together"),
    count("leaderless_months", "months in a row without an organisation that leads", "months"),
    count("organisations_ever", "organisations that have been members so far", "organisations"),
    count("organisations_outside", "organisations that may still join", "organisations"),
    month_of("request_sent_month", "month in which the oldest of the requests was sent that wait for an answer"),
    count("requests_answered", "requests that were answered, granted, changed or refused, so far", "requests"),
    count("requests_unanswered", "requests that were given up without an answer, so far", "requests"),
    count("months_waited", "months in which at least one request has waited for an answer, so far", "months"),
    amount("start_delayed_months", "months by which waiting for answers has put off the first activity", "months"),
    Field("acted_on", "how far what is asked for is granted, a running average"),
    count("requests_waiting", "requests that wait for an answer", "requests"),
)

WORK_FIELDS: tuple[Field, ...] = (
    amount("hours", "hours given by all this month", "hours per month"),
    amount("paid_hours", "hours that grants pay this month", "hours per month"),
    amount("relation_hours", "of them for relations and coordination", "hours per month"),
    amount("documentation_hours", "of them for documentation and reports", "hours per month"),
    amount("anchoring_hours", "of them for anchoring", "hours per month"),
    amount("support_hours", "of them for supporting volunteers", "hours per month"),
    amount("reach_hours", "of them for recruiting volunteers and reaching citizens", "hours per month"),
    amount("delivery_hours", "of them for activities", "hours per month"),
    amount("volunteer_hours", "hours given by volunteers this month", "hours per month"),
    amount("hours_total", "hours given so far", "hours"),
    amount("relation_hours_total", "of them for relations and coordination", "hours"),
    amount("planned_hours_total", "hours promised so far", "hours"),
    amount("output", "what it delivered this month", "quality-weighted hours"),
    amount("recent_output", "running average of the month's output over about a year", "quality-weighted hours"),
    amount("recent_output_apart", "the same, had the same partners worked each on their own", "quality-weighted hours"),
    amount("output_total", "what it delivered so far", "quality-weighted hours"),
    amount("promised_output", "output that its plan promises over the whole grant", "quality-weighted hours"),
    amount("promised_reach", "citizen slots that its plan promises to reach over the whole grant", "slots"),
    Field("synergy", "recent output relative to apart: 0 is a third of it or less, 0.5 as much, 1 is three times or more"),
    Field("attainment", "what was reached relative to what was promised, mean over its goals; 0 until something is due"),
    Field("results", "results in sight: what is attained, and what is made this month relative to the plan; 0 until something is due"),
    amount("staffed_hours", "paid hours that there is staff for: posts are filled one after the other", "hours per month"),
)

CIRCLE_FIELDS: tuple[Field, ...] = (
    count("active_volunteers", "volunteers serving this month", "persons"),
    count("volunteers_joined", "times a volunteer joined, so far", "times"),
    count("volunteers_left", "times a volunteer stopped, so far", "times"),
    count("volunteers_peak", "most volunteers serving in any month", "persons"),
    count("participants", "citizen slots taking part this month", "slots"),
    count("left_behind", "citizen slots that took part when the last activity stopped", "slots"),
    count("ever_participated", "citizen slots that have taken part at least once", "slots"),
    count("vulnerable_ever_participated", "of them with few resources", "slots"),
    Field("wellbeing_gained", "wellbeing gained by all who took part, summed", "points on a 0-1 scale", None, None),
    Field("network_gained", "personal network gained by all who took part, summed", "points on a 0-1 scale", None, None),
    Field("wellbeing_change", "mean change of wellbeing among those who took part", "points on a 0-1 scale", -1, 1),
    Field("network_change", "mean change of personal network among those who took part", "points on a 0-1 scale", -1, 1),
    count("running_activities", "activities running this month", "activities"),
    Field("quality", "mean quality of what runs, or of what last ran"),
    Field("local_fit", "mean local fit of the activities"),
    Field("work_carried", "part of the activities' work that was carried this month: not what is left to volunteers who are not there"),
    amount("work_carried_total", "the same, summed over the months with activities", "months"),
    count("months_with_activities", "months in which activities ran", "months"),
    count("volunteers_ever", "persons who have volunteered at least once", "persons"),
    Field("volunteers_wellbeing_gained", "wellbeing gained by all who volunteered, summed", "points on a 0-1 scale", None, None),
    Field("volunteers_network_gained", "personal network gained by all who volunteered, summed", "points on a 0-1 scale", None, None),
    Field("volunteers_wellbeing_change", "mean change of wellbeing by volunteering, of all who did", "points on a 0-1 scale", -1, 1),
    Field("volunteers_network_change", "mean change of personal network by volunteering, of all who did", "points on a 0-1 scale", -1, 1),
    Field("part_for_volunteers", "part of this month's hours for reaching people that seeks volunteers"),
    amount("asked", "persons it asked to volunteer this month, other than by advertisement", "persons"),
    amount("asks_per_head", "times that it asks one of those who could volunteer, a running average", "asks per month"),
    amount("asks_of_others_per_head", "times that others ask one of its places' people to volunteer, a running average", "asks per month"),
    Field("known_through_others", "share of its places' people who take part in another partnership there, or serve it"),
    count("citizens_waiting", "citizen slots that wait to be matched with a volunteer", "slots"),
    index("first_waiting", "the citizen whose turn it is to be matched; -1 for nobody"),
    index("last_waiting", "the citizen at the end of the queue for a match; -1 for nobody"),
    amount("matching_hours", "hours that finding matches takes this month, of those for supporting volunteers", "hours per month"),
    count("pairs_made", "pairs of a volunteer and a citizen made so far", "pairs"),
    count("months_waited_for_a_match", "months that citizen slots have waited for a match, so far, summed", "months"),
    count("gave_up_waiting", "times a citizen slot gave up waiting for a match, so far", "times"),
    count("waited_until_it_closed", "times a citizen slot waited for a match when the last activity stopped, so far", "times"),
    count("pairs_left_behind", "pairs that have ended because the volunteer stopped, so far", "pairs"),
    count("pairs_parted", "pairs that have ended because the citizen stayed away or the last activity stopped, so far", "pairs"),
)

AFTERMATH_FIELDS: tuple[Field, ...] = (
    month_of("anchoring_started_month", "month in which anchoring work began"),
    Field("documented", "results that are documented and fresh"),
    Field("visibility", "how visible its results are to those who decide on money"),
    amount("money_secured_dkk", "money secured for the time after the grant", "DKK per month"),
    amount("money_needed_dkk", "what going on as before would cost", "DKK per month"),
    Field("money_outlook", "how possible it looks to raise what is needed"),
    month_of("application_sent_month", "month in which the pending application was sent"),
    index("application_to", "the member that the pending application was sent to; -1 for another pool"),
    amount("received_dkk", "money received so far", "DKK"),
    amount("spent_dkk", "money spent so far", "DKK"),
    count("departures", "key persons who have left", "persons"),
    count("central_departures", "of them from central seats", "persons"),
    count("weak_months", "months in a row with too few hours or partners", "months"),
    Field("future", "declared at the grant's end: position in FUTURES; -1 before", "position", -1, 3, "code", FUTURES),
    Field("future_12_months", "what is true a year later: position in FUTURES; -1 before", "position", -1, 3, "code", FUTURES),
    flag("adjusts_constellation", "it continues with other partners"),
    flag("adjusts_activities", "it continues without some of its activities"),
    month_of("end_month", "month in which it ended"),
    code("end_reason", "why it ended", END_REASONS),
    count("organisations_now", "member organisations this month", "organisations"),
    count("organisations_at_end", "organisations that went on at the grant's end", "organisations"),
    count("volunteers_at_grant_end", "volunteers serving in the grant's last month", "persons"),
    count("volunteers_12_months_after", "volunteers serving a year later", "persons"),
    count("activities_at_grant_end", "activities running in the grant's last month", "activities"),
    count("activities_12_months_after", "activities alive 12 months after the grant", "activities"),
    count("activities_24_months_after", "activities alive 24 months after the grant", "activities"),
    count("activities_36_months_after", "activities alive 36 months after the grant", "activities"),
    amount("host_hours", "hours that hosts give its activities this month, beside its own", "hours per month"),
    amount("host_reach_hours", "of them for recruiting volunteers and reaching citizens", "hours per month"),
    amount("host_support_hours", "of them for supporting volunteers", "hours per month"),
    Field("host_doors", "how well its hosts reach the target group where they are, by their hours"),
    Field("struggle", "how badly it lacks what it takes to go on: hours, members, somebody to lead, trust or will, a running average"),
    *(
        count(f"{what}_month_{month}", f"{meaning} in month {month}", unit)
        for month in FIXED_MONTHS
        for what, meaning, unit in (
            ("activities", "activities alive", "activities"),
            ("citizens", "citizen slots that have taken part in the last 12 months,", "slots"),
        )
    ),
)

REQUEST_FIELDS: tuple[Field, ...] = (
    month_of("sent_month", "month in which it was sent"),
    flag("is_taken_up", "those who decide answer it this month"),
)
"""A row of a partnership's queue of requests; those that wait come first, the oldest of them foremost."""

PARTNERSHIP_FIELDS = STRUCTURE_FIELDS + COLLECTIVE_FIELDS + WORK_FIELDS + CIRCLE_FIELDS + AFTERMATH_FIELDS


def goes_on(future: Any) -> Any:
    """Whether a partnership with this future (an array of codes) goes on, unchanged or adjusted; one that is not decided does not."""
    return (future >= CONTINUES_UNCHANGED) & (future <= CONTINUES_ADJUSTED)


def leaves_something(future: Any) -> Any:
    """Whether a partnership with this future leaves itself or an activity; one that is not decided does not."""
    return (future >= CONTINUES_UNCHANGED) & (future <= ENDED_ACTIVITIES_CONTINUE)
