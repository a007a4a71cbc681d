"""What is hardest, in words and tables: single partnerships left out, cross-tables left out, and the core model."""

from collections.abc import Sequence

from samvirke.analysis.calibration.emulated_shares import POSTERIOR, PRIOR, WITHOUT
from samvirke.analysis.survey.questionnaire import item_name
from samvirke.analysis.validation.core import BLOCKS, Core
from samvirke.analysis.validation.relations import (
    ALL_ALIKE,
    LEFT_OUT,
    MARGINS_ONLY,
    NO_IDENTITY,
    OF_PRIOR,
    CasesLeftOut,
    TableLeftOut,
)
from samvirke.analysis.validation.validation import Validation
from samvirke.model.language import N_, Language
from samvirke.viz.validation.names import MODEL_NAMES
from samvirke.viz.validation.table import Table

TIMES_ERROR = 1.645
MODELS = (LEFT_OUT, NO_IDENTITY, MARGINS_ONLY, ALL_ALIKE, OF_PRIOR)
BLOCK_NAMES = {"margins": N_("margins"), "cross_tables": N_("cross-tables"), "outcomes": N_("single partnerships")}


def hardest(validation: Validation, language: Language) -> list[str]:
    """The sentences; that it has not been looked at where it has not."""
    _ = language.gettext
    if validation.cases is None:
        return [_("Not looked at: no partnership and no cross-table has been left out of a calibration (samvirke calibrate --leave-out).")]
    cases = validation.cases
    gain, error = cases.gain(MARGINS_ONLY)
    numbers = {"gain": language.number(gain, 1, sign=True), "error": language.number(error, 1), "cases": len(cases.outcomes)}
    if gain > TIMES_ERROR * error:
        said = _(
            "Each of {cases} partnerships was left out in turn. What it attained and what became of it is likelier under the model than by "
            "the reported margins alone (log score {gain} ± {error}): the model knows something of which partnership goes on.", **numbers,
        )  # fmt: skip
    elif gain < -TIMES_ERROR * error:
        said = _(
            "Each of {cases} partnerships was left out in turn. What it attained and what became of it is less likely under the model than "
            "by the reported margins alone (log score {gain} ± {error}): do not use it to say which partnership goes on.", **numbers,
        )  # fmt: skip
    else:
        said = _(
            "Each of {cases} partnerships was left out in turn. The model says what it attained and what became of it about as well as "
            "the reported margins alone (log score {gain} ± {error}): these data do not show that it knows which one goes on.", **numbers,
        )  # fmt: skip
    return [said, *_about_tables(validation.cross_tables, language)]


def _about_tables(tables: Sequence[TableLeftOut], language: Language) -> list[str]:
    if not tables or any(WITHOUT not in each.shares for each in tables):
        return []
    _ = language.gettext
    right = [each for each in tables if each.sign_is_right(WITHOUT) >= 0.9]
    wrong = [name_of(each, language) for each in tables if each not in right]
    said = [
        _(
            "Of {tables} cross-tables, each left out in turn, the right group is higher in at least 90 % of the draws for {right}.",
            tables=len(tables), right=len(right),
        )
    ]  # fmt: skip
    return said + ([_("Not so for: {names}.", names="; ".join(wrong))] if wrong else [])


def name_of(each: TableLeftOut, language: Language) -> str:
    """A cross-table by its two items."""
    first = each.table.groups[0]
    given = first.given[0] if first.given else ""
    return language.gettext("{item}, by {given}", item=item_name(first.item, language.code), given=item_name(given, language.code).lower())


def cases_table(cases: CasesLeftOut, language: Language) -> Table:
    """By model: log score of attainment and future, of going on or not, and how well it tells who goes on."""
    _ = language.gettext
    rows = [
        (
            _(MODEL_NAMES[model]), language.number(float(cases.scores(model).sum()), 1),
            language.number(float(cases.scores_of_continuing(model).sum()), 1), language.number(cases.auc(model), 2),
        )
        for model in MODELS if model in cases.chances
    ]  # fmt: skip
    text = _(
        "Each partnership whose own attainment and future are known is predicted by a calibration without it. The first column is the "
        "log score of both together, the second of whether it goes on, the third the chance that of two, one that went on and one that did "
        "not, the first was given the higher chance: 0.5 is no better than a coin. Leaving a partnership out moves what is expected of it "
        "away from what became of it, so that a model which tells nothing apart has less than 0.5: the margins alone have 0."
    )
    heads = [_("model"), _("log score"), _("of going on"), _("tells who goes on")]
    return Table(_("Single partnerships, each left out"), text, heads, rows)


def cross_tables_table(tables: Sequence[TableLeftOut], language: Language) -> Table:
    """Every cross-table: reported and simulated shares, signs, widths and log scores."""
    _ = language.gettext
    rows = []
    for each in tables:
        for evidence in [name for name in (WITHOUT, POSTERIOR, PRIOR) if name in each.shares]:
            shares = each.mean(evidence)
            widths = " / ".join(language.number(100.0 * width) for width in each.width(evidence).tolist())
            if each.is_empty(evidence):
                widths = _("{widths}: empty", widths=widths)
            rows.append(
                (
                    name_of(each, language), _(EVIDENCE_NAMES[evidence]), *(language.number(100.0 * share) for share in each.reported),
                    *(language.number(100.0 * share) for share in shares), language.number(100.0 * each.sign_is_right(evidence)),
                    widths,
                    language.number(each.score(evidence) - each.score_of_margins, 1, sign=True),
                )
            )  # fmt: skip
    text = _(
        "The share behind each percentage, without sampling error. An interval that is nearly as wide as its scale is called empty. The "
        "last column: log score above the margins alone, for which both groups answer alike."
    )
    heads = [
        _("cross-table"), _("evidence"), _("reported, first group, %"), _("reported, second, %"), _("simulated, first, %"),
        _("simulated, second, %"),
        _("draws with the right sign, %"), _("width of the 90 % intervals, points"), _("log score above margins"),
    ]  # fmt: skip
    return Table(_("How answers go together"), text, heads, rows, words=(0, 1))


EVIDENCE_NAMES = {WITHOUT: N_("all but this table"), POSTERIOR: N_("all"), PRIOR: N_("none (prior)")}


def core_table(core: Core, language: Language) -> Table:
    """The core model beside the whole one."""
    _ = language.gettext
    last = core.of_core
    rows = [
        (
            _(BLOCK_NAMES[block]), language.number(core.scores[block], 1),
            language.number(core.scores[block] + (last.by_block[block] if last else 0.0), 1),
        )
        for block in BLOCKS
    ]  # fmt: skip
    text = _(
        "{kept} of {all} mechanisms are enough: without the others, what is reported is no less likely. Enough are {names}. The others are "
        "not refuted; the reported answers do not need them. The model that ships has all of them.",
        kept=len(core.kept), all=len(core.kept) + len(core.not_needed), names=", ".join(core.kept),
    )  # fmt: skip
    return Table(_("The core model"), text, [_("log score of"), _("whole model"), _("core")], rows)
