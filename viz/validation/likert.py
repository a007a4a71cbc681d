"""The questions as pairs of bars on the page, by scale: what the steps are called, then question after question."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from samvirke.analysis.calibration.likelihood import Question
from samvirke.analysis.survey.questionnaire import answers_in_words, label_of, question_title
from samvirke.analysis.validation.validation import Likert, Validation
from samvirke.model.items import ITEMS, SCALES
from samvirke.model.language import Language
from samvirke.viz import words
from samvirke.viz.charts.colours import colour_of_answers, ink_on
from samvirke.viz.charts.likert_bars import Bar, Part, likert_bars
from samvirke.viz.page.page import picture

SCALES_THAT_FALL = ("future4",)
"""Scales whose first step is the desirable one."""
ASKED_IN = "da"
"""The language of the questionnaire."""


@dataclass(frozen=True)
class QuestionFigure:
    """One question as two bars, and where the reported answers come from."""

    title: str
    picture: Markup
    source: str


def by_scale(validation: Validation, language: Language) -> Iterator[tuple[Markup, list[QuestionFigure]]]:
    """The steps of each scale, and the figures of its questions."""
    sources = {row.target_id: words.cited(row.cited, language) for row in validation.asked.rows}
    order = list(SCALES)
    found = sorted(validation.likert, key=lambda each: order.index(scale_of(each.question)))
    for scale, group in groupby(found, key=lambda each: scale_of(each.question)):
        yield steps_of(scale, language), list(_figures(group, sources, language))


def _figures(found: Iterable[Likert], sources: dict[str, str], language: Language) -> Iterator[QuestionFigure]:
    for each in found:
        question = each.question
        title = question_title(question.item, question.month, question.given, language.code)
        named = f"{title} (n = {sum(question.counts)})"
        cited = "; ".join(dict.fromkeys(sources[row] for row in question.target_ids))
        yield QuestionFigure(named, picture(likert_bars(bars_of(each, language), language), f"{named}. {in_words(each, language)}"), cited)


def scale_of(question: Question) -> str:
    """The scale on which a question is answered."""
    return ITEMS[question.item].scale


def steps_of(scale: str, language: Language) -> Markup:
    """The steps of a scale in their colours: as they were asked, and in the language of the page."""
    chips = Markup("").join(_chip(scale, code, language) for code in SCALES[scale].codes)
    return Markup('<p class="key"><strong>{}</strong> {}</p>').format(language.gettext("Steps of the scale:"), chips)


def _chip(scale: str, code: int, language: Language) -> Markup:
    asked, read = label_of(scale, code, ASKED_IN), label_of(scale, code, language.code)
    wording = asked if asked == read else f"{asked} ({read})"
    colour = _colour(scale, (code,))
    return Markup('<span style="background:{};color:{}">{}</span>').format(colour, ink_on(colour), wording)


def _colour(scale: str, codes: Sequence[int]) -> str:
    steps = SCALES[scale]
    if scale == "yesno":  # neither end is the better one: grey and green
        return colour_of_answers(tuple(1 + code for code in codes), 0, 3)
    return colour_of_answers(tuple(codes), steps.first, len(steps.codes), low_end_first=scale not in SCALES_THAT_FALL)


def bars_of(likert: Likert, language: Language) -> tuple[Bar, Bar]:
    """The reported bar above the simulated one."""
    return (
        Bar(language.gettext("reported"), _parts(likert, likert.reported, language), says_words=True),
        Bar(language.gettext("simulated"), _parts(likert, likert.simulated, language), says_words=False),
    )


def _parts(likert: Likert, percents: tuple[float, ...], language: Language) -> tuple[Part, ...]:
    question, of_cell = likert.question, dict(zip(likert.question.cells, percents, strict=True))
    return tuple(Part(of_cell[cell], cell_words(question, cell, language), cell_colour(question, cell)) for cell in in_order(question))


def in_order(question: Question) -> list[tuple[int, ...]]:
    """The cells from the low end of the scale to the desirable one."""
    low_end_first = sorted(question.cells, key=lambda cell: sum(cell) / len(cell))
    return low_end_first[::-1] if scale_of(question) in SCALES_THAT_FALL else low_end_first


def last_cell(question: Question) -> tuple[int, ...]:
    """The cell that a bar ends with."""
    return in_order(question)[-1]


def cell_words(question: Question, cell: tuple[int, ...], language: Language) -> str:
    """What answers of a cell are called; in every language as they were asked."""
    if question.nested_in is None:
        return answers_in_words(question.item, cell, ASKED_IN)
    _ = language.gettext
    return (_("fewer"), _("exactly six"), _("all seven"))[cell[0]]


def cell_colour(question: Question, cell: tuple[int, ...]) -> str:
    """The colour of a cell's place on its scale; a nested question has three cells."""
    return _colour(scale_of(question), cell) if question.nested_in is None else colour_of_answers(cell, 0, 3)


def in_words(likert: Likert, language: Language) -> str:
    """The bars as a sentence, for who cannot see them."""
    cells = zip(likert.question.cells, likert.reported, likert.simulated, strict=True)
    return "; ".join(
        language.gettext(
            "{answer}: reported {reported} %, simulated {simulated} %",
            answer=cell_words(likert.question, cell, language), reported=language.number(reported), simulated=language.number(simulated),
        )
        for cell, reported, simulated in cells
    )  # fmt: skip
