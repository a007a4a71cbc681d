"""The page of `samvirke validate`: the answer first, then pictures, then tables, then limits and sources. It stands alone and prints."""

from importlib.metadata import version

from samvirke.analysis.validation.validation import Validation
from samvirke.analysis.validation.verdicts import verdicts
from samvirke.analysis.validation.weighting import distinct_draws
from samvirke.model.language import Language
from samvirke.viz.page.page import render
from samvirke.viz.validation.answer import answers, how_many_hold, not_met, verdict_cells, verdict_heads
from samvirke.viz.validation.figures import figures
from samvirke.viz.validation.likert import by_scale
from samvirke.viz.validation.rows import rows_table
from samvirke.viz.validation.tables import tables
from samvirke.viz.words.about_runs import why_stale


def validation_page(validation: Validation, language: Language) -> str:
    """The whole page, as HTML."""
    found = verdicts(validation)
    return render(
        "validation/page.jinja",
        language,
        validation=validation,
        scenario_title=getattr(validation.scenario.title, language.code),
        stale=stale_sentence(validation, language),
        replicates_per_draw=replicates_per_draw(validation),
        distinct=distinct_draws(validation.posterior),
        how_many_hold=how_many_hold(found, language),
        answers=answers(validation, language),
        verdict_heads=verdict_heads(language),
        verdicts=[verdict_cells(each, language) for each in found],
        not_met=not_met(language),
        figures=figures(validation, language),
        scales=by_scale(validation, language),
        tables=tables(validation, language),
        not_sampled=sorted(validation.not_sampled),
        rows=rows_table(validation, language),
        version=version("samvirke"),
        command=command(validation, language),
    )


def stale_sentence(validation: Validation, language: Language) -> str:
    """What has changed since the posterior was made; empty if nothing."""
    if not validation.posterior.stale:
        return ""
    return language.gettext(
        "The posterior behind this page is stale: {what}. Run samvirke calibrate again before its figures are used.",
        what=why_stale(validation.posterior.stale, language.code),
    )


def replicates_per_draw(validation: Validation) -> int:
    """How many runs each draw had."""
    return validation.replicates // max(1, validation.draws)


def command(validation: Validation, language: Language) -> str:
    """What to type for the same page."""
    options = {"draws": validation.draws, "replicates": replicates_per_draw(validation), "seed": validation.seed, "language": language.code}
    return " ".join(["samvirke validate", validation.scenario.name, *(f"--{name} {value}" for name, value in options.items())])
