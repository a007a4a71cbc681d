"""The questions as pairs of bars on the proof's page, by scale: what the steps are called, then question after question."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from samvirke.analysis.calibration.likelihood import Question
from samvirke.analysis.survey.questionnaire import answers_in_words, label_of, question_title
from samvirke.analysis.validation.validation import Likert, Validation
from samvirke.model.items import ITEMS, SCALES
from samvirke.viz.charts.colours import colour_of_answers, ink_on
from samvirke.viz.charts.file import figure_of
from samvirke.viz.charts.likert_bars import Bar, Part, likert_bars
from samvirke.viz.page.pieces import escaped, heading, paragraph
from samvirke.viz.validation.words import Words

SCALES_THAT_FALL = ("future4",)  # whose first step is the one hoped for
CELLS_OF_SEVEN: dict[tuple[int, ...], tuple[str, int]] = {
    (0,): ("fewer in words", 0),
    (1,): ("six in words", 1),
    (2,): ("seven in words", 2),
}


def likert_figures(validation: Validation, words: Words) -> Iterator[str]:
    """All questions, those of one scale together."""
    yield heading(3, words.say("likert figure"))
    yield paragraph(words.say("likert caption"), "soft")
    sources = {row.target_id: row.source for row in validation.asked.rows}
    order = list(SCALES)
    by_scale = sorted(validation.likert, key=lambda each: order.index(scale_of(each.question)))
    for scale, found in groupby(by_scale, key=lambda each: scale_of(each.question)):
        yield steps_of(scale, words)
        yield from _question_figures(found, sources, words)


def scale_of(question: Question) -> str:
    """The scale on which a question is answered."""
    return ITEMS[question.item].scale


def steps_of(scale: str, words: Words) -> str:
    """The steps of a scale in their colours: in Danish as they are asked, and in English."""
    chips = "".join(_chip(scale, code, words) for code in SCALES[scale].codes)
    return f'<p class="key"><strong>{escaped(words.say("scale"))}</strong> {chips}</p>'


def _chip(scale: str, code: int, words: Words) -> str:
    danish, english = label_of(scale, code, "da"), label_of(scale, code, "en")
    said = danish if words.language == "da" or danish == english else f"{danish} ({english})"
    colour = _colour(scale, (code,))
    return f'<span style="background:{colour};color:{ink_on(colour)}">{escaped(said)}</span>'


def _colour(scale: str, codes: tuple[int, ...]) -> str:
    steps = SCALES[scale]
    if scale == "yesno":  # neither end is the better one: grey and green
        return colour_of_answers(tuple(1 + code for code in codes), 0, 3)
    return colour_of_answers(codes, steps.first, len(steps.codes), low_end_first=scale not in SCALES_THAT_FALL)


def _question_figures(found: Iterable[Likert], sources: dict[str, str], words: Words) -> Iterator[str]:
    for each in found:
        question = each.question
        title = question_title(question.item, question.month, question.given, words.language)
        named = f"{title} (n = {sum(question.counts)})"
        cited = "; ".join(dict.fromkeys(sources[row] for row in question.target_ids))
        figure = figure_of(likert_bars(bars_of(each, words)), f"{named}. {in_words(each, words)}")
        source = paragraph(f"{words.say('source')}: {cited}", "soft")
        yield f'<section class="question"><h4>{escaped(named)}</h4>{figure}{source}</section>'


def bars_of(likert: Likert, words: Words) -> tuple[Bar, Bar]:
    """The reported bar above the simulated one."""
    return (
        Bar(words.say("reported"), _parts(likert, likert.reported, words), says_words=True),
        Bar(words.say("simulated"), _parts(likert, likert.simulated, words), says_words=False),
    )


def _parts(likert: Likert, percents: tuple[float, ...], words: Words) -> tuple[Part, ...]:
    question, of_cell = likert.question, dict(zip(likert.question.cells, percents, strict=True))
    return tuple(Part(of_cell[cell], cell_words(question, cell, words), cell_colour(question, cell)) for cell in in_order(question))


def in_order(question: Question) -> list[tuple[int, ...]]:
    """The cells from the low end of the scale to the one hoped for."""
    low_end_first = sorted(question.cells, key=lambda cell: sum(cell) / len(cell))
    return low_end_first[::-1] if scale_of(question) in SCALES_THAT_FALL else low_end_first


def last_cell(question: Question) -> tuple[int, ...]:
    """The cell that a bar ends with."""
    return in_order(question)[-1]


def cell_words(question: Question, cell: tuple[int, ...], words: Words) -> str:
    """What answers of a cell are called; on both pages in Danish, as they were asked."""
    if question.nested_in is not None:
        return words.say(CELLS_OF_SEVEN[cell][0])
    return answers_in_words(question.item, cell, "da")


def cell_colour(question: Question, cell: tuple[int, ...]) -> str:
    """The colour of a cell's place on its scale."""
    if question.nested_in is not None:
        return colour_of_answers((CELLS_OF_SEVEN[cell][1],), 0, len(CELLS_OF_SEVEN))
    return _colour(scale_of(question), cell)


def in_words(likert: Likert, words: Words) -> str:
    """The bars as a sentence, for who cannot see them."""
    cells = zip(likert.question.cells, likert.reported, likert.simulated, strict=True)
    return "; ".join(
        f"{cell_words(likert.question, cell, words)}: {words.say('reported')} {reported:.0f} %, {words.say('simulated')} {simulated:.0f} %"
        for cell, reported, simulated in cells
    )
