"""The one sentence above each view."""

from samvirke.model.scenario.calendar import calendar
from samvirke.model.scenario.resolved import Scenario
from samvirke.viz.dashboard.pictures.course_option import scaled
from samvirke.viz.dashboard.pictures.room import FIRST_OF_ALL
from samvirke.viz.dashboard.runs.all_partnerships import AllPartnerships
from samvirke.viz.dashboard.runs.asked import SHARES
from samvirke.viz.dashboard.runs.followed_run import FollowedRun
from samvirke.viz.dashboard.runs.frame import Frame
from samvirke.viz.dashboard.stage.markup import reason_it_ended
from samvirke.viz.dashboard.words.words import Words


def when(scenario: Scenario, month: int, months: int, words: Words) -> str:
    """The month as a heading."""
    year, of_year = calendar(scenario.start, max(1, month)).split("-")
    return words.month_of.format(month=month, months=months, calendar=f"{words.months_of_the_year[int(of_year) - 1]} {year}")


def of_one(run: FollowedRun, frame: Frame, words: Words) -> str:
    """What one sees of a partnership."""
    here = sum(not member.left_month for member in frame.members)
    if not frame.month:
        return words.before_the_first.format(members=here, persons=len(frame.persons))
    if not frame.alive:
        return words.ended_in.format(month=frame.end_month, reason=reason_it_ended(run, words.language))
    counts = frame.measures
    trust = f"{100.0 * counts['trust']:.0f}"
    if not counts["activities"] and frame.month > (run.grant_end or frame.month):
        return words.nothing_runs.format(members=words.so_many("organisations", here), trust=trust)
    said = words.one_run.format(
        members=words.so_many("organisations", here), volunteers=words.so_many("volunteers", counts["volunteers"]),
        citizens=words.so_many("citizens", counts["participants"]),
        trust=trust, synergy=f"{100.0 * counts['synergy']:.0f}",
    )  # fmt: skip
    return said + (words.holes[frame.holes > 1].format(holes=frame.holes) if frame.holes else "")


def between(frame: Frame, other: Frame, words: Words) -> str:
    """What differs between two lives in the same month; how things stand between partners only while both are partnerships."""
    told_of = [name for name in FIRST_OF_ALL if name not in SHARES or (frame.alive and other.alive)]
    changed = {name: round(scaled(name, other.measures[name]) - scaled(name, frame.measures[name])) for name in told_of}
    told = [f"{words.measures[name].lower()} {number:+d}".replace("-", "−") for name, number in changed.items() if number]
    return words.between.format(differences=", ".join(told)) if told else words.between_nothing


def of_all(everybody: AllPartnerships, month: int, words: Words) -> str:
    """What one sees of all partnerships."""
    return words.all_runs.format(alive=everybody.alive(month), all=len(everybody.monthly))
