"""A difference in plain words: one sentence per arm and measure, and what the arm costs."""

from typing import Any

import numpy as np
import pandas as pd

from samvirke.analysis.comparison.reading import ReportedRange, reported_range, rounded, short_title
from samvirke.analysis.measure import PERCENT
from samvirke.analysis.measures import MEASURES
from samvirke.model.language import N_, Language, language_of
from samvirke.model.scenario.resolved import Scenario

MILLION = 1e6
SHARE, COUNT, STATE, SMALL_STATE = "share", "count", "state", "small state"
"""Kinds of measures: partnerships of 100, so many per partnership, points of 100, and on a scale of 0 to 1."""

WITH_RANGE = {
    SHARE: N_("about {amount} of 100 partnerships {measure} ({low} to {high})"),
    COUNT: N_("per partnership, about {amount} {measure} ({low} to {high})"),
    STATE: N_("{measure} is about {amount} ({low} to {high} of 100)"),
    SMALL_STATE: N_("{measure} is about {amount} ({low} to {high} on a scale of 0 to 1)"),
}
WITHOUT_RANGE = {
    SHARE: N_("about {amount} of 100 partnerships {measure}"),
    COUNT: N_("per partnership, about {amount} {measure}"),
    STATE: N_("{measure} is about {amount} (of 100)"),
    SMALL_STATE: N_("{measure} is about {amount} (on a scale of 0 to 1)"),
}
FROM_ZERO = {
    SHARE: N_("0 to {amount} of 100 partnerships {measure}"),
    COUNT: N_("per partnership, 0 to {amount} {measure}"),
    STATE: N_("{measure} is 0 to {amount} (of 100)"),
    SMALL_STATE: N_("{measure} is 0 to {amount} (on a scale of 0 to 1)"),
}
EITHER_WAY = {
    SHARE: N_("no clear difference (from {low} to {high} of 100 partnerships {measure})"),
    COUNT: N_("no clear difference (from {low} to {high} {measure}, per partnership)"),
    STATE: N_("no clear difference in {measure} (from {low} to {high} of 100)"),
    SMALL_STATE: N_("no clear difference in {measure} (from {low} to {high} on a scale of 0 to 1)"),
}
UNITS = {
    SHARE: N_("of 100 partnerships"),
    COUNT: N_("per partnership"),
    STATE: N_("points of 100"),
    SMALL_STATE: N_("on a scale of 0 to 1"),
}


def sentence(scenario: Scenario, row: Any, language: str = "en", *, with_cost: bool = True) -> str:
    """One row of a table of differences as a sentence: which arm, what it changes, and what it costs if that is counted."""
    _ = language_of(language).gettext
    arm, change = short_title(scenario, row.arm, language), what_changes(row, language)
    price = cost(row.cost_hours, row.cost_dkk, language) if with_cost else ""
    if not price:
        return _("{arm}: {change}.", arm=arm, change=change)
    return _("{arm}: {change}; it {price}.", arm=arm, change=change, price=price)


def sentences(scenario: Scenario, differences: pd.DataFrame, language: str = "en") -> pd.DataFrame:
    """A sentence for every row: arm, measure, sentence."""
    rows = [(row.arm, row.measure, sentence(scenario, row, language)) for row in differences.itertuples()]
    return pd.DataFrame(rows, columns=["arm", "measure", "sentence"])


def what_changes_alone(row: Any, language: str = "en") -> str:
    """What the arm changes in one measure as a sentence without the arm, where it is clear which arm is meant; no capital letter."""
    return f"{what_changes(row, language)}."


def what_changes(row: Any, language: str = "en") -> str:
    """What the arm changes in one measure: about 13 more of 100 partnerships go on when the grant ends (9 to 17)."""
    words, found = language_of(language), reported_range(row)
    _, measure = words.gettext, measure_in_words(row.measure, language)
    if np.isnan(row.mean):
        if MEASURES[row.measure].after is None:
            return _("not known: {measure}", measure=measure)
        return _("not known, because the runs end before, or the grant has no end: {measure}", measure=measure)
    if found.unknown:
        return _("not known from one pair of runs: {measure}", measure=measure)
    return _about_a_range(row, found, measure, words)


def amount(row: Any, language: str = "en") -> str:
    """The difference alone: 9 to 17 more."""
    words, found, kind = language_of(language), reported_range(row), kind_of(row.measure)
    _ = words.gettext
    if found.unknown:
        return _("not known from one pair of runs")
    if found.nothing:
        return _("hardly any difference")
    if found.either_way:
        low, high = (_amount(each, found, kind, words) for each in (found.low, found.high))
        return _("between {low} and {high}", low=low, high=high)
    near, far = _near_and_far(found)
    changed = _amount(far, found, kind, words)
    if _below_one(near, far, kind):
        return _("hardly any difference (at most {amount})", amount=changed)
    if near == 0.0 or _is_part(near, kind):
        return _("0 to {amount}", amount=changed)
    low = _number(near, found, kind, words)
    return _("about {amount}", amount=changed) if near == far else _("{low} to {high}", low=low, high=changed)


def cost(hours: float, dkk: float, language: str = "en") -> str:
    """What an arm costs or saves a partnership; empty where nothing is counted."""
    words = language_of(language)
    counted = [(rounded(hours), _hours), (rounded(dkk), _kroner)]
    costs, saves = (words.listed(form(abs(value), words) for value, form in counted if value * way > 0.0) for way in (1, -1))
    if costs and saves:
        return words.gettext("costs about {costs} and saves about {saves} per partnership", costs=costs, saves=saves)
    if costs:
        return words.gettext("costs about {costs} per partnership", costs=costs)
    return words.gettext("saves about {saves} per partnership", saves=saves) if saves else ""


def kind_of(measure: str) -> str:
    """The unit in which differences in a measure are written: partnerships of 100, so many per partnership, or points."""
    unit = MEASURES[measure].unit
    if unit == PERCENT:
        return SHARE
    if not unit.startswith("points"):
        return COUNT
    return STATE if unit.endswith("100") else SMALL_STATE


def measure_in_words(measure: str, language: str = "en") -> str:
    """What one has more or less of: go on when the grant ends, citizens reached, trust."""
    return MEASURES[measure].wording(language_of(language))


def unit_in_words(measure: str, language: str = "en") -> str:
    """What differences in a measure are counted in: of 100 partnerships."""
    return language_of(language).gettext(UNITS[kind_of(measure)])


def ways_in_words(measure: str, language: str = "en") -> tuple[str, str]:
    """Which way differences in a measure go: fewer and more, or lower and higher."""
    _ = language_of(language).gettext
    return (_("fewer"), _("more")) if kind_of(measure) in (SHARE, COUNT) else (_("lower"), _("higher"))


def _about_a_range(row: Any, found: ReportedRange, measure: str, language: Language) -> str:
    _, kind = language.gettext, kind_of(row.measure)
    if found.nothing:
        same = N_("about as many of 100 partnerships {measure}") if kind == SHARE else N_("hardly any difference in {measure}")
        return _(same, measure=measure)
    if found.either_way:
        low, high = (_amount(each, found, kind, language) for each in (found.low, found.high))
        return _(EITHER_WAY[kind], measure=measure, low=low, high=high)
    near, far = _near_and_far(found)
    if _below_one(near, far, kind):
        changed = _amount(far, found, kind, language)
        return _("hardly any difference (at most {amount} of 100 partnerships {measure})", amount=changed, measure=measure)
    mean = float(np.copysign(rounded(row.mean, found.decimals), far))
    if near == 0.0 or _is_part(mean, kind):
        return _(FROM_ZERO[kind], measure=measure, amount=_amount(far, found, kind, language))
    low, high = (_number(each, found, kind, language) for each in (near, far))
    form = WITHOUT_RANGE if low == high else WITH_RANGE
    return _(form[kind], measure=measure, amount=_amount(mean, found, kind, language), low=low, high=high)


def _amount(value: float, found: ReportedRange, kind: str, language: Language) -> str:
    """A number and which way it goes: 9 more, 2 points lower."""
    written = {"n": _number(value, found, kind, language)}
    is_one = abs(value) == 1.0 or (kind == SHARE and rounded(abs(value)) <= 1.0)
    number = 1 if is_one else 2  # 1.2 points, though it is less than two
    if kind in (SHARE, COUNT):
        number = 2 if kind == COUNT else number  # its measures are named in the plural: key persons who left
        more = language.ngettext("{n} more", "{n} more", number, **written)
        return more if value > 0.0 else language.ngettext("{n} fewer", "{n} fewer", number, **written)
    if kind == STATE:
        higher = language.ngettext("{n} point higher", "{n} points higher", number, **written)
        return higher if value > 0.0 else language.ngettext("{n} point lower", "{n} points lower", number, **written)
    return language.gettext("{n} higher", **written) if value > 0.0 else language.gettext("{n} lower", **written)


def _number(value: float, found: ReportedRange, kind: str, language: Language) -> str:
    """A number without its sign; there are no parts of a partnership."""
    if _is_part(value, kind):
        return language.gettext("less than 1")
    return language.number(rounded(abs(value)), 0) if kind == SHARE else language.number(abs(value), found.decimals)


def _near_and_far(found: ReportedRange) -> tuple[float, float]:
    """The end of a range that is nearer to no difference, and the other."""
    return (found.low, found.high) if found.high > 0.0 else (found.high, found.low)


def _is_part(value: float, kind: str) -> bool:
    return kind == SHARE and 0.0 < abs(value) < 0.5


def _below_one(near: float, far: float, kind: str) -> bool:
    """Whether a share differs by one of 100 at most."""
    return kind == SHARE and abs(near) < 0.5 and rounded(abs(far)) <= 1.0


def _hours(value: float, language: Language) -> str:
    return language.ngettext("{n} hour", "{n} hours", value)


def _kroner(value: float, language: Language) -> str:
    """Kroner; from a million on in millions: 1.2 million, 23 million."""
    if value < MILLION:
        return language.kroner(value)
    millions = value / MILLION
    written = language.number(millions, 0 if millions >= 10.0 or millions.is_integer() else 1)
    return language.gettext("{n} million kroner", n=written)
