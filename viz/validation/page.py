"""The page of `samvirke validate`: the answer first, then pictures, then tables, then limits and sources. It stands alone and prints."""

from collections.abc import Iterable
from importlib.metadata import version

from samvirke.analysis.survey.questionnaire import row_label
from samvirke.analysis.validation.predictive import Predicted
from samvirke.analysis.validation.validation import Validation
from samvirke.analysis.validation.verdicts import verdicts
from samvirke.analysis.validation.weighting import distinct_draws
from samvirke.model.language import NOT_KNOWN, Language
from samvirke.viz import words
from samvirke.viz.page.page import render
from samvirke.viz.validation.answer import answers, how_many_hold, not_met, verdict_cells, verdict_heads
from samvirke.viz.validation.figures import figures
from samvirke.viz.validation.likert import by_scale
from samvirke.viz.validation.names import interval
from samvirke.viz.validation.table import Table
from samvirke.viz.validation.tables import tables


def validation_page(validation: Validation, language: Language) -> str:
    """The whole page, as HTML."""
    found = verdicts(validation)
    return render(
        "validation/page.jinja",
        language,
        validation=validation,
        scenario_title=validation.scenario.title.in_language(language.code),
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
        what=words.why_stale(validation.posterior.stale, language.code),
    )


def replicates_per_draw(validation: Validation) -> int:
    """How many runs each draw had."""
    return validation.replicates // max(1, validation.draws)


def command(validation: Validation, language: Language) -> str:
    """What to type for the same page."""
    options = {"draws": validation.draws, "replicates": replicates_per_draw(validation), "seed": validation.seed, "language": language.code}
    return " ".join(["samvirke validate", validation.scenario.name, *(f"--{name} {value}" for name, value in options.items())])


def rows_table(validation: Validation, language: Language) -> Table:
    """Every reported row: what it was used for, what is simulated, and where it comes from."""
    _ = language.gettext
    found = (*validation.fitted, *validation.validation, *validation.bounds, *validation.inputs)
    publication = common_publication(found)
    text = _(
        "Fitted rows were used for the calibration. Kept out: not fitted (but see the limits). Initial condition: sets how things "
        "begin, so its fit is no evidence. Interval and upper bound: the report gives no figure of its own (“just under half”, “up to a "
        "third”), so the printed percentage is a bound or our reading; lying outside is no failure in itself."
    )
    heads = [
        _("row"), _("used as"), _("reported, %"), "n", _("simulated mean, %"), _("median, %"), _("90 % interval"), _("verdict"),
        _("Source: {title}", title=_(publication)) if publication else _("Source"),
    ]  # fmt: skip
    rows = [_row_cells(row, publication, language) for row in found]
    return Table(_("Every reported row, with its source"), text, heads, rows, words=(0, 1, 7, 8), marked=_("OUTSIDE"), kind="rows")


def common_publication(rows: Iterable[Predicted]) -> str:
    """The publication that all rows come from; empty if there are several."""
    publications = {row.target.cited.publication for row in rows}
    return publications.pop() if len(publications) == 1 else ""


def _row_cells(row: Predicted, publication: str, language: Language) -> list[str]:
    target = row.target
    numbers = [language.number(target.percent), language.number(target.n), language.number(row.mean), language.number(row.median)]
    source = language.gettext(target.cited.place) if publication else words.cited(target.cited, language)
    label, simulated = row_label(target, language.code), interval(row.low, row.high, language)
    return [label, used_as(row, language), *numbers, simulated, verdict_of(row, language), source or NOT_KNOWN]


def used_as(row: Predicted, language: Language) -> str:
    """What the row was used for."""
    _ = language.gettext
    if row.target.split == "validation":
        return _("kept out")
    return {
        "fit": _("fitted"), "input": _("initial condition"), "interval": _("interval: “just under half”"), "upper_bound": _("upper bound"),
    }[row.target.role]  # fmt: skip


def verdict_of(row: Predicted, language: Language) -> str:
    """Inside or outside; for an upper bound, whether the simulated mean keeps to it."""
    _ = language.gettext
    if row.target.role == "upper_bound":
        return _("within the bound") if row.mean <= row.target.percent else _("beyond the bound")
    return _("inside") if row.inside else _("OUTSIDE")
