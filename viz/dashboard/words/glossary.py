"""What the words and numbers on the screen mean, as a table: on the page of evidence all of them, below a view its own."""

from samvirke.viz.dashboard.words.glossary_words import AS_ABOVE, FURTHER_DOWN, GLOSSARY, ON_EVIDENCE, USUALLY, Entry, Pair
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped


def glossary_markup(words: Words, view: str = "") -> str:
    """The words of a view (all, if none is named) as a table; what is true of most of them is said once, above it."""
    entries = [each for each in GLOSSARY if not view or view in each.views]
    head = "".join(f'<th scope="col">{escaped(each)}</th>' for each in words.glossary_head)
    place = (ON_EVIDENCE if view else FURTHER_DOWN)[words.position]
    rows = "".join(_row(each, words.position, place) for each in entries)
    usual = any(each.source is None or each.sure is None for each in entries)
    above = f'<p class="soft">{escaped(USUALLY[words.position])}</p>' if usual else ""
    return f'{above}<table class="plain"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def folded(words: Words, view: str) -> str:
    """The same, folded under what it explains."""
    return f"<details><summary>{escaped(words.what_it_means)}</summary>{glossary_markup(words, view)}</details>"


def _row(entry: Entry, position: int, place: str) -> str:
    cells: tuple[Pair, ...] = (entry.meaning, entry.source or AS_ABOVE, entry.sure or AS_ABOVE)
    told = "".join(f"<td>{escaped(each[position].format(place=place))}</td>" for each in cells)
    return f'<tr><th scope="row">{escaped(entry.term[position])}</th>{told}</tr>'
