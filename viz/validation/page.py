"""The page of the proof: the answer first, then pictures, then tables, then limits and sources. It stands alone and prints."""

from collections.abc import Iterator
from importlib.metadata import version

from samvirke.analysis.calibration.posterior import WHAT_IS_STALE
from samvirke.analysis.validation.distinct import distinct
from samvirke.analysis.validation.validation import Validation
from samvirke.viz.page.pieces import document, heading, listed, paragraph
from samvirke.viz.validation.answer import the_answer
from samvirke.viz.validation.figures import answered_figure, contraction_figure, endings_figure, moves_figure, rows_figure
from samvirke.viz.validation.likert import likert_figures
from samvirke.viz.validation.rows import rows_table
from samvirke.viz.validation.tables import tables
from samvirke.viz.validation.words import Words

LIMITS = tuple(f"limit {number}" for number in range(1, 8))


def validation_page(validation: Validation, language: str) -> str:
    """The whole page in Danish (da) or English (en)."""
    words = Words(language)
    body = (
        *beginning(validation, words),
        *the_answer(validation, words),
        *_pictures(validation, words),
        *tables(validation, words),
        *_end(validation, words),
    )
    return document(words.say("title"), language, body)


def what_is_stale(validation: Validation, words: Words) -> str:
    """What has changed since the posterior was made; empty if nothing."""
    known = {sentence: name for name, sentence in WHAT_IS_STALE.items()}
    return "; ".join(words.say(f"stale {known[each]}") if each in known else each for each in validation.posterior.stale)


def beginning(validation: Validation, words: Words) -> Iterator[str]:
    """What it is about, whether it is stale, how to read it, and from what it was made."""
    yield heading(1, words.say("title"))
    yield paragraph(getattr(validation.scenario.title, words.language))
    if validation.posterior.stale:
        yield paragraph(words.say("stale", what=what_is_stale(validation, words)), "stale")
    yield paragraph(words.say("how to read"))
    yield paragraph(_what_was_simulated(validation, words), "soft")
    yield paragraph(_how_many_differ(validation, words), "soft")


def _what_was_simulated(validation: Validation, words: Words) -> str:
    replicates = f"{validation.replicates:,}".replace(",", " ")
    return words.say(
        "made",
        draws=validation.draws,
        each=runs_each(validation),
        replicates=replicates,
        partnerships=len(validation.scenario.partnerships),
        seed=validation.seed,
    )


def _how_many_differ(validation: Validation, words: Words) -> str:
    found = distinct(validation.posterior)
    return words.say(
        "made distinct", draws=found.draws, different=found.different, commonest=found.commonest, effective=words.number(found.effective)
    )


def runs_each(validation: Validation) -> int:
    """How many lives each draw had."""
    return validation.replicates // max(1, validation.draws)


def _pictures(validation: Validation, words: Words) -> Iterator[str]:
    yield heading(2, words.say("pictures"))
    for picture in (rows_figure, endings_figure, moves_figure, answered_figure, contraction_figure):
        yield picture(validation, words)
    yield from likert_figures(validation, words)


def _end(validation: Validation, words: Words) -> Iterator[str]:
    yield rows_table(validation, words)
    yield heading(2, words.say("limits"))
    yield listed(words.say(limit) for limit in LIMITS)
    yield heading(2, words.say("sources"))
    yield paragraph(words.say("sources text"))
    made = {
        "scenario": validation.scenario.name,
        "draws": validation.draws,
        "each": runs_each(validation),
        "seed": validation.seed,
        "language": words.language,
    }
    yield paragraph(words.say("made by", version=version("samvirke"), **made), "soft")
