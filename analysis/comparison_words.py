"""A difference in plain words, in Danish and English: one sentence per arm and measure, and what the arm costs."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analysis.comparison_reading import Said, rounded, said, short_title
from analysis.measures import MEASURES, PERCENT
from model.scenario.resolved import Scenario

SHARE, COUNT, STATE, SMALL_STATE = "share", "count", "state", "small state"


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in. `less`, `more`, `whole` and `nothing` by kind of measure."""

    position: int
    marks: dict[str, str]
    less: dict[str, str]
    more: dict[str, str]
    whole: dict[str, str]
    nothing: dict[str, str]
    either_way: str
    up_to: str
    from_to: str
    about: str
    does_not_say: str
    perhaps_none: str
    hardly_any: str
    not_known: str
    not_lived: str
    it: str
    costs: str
    saves: str
    hours: str
    kroner: str
    together: str
    per_partnership: str
    one_point: tuple[str, str]


ENGLISH = Words(
    position=1,
    marks={},
    less={SHARE: "fewer", COUNT: "fewer", STATE: "points lower", SMALL_STATE: "lower"},
    more={SHARE: "more", COUNT: "more", STATE: "points higher", SMALL_STATE: "higher"},
    whole={
        SHARE: "of 100 partnerships, {amount} {words}",
        COUNT: "per partnership, {amount} {words}",
        STATE: "{words} is {amount} (of 100)",
        SMALL_STATE: "{words} is {amount} (on a scale of 0 to 1)",
    },
    nothing={
        SHARE: "hardly any difference: of 100 partnerships, as many {words}",
        COUNT: "hardly any difference in {words}",
        STATE: "hardly any difference in {words}",
        SMALL_STATE: "hardly any difference in {words}",
    },
    either_way="between {low} {less} and {high} {more}",
    up_to="up to {far} {way}",
    from_to="{near} to {far} {way}",
    about="about {far} {way}",
    does_not_say="; which way it goes the model does not say",
    perhaps_none="; perhaps there is hardly any difference",
    hardly_any="hardly any difference",
    not_known="not known: {words}",
    not_lived="cannot be seen, because the lives end before, or the grant does not end: {words}",
    it="it ",
    costs="costs about {what}",
    saves="saves about {what}",
    hours="{n} hours",
    kroner="{n} kr",
    together=" and ",
    per_partnership=" per partnership",
    one_point=(" 1 points", " 1 point"),
)

DANISH = Words(
    position=0,
    marks={",": ".", ".": ","},
    less={SHARE: "færre", COUNT: "færre", STATE: "point lavere", SMALL_STATE: "lavere"},
    more={SHARE: "flere", COUNT: "flere", STATE: "point højere", SMALL_STATE: "højere"},
    whole={
        SHARE: "{amount} af 100 partnerskaber {words}",
        COUNT: "pr. partnerskab {amount} {words}",
        STATE: "{words} er {amount} (af 100)",
        SMALL_STATE: "{words} er {amount} (på en skala fra 0 til 1)",
    },
    nothing={
        SHARE: "næsten ingen forskel: lige mange af 100 partnerskaber {words}",
        COUNT: "næsten ingen forskel i {words}",
        STATE: "næsten ingen forskel i {words}",
        SMALL_STATE: "næsten ingen forskel i {words}",
    },
    either_way="mellem {low} {less} og {high} {more}",
    up_to="op til {far} {way}",
    from_to="{near} til {far} {way}",
    about="omkring {far} {way}",
    does_not_say="; hvilken vej det går, siger modellen ikke",
    perhaps_none="; måske er der næsten ingen forskel",
    hardly_any="næsten ingen forskel",
    not_known="vides ikke: {words}",
    not_lived="kan ikke ses, fordi livene slutter før, eller bevillingen ikke slutter: {words}",
    it="det ",
    costs="koster omkring {what}",
    saves="sparer omkring {what}",
    hours="{n} timer",
    kroner="{n} kr.",
    together=" og ",
    per_partnership=" pr. partnerskab",
    one_point=(" 1 point", " 1 point"),
)

LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}


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
    """What the arm changes in one measure: of 100 partnerships, 9 to 17 more go on when the grant ends."""
    words, kind = LANGUAGES[language], kind_of(row.measure)
    named = MEASURES[row.measure].words[words.position]
    if np.isnan(row.mean):
        return (words.not_known if MEASURES[row.measure].after is None else words.not_lived).format(words=named)
    found = said(row)
    if found.nothing:
        return words.nothing[kind].format(words=named)
    return words.whole[kind].format(amount=_amount(found, kind, words), words=named) + _how_sure(found, words)


def amount(row: Any, language: str = "en") -> str:
    """The difference alone: 9 to 17 more."""
    words, found = LANGUAGES[language], said(row)
    return words.hardly_any if found.nothing else _amount(found, kind_of(row.measure), words)


def cost(hours: float, dkk: float, language: str = "en") -> str:
    """What an arm costs or saves a partnership; empty where nothing is counted."""
    words = LANGUAGES[language]
    counted = [
        (rounded(value), form) for value, form in ((hours, words.hours), (dkk, words.kroner)) if not np.isnan(value) and rounded(value)
    ]
    clauses = []
    for way, verb in ((1, words.costs), (-1, words.saves)):
        what = [form.format(n=in_digits(abs(value), 0, words)) for value, form in counted if value * way > 0.0]
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


def _amount(found: Said, kind: str, words: Words) -> str:
    less, more = words.less[kind], words.more[kind]
    low, high = (in_digits(abs(each), found.decimals, words) for each in (found.low, found.high))
    if found.either_way:
        return words.either_way.format(low=low, less=less, high=high, more=more).replace(*words.one_point)
    near, far, way = (low, high, more) if found.high > 0.0 else (high, low, less)
    form = words.about if near == far else words.up_to if found.low * found.high == 0.0 else words.from_to
    return form.format(near=near, far=far, way=way).replace(*words.one_point)


def _how_sure(found: Said, words: Words) -> str:
    if found.either_way:
        return words.does_not_say
    return words.perhaps_none if found.low * found.high == 0.0 else ""
