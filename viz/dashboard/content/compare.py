"""The variants of a scenario side by side, the most helpful first: what each changes for one partnership, drawn, in words and of 100."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
from markupsafe import Markup

from samvirke.analysis.comparison.comparison import Comparison
from samvirke.analysis.comparison.prior_width import what_data_say
from samvirke.analysis.comparison.reading import range_of, ranked, reach, rounded, way_of
from samvirke.analysis.comparison.sentences import amount, sentence, unit_in_words, ways_in_words, what_changes_alone
from samvirke.analysis.measures import MEASURES
from samvirke.model.language import Language
from samvirke.model.scenario.resolved import Scenario
from samvirke.viz.dashboard.content.texts import FUTURES, part, parts_of_100
from samvirke.viz.dashboard.names import first_large, in_digits
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.followed_run import TURNED
from samvirke.viz.dashboard.runs.paired_runs import Pairs

BESIDE_EACH_OTHER = 12
"""Of 100: so much of a bar in the table has room for a sign beside its number."""
FIRST_VARIANTS = 3
"""So many variants are simulated again to tell what the data add: a quarter of a minute."""
ROOM_FOR_AN_END = 0.2
"""So much of the scale must lie between zero and an end for the end to be written."""
Scale = tuple[float, float]


def compare_markup(scenario: Scenario, arms: Mapping[str, Pairs], measure: str, address: Address, language: Language) -> Markup:
    """A row for each variant below the one as it is. `address` is the view that a variant's name leads on from."""
    content: dict[str, Any] = {"rows": [], "marks": [], "measure": "", "as_it_is": []}
    if arms:
        differences = pd.concat([pairs.differences for pairs in arms.values()], ignore_index=True)
        scale, first = reach(differences, measure), next(iter(arms.values())).without
        rows = ranked(differences, measure).itertuples()
        content = {
            "rows": [_row(scenario, each, arms[str(each.arm)], scale, address, language) for each in rows],
            "marks": list(_marks(measure, scale, language)), "measure": _measure(measure, language),
            "as_it_is": parts_of_100(first.futures) if first.declared else [],
        }  # fmt: skip
    return part("answers.jinja", "compare", language, **content, futures=FUTURES, beside=BESIDE_EACH_OTHER)


def most_helpful(arms: Mapping[str, Pairs], measure: str) -> tuple[str, ...]:
    """The variants at the top of the table."""
    differences = pd.concat([pairs.differences for pairs in arms.values()], ignore_index=True)
    return tuple(map(str, ranked(differences, measure)["arm"][:FIRST_VARIANTS]))


def what_the_data_add(compared: Comparison, measure: str, language: Language) -> list[str]:
    """Per arm, the most helpful first: its difference over all these runs, and whether the data narrow its range."""
    rows = ranked(compared.differences, measure)
    return [f"{_named(compared, row, language)} {of_data}" for row in rows.itertuples() if (of_data := what_data_say(row, language.code))]


def _named(compared: Comparison, row: Any, language: Language) -> str:
    """A difference as a sentence; with the title of the arm, but for that of the levers, which everybody sees."""
    if row.arm == TURNED:
        return first_large(what_changes_alone(row, language.code))
    return sentence(compared.scenario, row, language.code, with_cost=False)


def _measure(measure: str, language: Language) -> str:
    """What the differences are in, and their unit."""
    named, unit = language.pgettext("measure", MEASURES[measure].label), unit_in_words(measure, language.code)
    return language.gettext("Difference in: {measure} ({unit})", measure=named, unit=unit)


def _marks(measure: str, scale: Scale, language: Language) -> Iterator[tuple[str, float, str]]:
    """What is written along the scale, each with the side it is set to and its place in percent: no difference, and both ends."""
    low, high = scale
    ways = ways_in_words(measure, language.code)
    yield _side(_place(0.0, scale)), _place(0.0, scale), "0"
    for place, end, way in ((0.0, low, ways[0]), (100.0, high, ways[1])):
        if abs(end) > ROOM_FOR_AN_END * (high - low):
            yield _side(place), place, f"{in_digits(abs(_short(end)), language)} {way}"


def _short(end: float) -> float:
    return rounded(end) if abs(end) >= 10.0 else round(end, 1)


def _side(place: float) -> str:
    return "start" if place < 5.0 else "end" if place > 95.0 else "middle"


def _place(value: float, scale: Scale) -> float:
    """Where a value is on the scale, in percent from the left."""
    return round(100.0 * (value - scale[0]) / (scale[1] - scale[0]), 1)


def _row(scenario: Scenario, row: Any, pairs: Pairs, scale: Scale, address: Address, language: Language) -> dict[str, Any]:
    _, cost = language.gettext, pairs.cost_in_words(language.code)
    return {
        "title": scenario.arms[row.arm].whole_title(language.code),
        "address": replace(address, arm=str(row.arm), tab="one").query(),
        "range": _range(row, scale),
        "wording": first_large(amount(row, language.code) if pd.notna(row.mean) else _("Not known")),
        "price": f"{first_large(cost)}." if cost else _("No price is given."),
        "parts": parts_of_100(pairs.with_levers.futures),
    }


def _range(row: Any, scale: Scale) -> dict[str, Any] | None:
    """A bar for the interval and a dot for the mean, filled where the interval lies on one side of no difference; None if not known."""
    if pd.isna(row.mean):
        return None
    left, right = (_place(end, scale) for end in range_of(row))
    width = max(round(right - left, 1), 0.5)
    return {"way": way_of(row), "zero": _place(0.0, scale), "left": left, "width": width, "mean": _place(row.mean, scale)}
