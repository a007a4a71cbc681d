"""What the page Survey shows: each question's reported answers above the simulated ones, in the questionnaire's own steps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from samvirke.analysis.calibration.posterior import Posterior, months_asked_about
from samvirke.analysis.survey.questionnaire import question_title
from samvirke.analysis.validation.ensembles import Draws, simulate_draws
from samvirke.analysis.validation.parts import Asked, asked_of, chosen, places_of
from samvirke.analysis.validation.scores import answered
from samvirke.analysis.validation.validation import Likert
from samvirke.model.draws import prior_draws
from samvirke.model.items import SCALES
from samvirke.model.language import Language
from samvirke.model.scenario.resolved import Scenario
from samvirke.model.world import lay_out
from samvirke.viz import words
from samvirke.viz.charts.colours import ink_on
from samvirke.viz.charts.likert_bars import Bar, Part
from samvirke.viz.dashboard.content.glossary import folded
from samvirke.viz.dashboard.content.texts import part
from samvirke.viz.validation.likert import bars_of, in_order, in_words, last_cell, scale_of, steps_of

DRAWS = 60
NINE_OF_TEN = (5.0, 95.0)
NARROWEST_WITH_NUMBER, PERCENT_OF_A_LETTER = 4.0, 0.85


@dataclass(frozen=True)
class Surveyed:
    """A question, and of each cell in how many percent of answers it lies (low, high) in 90 of 100 simulated surveys."""

    likert: Likert
    ranges: tuple[tuple[float, float], ...]


def surveyed(scenario: Scenario, posterior: Posterior | None, seed: int) -> tuple[Asked, tuple[Surveyed, ...]]:
    """What was reported and what 60 runs of all partnerships answer. Raises ScenarioError where nothing is reported."""
    asked = asked_of(scenario)
    short = scenario.model_copy(update={"months": months_asked_about(scenario)})
    draws = _of_the_prior(seed) if posterior is None else chosen(posterior, places_of(posterior, DRAWS), 1)
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


def ranges_of(counts: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    """Of each cell the range of its percent over surveys (surveys x cells of answers); surveys without answers do not count."""
    asked = counts[counts.sum(axis=1) > 0]
    low, high = np.percentile(100.0 * asked / asked.sum(axis=1, keepdims=True), NINE_OF_TEN, axis=0)
    return tuple(zip(low.tolist(), high.tolist(), strict=True))


def survey_markup(asked: Asked, questions: Iterable[Surveyed], language: Language) -> Markup:
    """All questions, those of one scale together, each with its source."""
    order, sources = list(SCALES), {row.target_id: words.cited(row.cited, language) for row in asked.rows}
    by_scale = sorted(questions, key=lambda each: order.index(scale_of(each.likert.question)))
    scales = []
    for scale, group in groupby(by_scale, key=lambda each: scale_of(each.likert.question)):
        found = list(group)
        some_together = any(len(cell) > 1 for each in found for cell in each.likert.question.cells)
        steps = steps_of(scale, language)
        scales.append((steps, some_together, [_question(each, sources, language) for each in found]))
    return part("survey.jinja", "survey", language, glossary=folded(language, "survey"), scales=scales)


def _question(each: Surveyed, sources: dict[str, str], language: Language) -> dict[str, Any]:
    """What is shown of a question."""
    question = each.likert.question
    cited = "; ".join(dict.fromkeys(sources[row] for row in question.target_ids))
    reported, simulated = bars_of(each.likert, language)
    merged = [len(cell) > 1 for cell in in_order(question)]
    low, high = each.ranges[question.cells.index(last_cell(question))]
    interval = language.gettext(
        "The line: {low}–{high} % answer “{words}” in 90 of 100 simulated surveys.",
        low=language.number(low), high=language.number(high), words=simulated.parts[-1].words,
    )  # fmt: skip
    return {
        "title": question_title(question.item, question.month, question.given, language.code), "answers": sum(question.counts),
        "in_words": in_words(each.likert, language), "interval": interval,
        "source": cited,
        "reported_name": reported.name, "reported": _parts(reported, merged, language), "simulated_name": simulated.name,
        "simulated": _parts(simulated, merged, language), "below": list(_below(reported, simulated, merged, language)),
        "whisker": {"left": f"{100.0 - high:.1f}", "width": f"{high - low:.1f}"},
    }  # fmt: skip


def _parts(bar: Bar, merged: Sequence[bool], language: Language) -> list[dict[str, str]]:
    """The parts of a bar as they are drawn: answers that were counted together are hatched, for their colour may be another's."""
    return [
        {
            "look": "hatched" if several else "plain", "percent": f"{each.percent:.1f}", "colour": each.colour, "ink": ink_on(each.colour),
            "words": each.words, "shown": _shown(each, language),
        }
        for each, several in zip(bar.parts, merged, strict=True)
    ]  # fmt: skip


def _shown(each: Part, language: Language) -> str:
    """As much of a part's words and percent as it has room for."""
    number = language.number(each.percent) if each.percent >= NARROWEST_WITH_NUMBER else ""
    in_full = f"{each.words} {number}"
    return in_full if each.percent > PERCENT_OF_A_LETTER * len(in_full) else number


def _below(reported: Bar, simulated: Bar, merged: Sequence[bool], language: Language) -> Iterator[tuple[dict[str, str], str]]:
    """What has no room for its words in either of the bars, or for its number in one."""
    for drawn, one, other in zip(_parts(reported, merged, language), reported.parts, simulated.parts, strict=True):
        shown = _shown(one, language), _shown(other, language)
        if not (one.words in shown[0] or other.words in shown[1]) or not all(shown):
            yield (
                drawn,
                language.gettext(
                    "{answer}: {reported} % reported, {simulated} % simulated",
                    answer=one.words, reported=language.number(one.percent), simulated=language.number(other.percent),
                ),
            )  # fmt: skip
