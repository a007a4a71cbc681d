"""Why a life went as it did: what carried it, what weighed against it, what could have helped, each with its weight."""

from collections.abc import Sequence

from analysis.explain.but_for import EVENT, ButFor
from analysis.explain.explanation import Explanation, explain
from analysis.explain.life import life_of
from model.scenario.resolved import Scenario
from viz.dashboard.words import Words
from viz.html_pieces import escaped

LIVES = 100
MOST_OF_A_SORT = 4


def explained(scenario: Scenario, case: str, seed: int, arm: str, language: str) -> Explanation:
    """Live it again, many times. Raises ScenarioError where it is not decided within its months."""
    return explain(life_of(scenario, case, seed=seed, arm=arm), lives=LIVES, language=language)


def why_markup(what: Explanation, words: Words) -> str:
    """The explanation in a few lines."""
    sorts = (
        (words.why_carried, what.what_carried_it),
        (words.why_against, what.what_weighed_against_it),
        (words.why_helped, what.what_would_have_helped),
    )
    told = "".join(_sort(name, found, what, words) for name, found in sorts if found)
    began = words.why_began.format(percent=f"{what.to_begin_with.percent:.0f}")
    return f"<p><b>{escaped(began)}</b></p>{told or f'<p>{escaped(words.why_nothing)}</p>'}"


def _sort(name: str, found: Sequence[ButFor], what: Explanation, words: Words) -> str:
    rows = "".join(f"<li>{escaped(_said(each, what, words))}</li>" for each in found[:MOST_OF_A_SORT])
    return f"<h3>{escaped(name)}</h3><ul>{rows}</ul>"


def _said(each: ButFor, what: Explanation, words: Words) -> str:
    """How many go on otherwise, and of which lives: an event is judged from the month before it, all else from the beginning."""
    (otherwise, as_it_was), named = each.percents(what.measure), what.named(each)
    said = words.why_event if each.sort == EVENT else words.why_course
    return said.format(what=named[:1].upper() + named[1:], otherwise=f"{otherwise:.0f}", as_it_was=f"{as_it_was:.0f}")
