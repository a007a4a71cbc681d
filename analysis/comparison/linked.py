"""An arm that changes some partnerships only: which others moved too, and along which link."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.model.ensemble import Ensemble
from samvirke.model.language import Language
from samvirke.model.scenario.links import Link, links_of
from samvirke.model.scenario.resolved import ALL, Arm, Scenario

TRACES = ("hours_total", "output_total", "trust")
"""Fields of partnerships: whatever happens in one leaves a trace in them."""
LEAST_PART = 0.01
"""Part of a trace that must differ, on the mean over runs, for a partnership to be said to have moved: a hundredth of its hours,
output or trust. Less is passed on, and nobody would notice it."""
AT_SECOND_HAND = ""
NOT_COMPARED = {"title", "details", "events", "cost_dkk", "cost_hours"}


def changed_by(scenario: Scenario, arm: str, baseline: str) -> frozenset[str]:
    """Ids of the partnerships to which an arm brings events that the baseline does not, or the other way round.

    Empty where it changes them all, or more than events: then no partnership is one of the others.
    """
    one, other = scenario.arms[arm], scenario.arms[baseline]
    if one.model_dump(exclude=NOT_COMPARED) != other.model_dump(exclude=NOT_COMPARED):
        return frozenset()
    cases = {each.addressee.case_id for each in _in_one_only(one, other)}
    return frozenset() if ALL in cases or len(cases) == len(scenario.partnerships) else frozenset(cases)


def _in_one_only(one: Arm, other: Arm) -> list[Any]:
    return [each for each in (*one.events, *other.events) if (each in one.events) != (each in other.events)]


def traces(ensemble: Ensemble) -> NDArray[np.float64]:
    """What shows that a partnership went another way: runs x partnerships x fields."""
    return np.stack([ensemble.partnerships[name] for name in TRACES], axis=-1)


def cases_that_moved(scenario: Scenario, one: NDArray[np.float64], other: NDArray[np.float64]) -> frozenset[str]:
    """Ids of the partnerships that went another way: one of their traces differs by a hundredth or more on the mean over runs."""
    known = ~(np.isnan(one) | np.isnan(other))
    apart = np.where(known, np.abs(one - other), 0.0).mean(axis=0)
    usual = np.where(known, np.abs(other), 0.0).mean(axis=0)
    moved = (apart > LEAST_PART * usual).any(axis=1)
    return frozenset(case.case_id for case, moves in zip(scenario.partnerships, moved, strict=True) if moves)


def also_moved(scenario: Scenario, changed: Collection[str], moved_cases: Collection[str]) -> tuple[Link, ...]:
    """The partnerships that moved though the arm does not change them, by who links them to those that it changes.

    Who is `AT_SECOND_HAND` for those that share nobody with them, but with others that moved.
    """
    through: dict[str, set[str]] = {}
    for case_id in sorted(changed):
        for each in links_of(scenario, case_id):
            through.setdefault(each.who, set()).update(set(each.others) & set(moved_cases) - set(changed))
    others = set(moved_cases) - set(changed)
    through[AT_SECOND_HAND] = others.difference(*through.values())
    return tuple(Link(who, _in_order(scenario, cases)) for who, cases in through.items() if cases)


def _in_order(scenario: Scenario, cases: Collection[str]) -> tuple[str, ...]:
    return tuple(case.case_id for case in scenario.partnerships if case.case_id in cases)


def also_moved_in_words(links: Sequence[Link], language: Language, named: Callable[[str], str] = str) -> str:
    """One sentence that says who moved too and along which link; empty where nobody did. `named` gives a partnership its name."""
    if not links:
        return ""
    through: dict[tuple[str, ...], list[str]] = {}
    for each in links:
        through.setdefault(each.others, []).append(each.who)
    groups = "; ".join(_group(who, map(named, cases), language) for cases, who in through.items())
    return language.gettext("Others moved too, though the arm changes nothing there: {partnerships}.", partnerships=groups)


def _group(who: Sequence[str], cases: Iterable[str], language: Language) -> str:
    partnerships = language.listed(list(cases))
    if AT_SECOND_HAND in who:
        return language.gettext("{partnerships} (at second hand, through those)", partnerships=partnerships)
    return language.gettext("{partnerships} (through {links})", partnerships=partnerships, links=language.listed(list(who)))
