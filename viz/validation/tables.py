"""The tables of the page, each with what it means in plain words."""

from collections.abc import Iterator

import pandas as pd

from samvirke.analysis.calibration.coverage import LIKELIHOOD, expected_coverage, verdict
from samvirke.analysis.survey.questionnaire import item_name, question_title
from samvirke.analysis.validation.identification import IDENTIFIED_FROM
from samvirke.analysis.validation.left_out import ENOUGH_DRAWS, MODEL, LeftOut
from samvirke.analysis.validation.null_models import FREER
from samvirke.analysis.validation.response import C_ITEMS, mean_among_cs, mean_with_synergy
from samvirke.analysis.validation.validation import Validation
from samvirke.model.language import N_, NOT_KNOWN, Language
from samvirke.model.parameters import REGISTRY
from samvirke.viz.validation.hardest import cases_table, core_table, cross_tables_table
from samvirke.viz.validation.names import BLOCK_NAMES, C_NAMES, MODEL_NAMES, MOVE_NAMES, interval, outcome_name
from samvirke.viz.validation.table import Table

MODELS_OF_BLOCKS = (MODEL, "no_differences", "uniform", "literature", "other_items")
AS_GOOD = "▲"
MODELS_OF_JOINT_ROWS = ("posterior", "no_differences", FREER, "luck", "scale_mean", "saturated")
NAN = float("nan")
EXPECTED_90 = 100.0 * expected_coverage(0.9)


def tables(validation: Validation, language: Language) -> Iterator[Table]:
    """All of them but the rows with their sources, the hardest first."""
    if validation.cases is not None:
        yield cases_table(validation.cases, language)
    if validation.cross_tables:
        yield cross_tables_table(validation.cross_tables, language)
    if validation.core is not None:
        yield core_table(validation.core, language)
    yield scores_table(validation, language)
    yield left_out_table(validation, language)
    if validation.repeated:
        yield persistence_table(validation, language)
    yield joint_table(validation, language)
    yield moves_table(validation, language)
    yield response_table(validation, language)
    yield correlations_table(validation, language)
    yield identified_table(validation, language)
    if validation.coverage is not None:
        yield coverage_table(validation.coverage, language)


def scores_table(validation: Validation, language: Language) -> Table:
    """The fit of this model and of others."""
    _ = language.gettext
    rows = [
        (
            _(MODEL_NAMES[each.model]), language.number(each.log_score, 1), language.number(each.mean_absolute_error, 1),
            language.number(each.mean_interval_width, 1), language.number(100.0 * each.share_inside),
        )
        for each in validation.scores
    ]  # fmt: skip
    text = _(
        "The log score is the log probability of the reported counts under a model's shares of answers, pooled over all runs as in the "
        "likelihood: closer to 0 is better, and a difference of 3 means twenty times as likely. Parameter uncertainty is in the "
        "intervals, not in this score. The reported shares themselves cannot be beaten: they are the answers. A narrow interval is a "
        "virtue only where the rows lie inside."
    )
    heads = [_("model"), _("log score"), _("mean distance, points"), _("mean width of the interval, points"), _("inside, %")]
    return Table(_("The fit compared with simpler models"), text, heads, rows)


def left_out_table(validation: Validation, language: Language) -> Table:
    """Every block, predicted without having been seen."""
    _ = language.gettext
    text = _(
        "Each block is predicted from the answers to all others. {how} The last columns are log scores; a dash: the model says nothing "
        "about a question in the block; {mark}: it predicts the block at least as well as this model. Counts over several items stay in "
        "when one of the items is left out. The literature does not separate unchanged from adjusted; splitting them evenly is our choice, "
        "and its score on endings depends on it.",
        how=_how_left_out(validation, language), mark=AS_GOOD,
    )  # fmt: skip
    heads = [_("block"), _("effective sample size"), _("rows inside"), *(_(MODEL_NAMES[each]) for each in MODELS_OF_BLOCKS)]
    rows = [*(_left_out_cells(each, language) for each in validation.left_out), _sums(validation, language)]
    return Table(_("Blocks left out"), text, heads, rows)


def _how_left_out(validation: Validation, language: Language) -> str:
    """What was done for the blocks of the table: calibrated without, reweighted, or both."""
    _, refitted = language.gettext, {each.refitted for each in validation.left_out}
    if refitted == {True}:
        return _(
            "Every block was refitted: the draws were moved by tempering to the posterior without the block and simulated again; "
            "identical draws count once."
        )
    if len(refitted) > 1:
        return _(
            "Blocks marked “refitted” were calibrated without the block by tempering; identical draws count once. For the others the "
            "posterior's draws are reweighted; with an effective sample size below {enough} the figures need a calibration without the "
            "block.",
            enough=ENOUGH_DRAWS,
        )  # fmt: skip
    return _(
        "The posterior's draws are reweighted as if the block had not been fitted. With an effective sample size below {enough} the "
        "figures need a calibration without the block.",
        enough=ENOUGH_DRAWS,
    )  # fmt: skip


def _left_out_cells(block: LeftOut, language: Language) -> list[str]:
    _ = language.gettext
    effective = language.number(block.effective)
    if block.needs_a_refit or block.refitted:
        effective += _(" (refitted)") if block.refitted else _(" (needs a refit)")
    inside = f"{sum(row.inside for row in block.rows)} / {len(block.rows)}"
    scores = [language.number(block.total(each), 1) + (f" {AS_GOOD}" if each in block.not_beaten else "") for each in MODELS_OF_BLOCKS]
    return [_(BLOCK_NAMES[block.block]), effective, inside, *scores]


def _sums(validation: Validation, language: Language) -> list[str]:
    """Over all blocks; a dash for a model that does not predict all of them."""
    rows = [row for block in validation.left_out for row in block.rows]
    sums = [language.number(sum(block.total(model) for block in validation.left_out), 1) for model in MODELS_OF_BLOCKS]
    return [language.gettext("sum"), "", f"{sum(row.inside for row in rows)} / {len(rows)}", *sums]


def persistence_table(validation: Validation, language: Language) -> Table:
    """The items that were asked twice: the second time left out, beside the persistence baseline."""
    _ = language.gettext
    titles = {each.name: question_title(each.item, each.month, each.given, language.code) for each in validation.asked.questions}
    rows = [
        (titles[each.question], language.number(each.effective), language.number(each.left_out, 1), language.number(each.persistence, 1))
        for each in validation.repeated
    ]
    text = _(
        "The second answer is left out and everything else fitted. The persistence baseline predicts the same answer as the first time."
    )
    heads = [_("question"), _("effective sample size"), _(MODEL_NAMES[MODEL]), _(MODEL_NAMES["persistence"])]
    return Table(_("Questions asked twice"), text, heads, rows)


def joint_table(validation: Validation, language: Language) -> Table:
    """The joint rows under our model and the null models."""
    _ = language.gettext
    every = (*validation.asked.questions, *validation.asked.unseen)
    titles = {each.name: question_title(each.item, each.month, each.given, language.code) for each in every}
    models = [model for model in MODELS_OF_JOINT_ROWS if model in validation.joint]
    scores = [validation.joint[model] for model in models]
    rows = [[titles[name], *(language.number(each[name], 2) for each in scores)] for name in scores[0]]
    rows.append([_("sum"), *(language.number(sum(each.values()), 2) for each in scores)])
    text = _(
        "Margins alone are weak evidence. These rows are about two answers at once, and each null model leaves something out: differences "
        "between partnerships (calibrated separately; and, harder to beat, with wider bounds on answer noise and mood of respondents: "
        "the fit then has noise {noise} and mood {halo}, where this model's noise is at most {bound}), the causes of endings, or "
        "everything but the mean. Log scores. No reported row links an ending to another answer, so assigning the endings at random "
        "leaves these rows unchanged.",
        bound=language.number(REGISTRY["response_noise"].high, 2), noise=language.number(validation.freer_null.noise, 2),
        halo=language.number(validation.freer_null.halo, 2),
    )  # fmt: skip
    return Table(_("Answers that belong together"), text, [_("question"), *(_(MODEL_NAMES[each]) for each in models)], rows)


def moves_table(validation: Validation, language: Language) -> Table:
    """What moves which ending by how much."""
    _ = language.gettext
    rows = [
        (
            _(MOVE_NAMES[each.move]), outcome_name(each.outcome, language), language.number(each.mean, 1, sign=True),
            language.number(each.error, 1), interval(each.low, each.high, language, 1),
        )
        for each in validation.changes
    ]  # fmt: skip
    text = _(
        "Change in percentage points of the partnerships from low to high: mean over the posterior, its Monte Carlo standard error, and "
        "the 90 % interval. If endings were random, every figure would be 0."
    )
    heads = [_("what is moved"), _("outcome"), _("mean change"), _("standard error"), _("90 % interval")]
    return Table(_("What moves the endings, in figures"), text, heads, rows, words=(0, 1))


def response_table(validation: Validation, language: Language) -> Table:
    """Reliability of the answers, and what shifts them."""
    _, found, high = language.gettext, validation.response, {each.item: each for each in validation.response.high}
    items = [*C_ITEMS, *(item for item in high if item not in C_ITEMS)]
    rows = [
        (
            item_name(item, language.code), language.number(found.reliability.get(item, NAN), 2), language.number(high[item].answered),
            language.number(high[item].state),
        )
        for item in items
    ]  # fmt: skip
    text = _(
        "Two contact persons of different mood, who see the same, answer for the same simulated partnership. Reliability is the "
        "correlation of their answers: 1 if all differences come from the partnerships, 0 if none does."
    )
    heads = [_("question"), _("reliability"), _("high as answered, %"), _("high in the simulated state, %")]
    return Table(_("Partnership or respondent: where answers come from"), text, heads, rows, note=_shifts(validation, language))


def _shifts(validation: Validation, language: Language) -> str:
    means, ranges = {}, {}
    for name, (mean, low, high) in validation.response.shifts.items():
        means[name], ranges[f"{name}_range"] = language.number(mean, 1), interval(low, high, language, 1)
    return language.gettext(
        "Social desirability lifts every evaluative answer by {social_desirability} points of 100 ({social_desirability_range}); a "
        "respondent's mood moves all her answers by up to {halo} up or down ({halo_range}); the noise of one answer is {response_noise} "
        "({response_noise_range}), and {within} of the posterior lies at or below the bound of {bound}.",
        **means, **ranges, within=language.percent(validation.response.noise_within_bound),
        bound=language.number(100.0 * REGISTRY["response_noise"].high),
    )  # fmt: skip


def correlations_table(validation: Validation, language: Language) -> Table:
    """How the seven C's go together."""
    _, answered, states = language.gettext, validation.response.as_answered, validation.response.as_it_is
    names = [_(name) for name in C_NAMES.values()]
    rows = [
        [
            name,
            *(
                NOT_KNOWN if at == other else language.number((answered if other < at else states)[at][other], 2)
                for other in range(len(names))
            ),
        ]
        for at, name in enumerate(names)
    ]
    text = _(
        "Mean correlation over the partnerships of a run. In the answers: {answered} on average among the seven (0.20 to 0.35 is expected "
        "from the reported joint rows), {synergy_answered} with synergy. In the simulated states: {states} and {synergy_states}. Below the "
        "diagonal: answers; above it: states.",
        answered=language.number(mean_among_cs(answered), 2), synergy_answered=language.number(mean_with_synergy(answered), 2),
        states=language.number(mean_among_cs(states), 2), synergy_states=language.number(mean_with_synergy(states), 2),
    )  # fmt: skip
    return Table(_("Correlations among the seven C's"), text, ["", *names], rows)


def identified_table(validation: Validation, language: Language) -> Table:
    """Each calibrated parameter."""
    _, significant = language.gettext, language.significant
    rows = [
        (
            each.parameter, language.number(100.0 * each.contraction), f"{significant(each.low)}–{significant(each.high)}",
            significant(each.median), each.closest, language.number(each.correlation, 2),
            "" if each.is_identified else _("not identified by these data"),
        )
        for each in validation.identified
    ]  # fmt: skip
    text = _(
        "Contraction is how much narrower a parameter is after the data (1 - standard deviation after / before). Below {bound} it is "
        "called not identified by these data. The last columns name the parameter it is most strongly correlated with. Parameters have "
        "English names.",
        bound=language.percent(IDENTIFIED_FROM),
    )
    heads = [
        _("parameter"), _("contraction, %"), _("90 % interval"), _("median"), _("correlated with"), _("correlation"), _("verdict"),
    ]  # fmt: skip
    return Table(_("Calibrated parameters"), text, heads, rows, words=(0, 4, 6))


def coverage_table(coverage: pd.DataFrame, language: Language) -> Table:
    """Simulation-based calibration: even ranks as sampled, and wrong posteriors caught."""
    _ = language.gettext
    rows = [
        (
            _(TREATMENT_NAMES[str(name)]), language.number(100.0 * of.covered_50.mean()), language.number(100.0 * of.covered_90.mean()),
            language.number(float(min(1.0, of.p.min() * len(of))), 3), language.number(verdict(coverage, str(name)), 3),
            language.number(float(of.p[of.parameter == LIKELIHOOD].min()), 3),
        )
        for name, of in coverage.groupby("treatment", sort=False)
    ]  # fmt: skip
    text = _(
        "{sets} runs over the prior were taken for reports. For each the posterior was sampled, and it was noted how many of {draws} draws "
        "lie below the true value of each of {parameters} parameters: ranks must be even (Talts and others 2018). The last columns are p "
        "values: of the least even parameter, times their number; of all together; and of the rank of the log likelihood. To show that the "
        "test can fail, the same posteriors were made too narrow, too wide and shifted, and the prior was put in their place. A 90 % "
        "interval of so few draws should hold {expected} %.",
        sets=int(coverage.sets.iloc[0]), draws=int(coverage.draws.iloc[0]), parameters=coverage.parameter.nunique() - 1,
        expected=language.number(EXPECTED_90, 1),
    )  # fmt: skip
    heads = [
        _("posterior"),
        _("50 % interval holds the truth, %"),
        _("90 % interval holds the truth, %"),
        _("p, least even"),
        _("p, all"),
        _("p, log likelihood"),
    ]
    return Table(_("Coverage: does the calibration find known parameters?"), text, heads, rows)


TREATMENT_NAMES = {
    "as sampled": N_("as sampled"), "too narrow": N_("made too narrow"), "too wide": N_("made too wide"), "shifted": N_("shifted"),
    "the prior": N_("the prior in its place"),
}  # fmt: skip
