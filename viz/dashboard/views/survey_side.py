"""The survey's side of the page: each question's reported answers above the simulated ones, in the questionnaire's own steps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np

from samvirke.analysis.calibration.draws import prior_draws
from samvirke.analysis.calibration.posterior import Posterior, months_asked_about
from samvirke.analysis.survey.questionnaire import question_title
from samvirke.analysis.validation.ensembles import Draws, simulate_draws
from samvirke.analysis.validation.parts import Asked, asked_of, chosen, places_of
from samvirke.analysis.validation.scores import answered
from samvirke.analysis.validation.validation import Likert
from samvirke.model.items import SCALES
from samvirke.model.language import Language, language_of
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.world import lay_out
from samvirke.viz.charts.colours import ink_on
from samvirke.viz.charts.likert_bars import Bar, Part
from samvirke.viz.dashboard.words.glossary import folded
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped
from samvirke.viz.validation.likert import bars_of, in_order, in_words, last_cell, scale_of, steps_of
from samvirke.viz.words import evidence

DRAWS = 60
NINE_OF_TEN = (5.0, 95.0)
NARROWEST_WITH_NUMBER, PERCENT_OF_A_LETTER = 4.0, 0.85


@dataclass(frozen=True)
class Surveyed:
    """A question, and of each cell in how many percent of answers it lies (low, high) in 90 of 100 simulated surveys."""

    likert: Likert
    ranges: tuple[tuple[float, float], ...]


def surveyed(scenario: Scenario, posterior: Posterior | None, seed: int) -> tuple[Asked, tuple[Surveyed, ...]]:
    """What was reported and what 60 lives of all partnerships answer. Raises ScenarioError where nothing is reported."""
    asked = asked_of(scenario)
    short = scenario.model_copy(update={"months": months_asked_about(scenario)})
    draws = _of_the_prior(seed) if posterior is None else chosen(posterior, places_of(posterior, DRAWS), 1, seed)
    simulated = simulate_draws(lay_out(short, monthly=False, events=False), draws, seed, lambda _more: None)
    questions = (*asked.questions, *asked.unseen)
    given = answered(questions, simulated)
    each = zip(questions, given.pooled(draws.weights), given.counts, strict=True)
    return asked, tuple(
        Surveyed(Likert(question, _percent(question.counts), _percent(together)), ranges_of(counts)) for question, together, counts in each
    )


def _of_the_prior(seed: int) -> Draws:
    return Draws(prior_draws(DRAWS, seed), np.full(DRAWS, 1.0 / DRAWS), 1)


def _percent(counts: object) -> tuple[float, ...]:
    values = np.asarray(counts, dtype=float)
    return tuple((100.0 * values / max(values.sum(), 1e-12)).tolist())


def ranges_of(counts: Any) -> tuple[tuple[float, float], ...]:
    """Of each cell the range of its percent over surveys (surveys x cells of answers); surveys that nobody answered do not count."""
    asked = counts[counts.sum(axis=1) > 0]
    low, high = np.percentile(100.0 * asked / asked.sum(axis=1, keepdims=True), NINE_OF_TEN, axis=0)
    return tuple(zip(low.tolist(), high.tolist(), strict=True))


def survey_markup(asked: Asked, questions: Iterable[Surveyed], words: Words) -> str:
    """All questions, those of one scale together, each with its source."""
    of_validation, order = language_of(words.language), list(SCALES)
    sources = {row.target_id: row.source for row in asked.rows}
    parts = [folded(words, "survey")]
    by_scale = sorted(questions, key=lambda each: order.index(scale_of(each.likert.question)))
    for scale, group in groupby(by_scale, key=lambda each: scale_of(each.likert.question)):
        found = list(group)
        together = any(len(cell) > 1 for each in found for cell in each.likert.question.cells)
        hatched = f'<span class="key"><i class="hatched"></i>{escaped(words.survey_together)}</span>' if together else ""
        parts.append(f'<div class="steps">{steps_of(scale, of_validation)}{hatched}</div>')
        parts += [_question(each, sources, words, of_validation) for each in found]
    return "".join(parts)


def _question(each: Surveyed, sources: dict[str, str], words: Words, of_validation: Language) -> str:
    question = each.likert.question
    title = escaped(question_title(question.item, question.month, question.given, words.language))
    cited = evidence.sources(dict.fromkeys(sources[row] for row in question.target_ids), language_of(words.language))
    reported, simulated = bars_of(each.likert, of_validation)
    low, high = each.ranges[question.cells.index(last_cell(question))]
    heading = f'<h3>{title} <span class="soft">(n = {sum(question.counts)})</span></h3>'
    told = words.survey_range.format(low=f"{low:.0f}", high=f"{high:.0f}", words=simulated.parts[-1].words)
    source = f'<p class="soft">{escaped(told)} {escaped(words.survey_source.format(source=cited))}</p>'
    merged = [len(cell) > 1 for cell in in_order(question)]
    bars = _bar(reported, merged) + _bar(simulated, merged, _whisker(low, high)) + _untold(reported, simulated, merged)
    return f'<section class="question" aria-label="{escaped(in_words(each.likert, of_validation))}">{heading}{bars}{source}</section>'


def _whisker(low: float, high: float) -> str:
    """Where the last part of a bar begins."""
    return f'<i class="whisker" style="left:{100.0 - high:.1f}%;width:{high - low:.1f}%"></i>'


def _said(part: Part) -> str:
    """As much of a part's words and percent as it has room for."""
    number = f"{part.percent:.0f}" if part.percent >= NARROWEST_WITH_NUMBER else ""
    in_full = f"{part.words} {number}"
    return in_full if part.percent > PERCENT_OF_A_LETTER * len(in_full) else number


def _untold(reported: Bar, simulated: Bar, merged: Sequence[bool]) -> str:
    """Below the bars, what has no room for its words in either of them, or for its number in one."""
    told = "".join(
        f'<span class="key"><i class="{_look(several)}" style="{_colours(one)}"></i>'
        f"{escaped(f'{one.words}: {reported.name} {one.percent:.0f} %, {simulated.name} {other.percent:.0f} %')}</span>"
        for one, other, several in zip(reported.parts, simulated.parts, merged, strict=True)
        if not (one.words in _said(one) or other.words in _said(other)) or not (_said(one) and _said(other))
    )
    return f'<div class="keys">{told}</div>' if told else ""


def _look(several: bool) -> str:
    """Answers that were counted together have a colour between theirs, which may be another's: they are hatched."""
    return "hatched" if several else "plain"


def _colours(part: Part) -> str:
    return f"background-color:{part.colour};color:{ink_on(part.colour)}"


def _bar(bar: Bar, merged: Sequence[bool], above: str = "") -> str:
    pieces = "".join(
        f'<span class="{_look(several)}" style="width:{part.percent:.1f}%;{_colours(part)}" title="{escaped(part.words)}">'
        f"{escaped(_said(part))}</span>"
        for part, several in zip(bar.parts, merged, strict=True)
    )
    return f'<div class="row"><span class="name">{escaped(bar.name)}</span><span class="hundred">{pieces}{above}</span></div>'
