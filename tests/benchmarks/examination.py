"""`python -m tests.benchmarks.examination`: what an examination of the model asked, as a table of figures.

Only the public Python API is used, so that the same file can be run beside another version of the model. Every figure is over
the 37 partnerships, each run with its own draw from the posterior (the defaults with `--defaults`).
"""

import warnings
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any

import numpy as np
import pandas as pd
import typer

import samvirke
from samvirke.model.scenario.resolved import Scenario

CONTINUING = ("continues_unchanged", "continues_adjusted")
MEASURES = ["monthly"]
NEARLY = 1e-6
RUN = ["draw", "seed", "partnership"]
Figure = tuple[str, str]


class Settings:
    """How many runs stand behind each figure, and with which parameters."""

    replicates = 40
    defaults = False


@cache
def the_37() -> Scenario:
    return samvirke.read_scenario("partnerskabspuljen")


def tables(scenario: Scenario) -> dict[str, pd.DataFrame]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return samvirke.run(scenario, replicates=Settings.replicates, keep=MEASURES, defaults=Settings.defaults)


@cache
def as_it_is() -> dict[str, pd.DataFrame]:
    return tables(the_37())


def outcomes(**settings: float) -> pd.DataFrame:
    """Outcomes of the 37 with parameters or levers set."""
    return tables(samvirke.read_scenario("partnerskabspuljen", parameters=settings))["outcomes"]


def with_grants_of(amount: float) -> pd.DataFrame:
    """Outcomes of the 37 where each grant has this amount."""

    def changed(grant: Any) -> Any:
        return grant.model_copy(update={"amount_dkk": amount})

    cases = tuple(case.model_copy(update={"grants": tuple(map(changed, case.grants))}) for case in the_37().partnerships)
    return tables(the_37().model_copy(update={"partnerships": cases}))["outcomes"]


def percent(chosen: Any) -> str:
    return f"{100 * float(np.mean(np.asarray(chosen, dtype=float))):.2f} %"


def continuing(found: pd.DataFrame) -> pd.Series:
    return found["future"].isin(CONTINUING)


def without_volunteers() -> Iterator[Figure]:
    based = [case.case_id for case in the_37().partnerships if case.volunteer_based and case.citizen_facing]
    population = the_37().population.model_copy(update={"volunteers": 0})
    alone = tables(
        the_37().model_copy(
            update={"population": population, "parameters": {**the_37().parameters, "share_of_citizens_who_could_volunteer": 0.0}}
        )
    )
    for name, found in (("with volunteers", as_it_is()["outcomes"]), ("without a volunteer", alone["outcomes"])):
        reached = found[found["partnership"].isin(based)]["citizens_reached"].mean()
        yield f"citizens reached by volunteer-based partnerships {name}", f"{reached:.0f}"


def support() -> Iterator[Figure]:
    for hours in (0.0, 2.0, 8.0):
        found = outcomes(support_hours_per_volunteer=hours)
        peak, left = found["volunteers_peak"].mean(), found["volunteers_at_grant_end"].mean()
        yield f"volunteers at the peak, at the grant's end with {hours:g} hours of support each", f"{peak:.1f}, {left:.1f}"


def money() -> Iterator[Figure]:
    for amount in (1e3, 1e5, 1e6, 1e7, 1e8):
        found = with_grants_of(amount)
        attained, goes_on = found["goal_attainment"].mean(), percent(continuing(found))
        alive = found["activities_alive_24_months"].mean()
        reached = found["citizens_reached"].mean()
        yield (
            f"attainment, go on, activities alive 24 months after, citizens reached with {amount:,.0f} DKK",
            f"{attained:.2f}, {goes_on}, {alive:.2f}, {reached:.0f}",
        )


def results() -> Iterator[Figure]:
    """By what the contact person answers on attainment in the last wave."""
    survey = as_it_is()["survey"].query("item == 'goal_attainment'")
    last = survey[survey["month"] == survey["month"].min() + 24] if survey["month"].nunique() > 2 else survey
    answers = last.set_index(RUN)["answer"]
    found = as_it_is()["outcomes"].set_index(RUN)
    joined = found.assign(answer=answers, on=continuing(found)).dropna(subset=["answer"])
    for name, low, high in (("1 to 3", 1, 3), ("4", 4, 4), ("5", 5, 5)):
        some = joined[joined["answer"].between(low, high)]
        yield f"go on where attainment is answered {name} (of {len(some)})", percent(some["on"]) if len(some) else "nobody"


def difference() -> Iterator[Figure]:
    for talk in (0.1, 0.9):
        synergy = [outcomes(openness=talk, differing_interests=apart)["synergy"].mean() for apart in (0.1, 0.9)]
        yield f"synergy with interests alike and apart, openness {talk:g}", f"{synergy[0]:.3f}, {synergy[1]:.3f}"


def conflict() -> Iterator[Figure]:
    for wave, answers in as_it_is()["survey"].query("item == 'disagreement_or_conflict'").groupby("month"):
        shares = ", ".join(percent(answers["answer"] == step) for step in (1, 2, 3, 4))
        yield f"disagreement or conflict never, rarely, sometimes, often in month {wave}", shares


def endings() -> Iterator[Figure]:
    found = as_it_is()["outcomes"]
    yield "ended before the grant did", percent(found["end_month"] < found["grant_end_month"])
    yield "ended because the goal is met or daily operation has taken over", percent(found["end_reason"] == "goal_met_or_daily_operation")
    yield "futures", ", ".join(f"{name} {percent(found['future'] == name)}" for name in sorted(found["future"].unique()))
    left = found[found["future"] == "ended_activities_continue"]
    yield (
        "activities continue: of these no activity 12, 24, 36 months after",
        ", ".join(percent(left[f"activities_alive_{months}_months"] == 0) for months in (12, 24, 36)),
    )
    with_groups = {case.case_id for case in the_37().partnerships if case.citizen_facing and case.format == "group"}
    meet_groups = left[left["partnership"].isin(with_groups) & (left["activities_alive_36_months"] > 0)]
    months = as_it_is()["monthly"].merge(meet_groups[[*RUN, "grant_end_month"]], on=RUN)
    later = months[months["month"] == months["grant_end_month"] + 36]
    yield (
        f"activities continue: of those with an activity for groups alive 36 months after ({len(later)}), nobody takes part",
        percent(later["participants"] == 0),
    )
    for column in [name for name in ("host_hours", "volunteer_hours", "hours") if name in later]:
        yield f"activities continue: mean {column} a month 36 months after", f"{later[column].mean():.1f}"


def rows_of_the_ended() -> Iterator[Figure]:
    months = as_it_is()["monthly"].merge(
        as_it_is()["outcomes"][["draw", "seed", "partnership", "end_month"]], on=["draw", "seed", "partnership"]
    )
    after = months[months["month"] > months["end_month"] + 1]
    for state in ("trust", "shared_understanding", "synergy"):
        yield f"rows of ended partnerships with a {state}", percent(after[state].notna())
    first = as_it_is()["monthly"].query("month == 1")
    column = next((name for name in ("attainment", "goal_attainment") if name in first), None)
    if column:
        yield "attainment in month 1, of rows that have one", f"{first[column].mean():.2f} of {percent(first[column].notna())}"


def size() -> Iterator[Figure]:
    def with_members(times: float) -> Scenario:
        cases = []
        for case in the_37().partnerships:
            members = {sector: max(1, round(count * times)) for sector, count in case.members.items()}
            cases.append(case.model_copy(update={"members": members}))
        return the_37().model_copy(update={"partnerships": tuple(cases)})

    for times in (0.5, 1.0, 2.0):
        yield f"synergy with {times:g} times the members", f"{tables(with_members(times))['outcomes']['synergy'].mean():.3f}"


def anchoring() -> Iterator[Figure]:
    for month in (1.0, 6.0, 12.0, 18.0, 24.0, 30.0):
        found = outcomes(anchoring_start_month=month, chance_of_beginning_anchoring_per_month=0.0)
        alive, attained = found["activities_alive_24_months"].mean(), found["goal_attainment"].mean()
        yield (
            f"activities alive 24 months after, attainment, go on; anchoring from month {month:g}",
            f"{alive:.2f}, {attained:.2f}, {percent(continuing(found))}",
        )


def persons_kept() -> dict[str, float]:
    """Persons that the simulation keeps for each partnership."""
    one_for_all = the_37().population.persons_per_citizen
    of_case = getattr(the_37(), "persons_per_citizen_of", lambda case: one_for_all)
    return {case.case_id: the_37().population.citizens * of_case(case) for case in the_37().partnerships}


def scale() -> Iterator[Figure]:
    found = as_it_is()["outcomes"]
    kept = found["partnership"].map(persons_kept())
    yield "runs that reach everybody who is kept", percent(found["citizens_reached"] >= kept - NEARLY)
    by_case = found.groupby("partnership")["citizens_reached"].mean().sort_values()
    yield (
        "citizens reached by the least, middle and most reaching case",
        f"{by_case.iloc[0]:.0f}, {by_case.median():.0f}, {by_case.iloc[-1]:.0f}",
    )


def citizens() -> Iterator[Figure]:
    found = as_it_is()["outcomes"].dropna(subset=["wellbeing_change", "network_change"])
    together = np.corrcoef(found["wellbeing_change"], found["network_change"])[0, 1]
    apart = (np.sign(found["wellbeing_change"]) != np.sign(found["network_change"])).mean()
    yield (
        "wellbeing and network of those who took part: mean changes",
        f"{found['wellbeing_change'].mean():.4f}, {found['network_change'].mean():.4f}",
    )
    yield "the same: correlation, and partnerships in which their signs differ", f"{together:.2f}, {percent(apart)}"
    for column in [str(name) for name in found if "volunteer" in str(name) and "change" in str(name)]:
        yield f"mean {column}", f"{found[column].mean():.4f}"


SECTIONS = (
    without_volunteers, support, money, results, difference, conflict, endings, rows_of_the_ended, size, anchoring, scale, citizens,
)  # fmt: skip


def main(
    replicates: Annotated[int, typer.Option(help="runs behind each figure")] = 40,
    defaults: Annotated[bool, typer.Option(help="the defaults instead of the posterior")] = False,
    only: Annotated[str, typer.Option(help="one section, by its name")] = "",
) -> None:
    """Print the figures, a line each."""
    Settings.replicates, Settings.defaults = replicates, defaults
    for section in SECTIONS:
        if only in ("", section.__name__):
            for name, value in section():
                print(f"{name}\t{value}", flush=True)


if __name__ == "__main__":
    typer.run(main)
