"""The variants of a scenario side by side, the most helpful first: what each changes for one partnership, drawn, in words and of 100."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from samvirke.analysis.comparison.reading import range_of, ranked, reach, rounded, way_of
from samvirke.analysis.comparison.sentences import amount, unit_in_words, ways_in_words
from samvirke.analysis.measures import MEASURES
from samvirke.model.scenario.resolved import Scenario
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.paired_runs import Pairs
from samvirke.viz.dashboard.stage.markup import bar_of_100, keys_of_futures
from samvirke.viz.dashboard.words.digits import in_digits
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped

BESIDE_EACH_OTHER = 12
"""Of 100: so much of a bar in the table has room for a sign beside its number."""
ROOM_FOR_AN_END = 0.2
"""So much of the scale must lie between zero and an end for the end to be written."""


def compare_markup(scenario: Scenario, arms: Mapping[str, Pairs], measure: str, address: Address, words: Words) -> str:
    """A row for each variant below the one as it is. `address` is the view that a variant's name leads on from."""
    if not arms:
        return f"<p>{escaped(words.no_arms)}</p>"
    together = pd.concat([pairs.differences for pairs in arms.values()], ignore_index=True)
    scale, in_order = reach(together, measure), ranked(together, measure)
    rows = "".join(_row(scenario, row, arms[str(row.arm)], scale, address, words) for row in in_order.itertuples())
    first = next(iter(arms.values())).without
    as_it_is = (f'<th scope="row">{escaped(words.as_it_is)}</th>', "<td></td>", "<td></td>", _bar(first, words))
    body = f"<tr>{''.join(as_it_is)}</tr>{rows}" if first.declared else rows
    keys = keys_of_futures(words) if first.declared else ""
    table = f'<table class="plain"><thead>{_head(measure, scale, words, bool(first.declared))}</thead><tbody>{body}</tbody></table>'
    return f'<p class="soft">{escaped(words.how_to_compare)}</p>{keys}{table}<p class="soft">{escaped(words.pairs_note)}</p>'


def _head(measure: str, scale: tuple[float, float], words: Words, futures: bool) -> str:
    named = MEASURES[measure].words[words.position]
    difference = f"{words.difference_in}: {named} ({unit_in_words(measure, words.language)})"
    cells = [escaped(words.arm), f"{escaped(difference)}{_ends(measure, scale, words)}", escaped(words.in_words)]
    cells += [escaped(words.of_100)] if futures else []
    inside = "".join(f'<th scope="col">{cell}</th>' for cell in cells)
    return f"<tr>{inside}</tr>"


def _ends(measure: str, scale: tuple[float, float], words: Words) -> str:
    """The ends of the scale in words, and where on it there is no difference."""
    low, high = scale
    ways = ways_in_words(measure, words.language)
    ends = [
        (place, f"{in_digits(abs(_short(end)), words)} {way}")
        for place, end, way in ((0.0, low, ways[0]), (100.0, high, ways[1]))
        if abs(end) > ROOM_FOR_AN_END * (high - low)
    ]
    at = [(_place(0.0, scale), "0"), *ends]
    return f'<span class="scale" aria-hidden="true">{"".join(_mark(place, said) for place, said in at)}</span>'


def _short(end: float) -> float:
    return rounded(end) if abs(end) >= 10.0 else round(end, 1)


def _mark(place: float, said: str) -> str:
    side = "start" if place < 5.0 else "end" if place > 95.0 else "middle"
    return f'<span class="{side}" style="left:{place:.1f}%">{escaped(said)}</span>'


def _place(value: float, scale: tuple[float, float]) -> float:
    return 100.0 * (value - scale[0]) / (scale[1] - scale[0])


def _row(scenario: Scenario, row: Any, pairs: Pairs, scale: tuple[float, float], address: Address, words: Words) -> str:
    title = str(getattr(scenario.arms[str(row.arm)].title, words.language))
    said, cost = amount(row, words.language) if pd.notna(row.mean) else words.not_known, pairs.cost_in_words(words.language)
    price = f"{cost[:1].upper()}{cost[1:]}." if cost else words.no_price
    here = escaped(replace(address, arm=str(row.arm), tab="one").query())
    cells = [
        f'<th scope="row"><a href="?{here}">{escaped(title)}</a></th>',
        f"<td>{_range(row, scale)}</td>",
        f'<td>{escaped(said[:1].upper() + said[1:])}. <span class="soft">{escaped(price)}</span></td>',
    ]
    cells += [_bar(pairs.with_levers, words)] if pairs.without.declared else []
    return f"<tr>{''.join(cells)}</tr>"


def _range(row: Any, scale: tuple[float, float]) -> str:
    """A bar for the doubt and a dot for the mean, filled where the range lies on one side of no difference; nothing if not known."""
    if pd.isna(row.mean):
        return ""
    left, right = (_place(end, scale) for end in range_of(row))
    return (
        f'<span class="scale {way_of(row)}" aria-hidden="true"><i class="zero" style="left:{_place(0.0, scale):.1f}%"></i>'
        f'<i class="range" style="left:{left:.1f}%;width:{max(right - left, 0.5):.1f}%"></i>'
        f'<i class="mean" style="left:{_place(row.mean, scale):.1f}%"></i></span>'
    )


def _bar(simulated: Any, words: Words) -> str:
    return f'<td class="of100">{bar_of_100(simulated.futures, words, BESIDE_EACH_OTHER)}</td>'
