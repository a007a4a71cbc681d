"""The survey's side of the page: each question's reported answers above the simulated ones, in the questionnaire's own steps."""

from collections.abc import Iterable
from itertools import groupby

import numpy as np

from analysis.draws import prior_draws
from analysis.posterior import Posterior, months_asked_about
from analysis.proof.lived import Draws, live_draws
from analysis.proof.parts import Asked, asked_of, chosen, places_of
from analysis.proof.proof import Likert
from analysis.proof.questions_of import answered
from model.items import SCALES
from model.scenario.resolved import Scenario
from model.world import lay_out
from viz.colours import ink_on
from viz.dashboard.glossary import folded
from viz.dashboard.words import Words
from viz.evidence_danish import source_in_danish
from viz.html_pieces import escaped
from viz.item_words import question_title
from viz.likert_bars import Bar, Part
from viz.proof_likert import bars_of, in_words, scale_of, steps_of
from viz.proof_words import Words as OfProof

DRAWS = 60
NARROWEST_WITH_NUMBER, PERCENT_OF_A_LETTER = 4.0, 0.85


def likert_of(scenario: Scenario, posterior: Posterior | None, seed: int) -> tuple[Asked, tuple[Likert, ...]]:
    """What was reported and what 60 lives of all partnerships answer. Raises ScenarioError where nothing is reported."""
    asked = asked_of(scenario)
    short = scenario.model_copy(update={"months": months_asked_about(scenario)})
    draws = _of_the_prior(seed) if posterior is None else chosen(posterior, places_of(posterior, DRAWS), 1, seed)
    lived = live_draws(lay_out(short, monthly=False, events=False), draws, seed, lambda _more: None)
    questions = (*asked.questions, *asked.unseen)
    pooled = answered(questions, lived).pooled(draws.weights)
    return asked, tuple(Likert(each, _percent(each.counts), _percent(counts)) for each, counts in zip(questions, pooled, strict=True))


def _of_the_prior(seed: int) -> Draws:
    return Draws(prior_draws(DRAWS, seed), np.full(DRAWS, 1.0 / DRAWS), 1)


def _percent(counts: object) -> tuple[float, ...]:
    values = np.asarray(counts, dtype=float)
    return tuple((100.0 * values / max(values.sum(), 1e-12)).tolist())


def survey_markup(asked: Asked, likert: Iterable[Likert], words: Words) -> str:
    """All questions, those of one scale together, each with its source."""
    of_proof, order = OfProof(words.language), list(SCALES)
    sources = {row.target_id: row.source for row in asked.rows}
    parts = [folded(words, "survey")]
    by_scale = sorted(likert, key=lambda each: order.index(scale_of(each.question)))
    for scale, found in groupby(by_scale, key=lambda each: scale_of(each.question)):
        parts.append(f'<div class="steps">{steps_of(scale, of_proof)}</div>')
        parts += [_question(each, sources, words, of_proof) for each in found]
    return "".join(parts)


def _question(likert: Likert, sources: dict[str, str], words: Words, of_proof: OfProof) -> str:
    question = likert.question
    title = escaped(question_title(question.item, question.month, question.given, words.language))
    cited = "; ".join(dict.fromkeys(sources[row] for row in question.target_ids))
    cited = source_in_danish(cited) if words.language == "da" else cited
    bars = "".join(_bar(bar) for bar in bars_of(likert, of_proof))
    heading = f'<h3>{title} <span class="soft">(n = {sum(question.counts)})</span></h3>'
    source = f'<p class="soft">{escaped(words.survey_source.format(source=cited))}</p>'
    return f'<section class="question" aria-label="{escaped(in_words(likert, of_proof))}">{heading}{bars}{source}</section>'


def _said(part: Part) -> str:
    """As much of a part's words and percent as it has room for."""
    number = f"{part.percent:.0f}" if part.percent >= NARROWEST_WITH_NUMBER else ""
    in_full = f"{part.words} {number}"
    return in_full if part.percent > PERCENT_OF_A_LETTER * len(in_full) else number


def _bar(bar: Bar) -> str:
    pieces = "".join(
        f'<span style="width:{part.percent:.1f}%;background:{part.colour};color:{ink_on(part.colour)}" title="{escaped(part.words)}">'
        f"{escaped(_said(part))}</span>"
        for part in bar.parts
    )
    return f'<div class="row"><span class="name">{escaped(bar.name)}</span><span class="hundred">{pieces}</span></div>'
