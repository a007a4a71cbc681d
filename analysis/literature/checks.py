"""The checks themselves: which measure stands beside which rows of the literature, and what limits it."""

from collections.abc import Callable

from samvirke.analysis.literature.literature import BOUND, ELSEWHERE, FIGURE, SIGN, Check
from samvirke.analysis.literature.measures import (
    alive_after_four_years,
    alive_after_one_year,
    alive_after_two_years,
    all_alive_after_four_years,
    continuing_at_the_end,
    departures_per_seat_year,
    ending_per_year,
    entry_per_year,
    falls_of_trust_against_rises,
    first_year_against_later_drop_out,
    hours_per_volunteer,
    loss_for_the_same_surprise,
    lost_in_a_year_apart,
    lost_in_a_year_without_any_upkeep,
    months_in_which_mean_trust_rises,
    months_with_less_than_apart,
    power_sharing_with_trust,
    process_measures_that_rise,
    result_measures_that_rise,
    something_running_where_not_sustained,
    three_still_collaborating,
    trust_with_age,
    trust_with_months_met,
    vacancies_open_after_four_months,
    volunteers_gone_within_a_year,
)

PERCENT, PER_YEAR = "percent", "percent per year"
HOLDER, TURNOVER = "a chosen key person may move less than staff at large", ("municipal_turnover_2012", "municipal_turnover_2016")
OUT_OF_SETTING = "American programmes, which say in their own way what counts as going on"
FROM_A_RATE = "the figure is what is left at the reported share ending per year, were it the same every year; American programmes"
DROP_OUT = ("volunteer_dropout", "volunteer_dropout_followup")


def alive_after(years: int) -> Callable[[float], float]:
    """From the share (percent) that ends per year to the share alive after so many years."""
    return lambda ending: 100.0 * (1.0 - ending / 100.0) ** years


CHECKS: tuple[Check, ...] = (
    Check("Key persons who leave their post, against staff of municipalities", PER_YEAR, departures_per_seat_year, TURNOVER, FIGURE,
          f"{HOLDER}; the prior of the usual chance was set with these figures in view: unrest, the grant's end and rotation come on top"),
    Check("Key persons who leave their post, against staff of associations", PER_YEAR, departures_per_seat_year,
          ("ngo_turnover", "ngo_turnover_human_services"), FIGURE, f"{HOLDER}; American employers, not Danish associations"),
    Check("Posts still vacant after four months", PERCENT, vacancies_open_after_four_months, ("vacancy_open_after_4_months",), FIGURE,
          "the prior of filling a post was set from this figure: it can only show that nothing else spoils it"),
    Check("Volunteers gone within a year of joining", PERCENT, volunteers_gone_within_a_year, DROP_OUT, FIGURE,
          "one figure is Spanish, the other is derived from Danish yearly shares of all volunteering, not of one place"),
    Check("Drop-out in the first year relative to later", "ratio", first_year_against_later_drop_out, ("volunteer_dropout",), SIGN,
          "the literature says higher, not how much; the grant's end falls into the later years and works against it", (1.0, float("inf"))),
    Check("Those who begin to volunteer", PER_YEAR, entry_per_year, ("volunteer_entry",), ELSEWHERE,
          "different bases: the figure is any volunteering among all adults, the model's is this one partnership among those it could ask"),
    Check("Hours per month of one who volunteers", "hours per month", hours_per_volunteer, ("volunteer_hours",), ELSEWHERE,
          "the figure is over all that a person volunteers for; the prior of hours gladly given was set below it"),
    Check("Trust and months met, over ties", "correlation", trust_with_months_met, ("trust_duration",), SIGN,
          "small is taken as at most 0.3 (our reading); ties that meet more are also those better cared for", (0.0, 0.3)),
    Check("Trust and age of the tie, over ties", "correlation", trust_with_age, ("trust_duration",), SIGN,
          "small is taken as at most 0.3 (our reading); age says little here, since all partnerships began together", (0.0, 0.3)),
    Check("Months of the first three years in which mean trust rises", PERCENT, months_in_which_mean_trust_rises, ("trust_duration",), SIGN,
          "a steady climb is taken as more than nine months in ten (our reading)", (0.0, 90.0)),
    Check("Loss of trust relative to a gain, for the same surprise", "ratio", loss_for_the_same_surprise, ("trust_loss_gain_ratio",),
          FIGURE, "this is the prior itself, which was centred with the figure in view; the figure is from another model, not from data"),
    Check("Size of a fall of trust relative to a rise, simulated", "ratio", falls_of_trust_against_rises, ("trust_loss_gain_ratio",),
          ELSEWHERE, "the simulated surprises are not equal: falls follow small daily disappointments as well as large ones"),
    Check("Shared power and trust, over partnerships", "rank correlation", power_sharing_with_trust, ("trust_power_sharing",), SIGN,
          "practices go together here as far as one declared chance says, part of what is found; what else the survey measured is not here",
          (0.0, 1.0)),
    Check("Trust above a stranger's lost in a year without meeting", PERCENT, lost_in_a_year_apart, ("bridge_decay",), BOUND,
          "bankers' bridges; here coordination still reaches those who do not meet, and trust only sinks to that in a stranger"),
    Check("The same without any coordination", PERCENT, lost_in_a_year_without_any_upkeep, ("bridge_decay",), BOUND,
          "the prior of fading was set below this bound"),
    Check("Process and structure that rise significantly in the first year", "percent of measures", process_measures_that_rise,
          ("first_year_change",), SIGN,
          "15 coalitions; which of the model's measures stand for process, and that half of them is enough, is our choice", (50.0, 100.0)),
    Check("Results that do so", "percent of measures", result_measures_that_rise, ("first_year_change",), SIGN,
          "that attainment and synergy stand for results is our choice", (0.0, 0.0)),
    Check("Months in which less is made together than apart", "percent of months", months_with_less_than_apart, ("synergy_antagonism",),
          SIGN, "the source says that it happens, not how often; anything but never and always (5 to 95) counts", (5.0, 95.0)),
    Check("Continuing at the grant's end", PERCENT, continuing_at_the_end, ("ctc_continue_at_end",), ELSEWHERE,
          f"{OUT_OF_SETTING}; the Danish pool's own share is among the reported figures the model is held against"),
    Check("Ending per year after the grant, of those that continued", PER_YEAR, ending_per_year, ("ctc_yearly_ending",), ELSEWHERE,
          OUT_OF_SETTING),
    Check("Alive one year after the grant, of those that continued", PERCENT, alive_after_one_year, ("ctc_yearly_ending",), ELSEWHERE,
          FROM_A_RATE, in_its_unit=alive_after(1)),
    Check("Alive two years after, of them", PERCENT, alive_after_two_years, ("ctc_yearly_ending",), ELSEWHERE, FROM_A_RATE,
          in_its_unit=alive_after(2)),
    Check("Alive four years after, of them", PERCENT, alive_after_four_years, ("ctc_yearly_ending",), ELSEWHERE, FROM_A_RATE,
          in_its_unit=alive_after(4)),
    Check("Alive four years after the grant, of all", PERCENT, all_alive_after_four_years, ("ctc_alive_4_years",), ELSEWHERE,
          OUT_OF_SETTING),
    Check("At least three organisations a year after the grant", PERCENT, three_still_collaborating, ("hcap_sustained",), ELSEWHERE,
          f"{OUT_OF_SETTING}; HCAP counted organisations that still work on one original goal, the model counts members"),
    Check("Of the others, with an activity running", PERCENT, something_running_where_not_sustained, ("hcap_activity_alive",),
          ELSEWHERE, OUT_OF_SETTING),
)  # fmt: skip
