"""The variants of a scenario side by side: what each changes for one partnership, in a sentence and of 100."""

from collections.abc import Mapping

from model.scenario.resolved import Scenario
from viz.dashboard.markup import of_100
from viz.dashboard.paired_lives import Pairs
from viz.dashboard.words import Words
from viz.html_pieces import escaped


def compare_markup(scenario: Scenario, arms: Mapping[str, Pairs], measure: str, words: Words) -> str:
    """A bar for each variant below the one as it is, and a sentence with its price for each."""
    if not arms:
        return f"<p>{escaped(words.no_arms)}</p>"
    first = next(iter(arms.values())).without
    named = {name: str(getattr(scenario.arms[name].title, words.language)) for name in arms}
    rows = [(words.as_it_is, first.futures), *((named[name], pairs.with_levers.futures) for name, pairs in arms.items())]
    told = "".join(_row(named[name], pairs, measure, words) for name, pairs in arms.items())
    bars = f"<h2>{escaped(words.of_100)}</h2>{of_100(rows, words)}" if first.declared else ""
    return f'<table class="plain"><tbody>{told}</tbody></table>{bars}<p class="soft">{escaped(words.pairs_note)}</p>'


def _row(name: str, pairs: Pairs, measure: str, words: Words) -> str:
    said, cost = escaped(pairs.sentence(measure, words.language)), pairs.cost_in_words(words.language)
    price = f"{cost[:1].upper()}{cost[1:]}" if cost else words.no_price
    return f'<tr><th scope="row">{escaped(name)}</th><td>{said}</td><td>{escaped(price)}</td></tr>'
