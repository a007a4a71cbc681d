"""The page of the proof: the answer first, then pictures, then tables, then limits and sources. It stands alone and prints."""

from collections.abc import Iterator
from importlib.metadata import version

from samvirke.analysis.calibration.posterior import WHAT_IS_STALE
from samvirke.analysis.validation.distinct import distinct
from samvirke.analysis.validation.validation import Proof
from samvirke.viz.page.pieces import document, heading, listed, paragraph
from samvirke.viz.validation.answer import the_answer
from samvirke.viz.validation.figures import answered_figure, contraction_figure, endings_figure, moves_figure, rows_figure
from samvirke.viz.validation.likert import likert_figures
from samvirke.viz.validation.rows import rows_table
from samvirke.viz.validation.tables import tables
from samvirke.viz.validation.words import Words

LIMITS = tuple(f"limit {number}" for number in range(1, 8))


def proof_page(proof: Proof, language: str) -> str:
    """The whole page in Danish (da) or English (en)."""
    words = Words(language)
    body = (*beginning(proof, words), *the_answer(proof, words), *_pictures(proof, words), *tables(proof, words), *_end(proof, words))
    return document(words.say("title"), language, body)


def what_is_stale(proof: Proof, words: Words) -> str:
    """What has changed since the posterior was made; empty if nothing."""
    known = {sentence: name for name, sentence in WHAT_IS_STALE.items()}
    return "; ".join(words.say(f"stale {known[each]}") if each in known else each for each in proof.posterior.stale)


def beginning(proof: Proof, words: Words) -> Iterator[str]:
    """What it is about, whether it is stale, how to read it, and from what it was made."""
    yield heading(1, words.say("title"))
    yield paragraph(getattr(proof.scenario.title, words.language))
    if proof.posterior.stale:
        yield paragraph(words.say("stale", what=what_is_stale(proof, words)), "stale")
    yield paragraph(words.say("how to read"))
    yield paragraph(_what_was_lived(proof, words), "soft")
    yield paragraph(_how_many_differ(proof, words), "soft")


def _what_was_lived(proof: Proof, words: Words) -> str:
    lives = f"{proof.lives:,}".replace(",", " ")
    return words.say(
        "made", draws=proof.draws, each=lives_each(proof), lives=lives, partnerships=len(proof.scenario.partnerships), seed=proof.seed
    )


def _how_many_differ(proof: Proof, words: Words) -> str:
    found = distinct(proof.posterior)
    return words.say(
        "made distinct", draws=found.draws, different=found.different, commonest=found.commonest, effective=words.number(found.effective)
    )


def lives_each(proof: Proof) -> int:
    """How many lives each draw had."""
    return proof.lives // max(1, proof.draws)


def _pictures(proof: Proof, words: Words) -> Iterator[str]:
    yield heading(2, words.say("pictures"))
    for picture in (rows_figure, endings_figure, moves_figure, answered_figure, contraction_figure):
        yield picture(proof, words)
    yield from likert_figures(proof, words)


def _end(proof: Proof, words: Words) -> Iterator[str]:
    yield rows_table(proof, words)
    yield heading(2, words.say("limits"))
    yield listed(words.say(limit) for limit in LIMITS)
    yield heading(2, words.say("sources"))
    yield paragraph(words.say("sources text"))
    made = {
        "scenario": proof.scenario.name,
        "draws": proof.draws,
        "each": lives_each(proof),
        "seed": proof.seed,
        "language": words.language,
    }
    yield paragraph(words.say("made by", version=version("samvirke"), **made), "soft")
