"""A difference in plain words, in Danish and English: one sentence per arm and measure, and what the arm costs."""

from typing import Any

import numpy as np
import pandas as pd

from samvirke.analysis.comparison.reading import Said, rounded, said, short_title
from samvirke.analysis.comparison.texts import COUNT, LANGUAGES, SHARE, SMALL_STATE, STATE, Words
from samvirke.analysis.measures import MEASURES, PERCENT
from samvirke.model.scenario.resolved import Scenario

MILLION = 1e6


def sentence(scenario: Scenario, row: Any, language: str = "en", *, with_cost: bool = True) -> str:
    """One row of a table of differences as a sentence: which arm, what it changes, and what it costs if that is counted."""
    words = LANGUAGES[language]
    price = cost(row.cost_hours, row.cost_dkk, language) if with_cost else ""
    clauses = [what_changes(row, language), *([words.it + price] if price else [])]
    return f"{short_title(scenario, row.arm, language)}: {'; '.join(clauses)}".removesuffix(".") + "."


def sentences(scenario: Scenario, differences: pd.DataFrame, language: str = "en") -> pd.DataFrame:
    """A sentence for every row: arm, measure, sentence."""
    rows = [(row.arm, row.measure, sentence(scenario, row, language)) for row in differences.itertuples()]
    return pd.DataFrame(rows, columns=["arm", "measure", "sentence"])


def what_changes(row: Any, language: str = "en") -> str:
    """What the arm changes in one measure: about 13 more of 100 partnerships go on when the grant ends (9 to 17)."""
    words, kind = LANGUAGES[language], kind_of(row.measure)
    named, found = MEASURES[row.measure].words[words.position], said(row)
    if np.isnan(row.mean):
        return (words.not_known if MEASURES[row.measure].after is None else words.not_simulated).format(words=named)
    if found.unknown:
        return words.one_pair.format(words=named)
    if found.nothing:
        return words.nothing[kind].format(words=named)
    if found.either_way:
        return _cannot_tell(found, kind, named.replace(*words.in_a_clause) if kind == SHARE else named, words)
    return _one_way(row, found, kind, named, words).replace(*words.of_one)


def amount(row: Any, language: str = "en") -> str:
    """The difference alone: 9 to 17 more."""
    words, found = LANGUAGES[language], said(row)
    if found.unknown:
        return words.one_pair_alone
    return words.hardly_any if found.nothing else _amount(found, kind_of(row.measure), words)


def cost(hours: float, dkk: float, language: str = "en") -> str:
    """What an arm costs or saves a partnership; empty where nothing is counted."""
    words = LANGUAGES[language]
    counted = [
        (rounded(value), form) for value, form in ((hours, words.hours), (dkk, words.kroner)) if not np.isnan(value) and rounded(value)
    ]
    clauses = []
    for way, verb in ((1, words.costs), (-1, words.saves)):
        what = [form.format(n=_in_short(abs(value), words)) for value, form in counted if value * way > 0.0]
        clauses += [verb.format(what=words.together.join(what))] if what else []
    return words.together.join(clauses) + words.per_partnership if clauses else ""


def kind_of(measure: str) -> str:
    """How differences in a measure are spoken of: partnerships of 100, so many per partnership, or points."""
    unit = MEASURES[measure].unit
    if unit == PERCENT:
        return SHARE
    if not unit.startswith("points"):
        return COUNT
    return STATE if unit.endswith("100") else SMALL_STATE


def in_digits(value: float, decimals: int, words: Words) -> str:
    """A number as the language writes it: 12,000.5 or 12.000,5."""
    return "".join(words.marks.get(sign, sign) for sign in f"{value:,.{decimals}f}")


def _in_short(value: float, words: Words) -> str:
    """A whole number; from a million on in millions: 1.2 million, 23 million."""
    if value < MILLION:
        return in_digits(value, 0, words)
    millions = value / MILLION
    return words.millions.format(n=in_digits(millions, 0 if millions >= 10.0 or millions.is_integer() else 1, words))


def _cannot_tell(found: Said, kind: str, named: str, words: Words) -> str:
    low, high = (in_digits(abs(each), found.decimals, words) for each in (found.low, found.high))
    form = words.cannot_tell[kind]
    told = form.format(words=named, low=low, high=high, less=words.less[kind], more=words.more[kind])
    return told.replace(*words.of_one)


def _one_way(row: Any, found: Said, kind: str, named: str, words: Words) -> str:
    """More, or less: the mean first; where the range reaches none, how much at most."""
    near, far, way = _ends(found, kind, words)
    if found.low * found.high == 0.0 or _below_one(near, far, words):
        or_none = words.or_none if found.low * found.high == 0.0 else ""
        return words.at_most[kind].format(words=named, far=far, way=way) + or_none
    mean = _digits(rounded(row.mean, found.decimals), found, kind, words)
    ends = (words.no_ends if near == far else words.ends)[kind].format(near=near, far=far)
    return words.one_way[kind].format(mean=mean, way=way, words=named, ends=ends)


def _amount(found: Said, kind: str, words: Words) -> str:
    if found.either_way:
        low, high = (in_digits(abs(each), found.decimals, words) for each in (found.low, found.high))
        return words.either_way.format(low=low, less=words.less[kind], high=high, more=words.more[kind]).replace(*words.of_one)
    near, far, way = _ends(found, kind, words)
    at_most = found.low * found.high == 0.0 or _below_one(near, far, words)
    form = words.about if near == far else words.up_to if at_most else words.from_to
    return form.format(near=near, far=far, way=way).replace(*words.of_one)


def _ends(found: Said, kind: str, words: Words) -> tuple[str, str, str]:
    """The end of a range that is nearer to no difference, the other, and which way they lie."""
    low, high = (_digits(each, found, kind, words) for each in (found.low, found.high))
    return (low, high, words.more[kind]) if found.high > 0.0 else (high, low, words.less[kind])


def _below_one(near: str, far: str, words: Words) -> bool:
    return near == words.less_than_one and far in (near, "1")


def _digits(value: float, found: Said, kind: str, words: Words) -> str:
    """One end of a range; there are no parts of a partnership."""
    if kind != SHARE:
        return in_digits(abs(value), found.decimals, words)
    return words.less_than_one if 0.0 < abs(value) < 0.5 else in_digits(rounded(abs(value)), 0, words)
