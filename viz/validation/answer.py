"""The top of the page: the answer to three questions, and the criteria beside the figures."""

from collections.abc import Sequence

from samvirke.analysis.survey.questionnaire import row_label
from samvirke.analysis.validation.identification import IDENTIFIED_FROM
from samvirke.analysis.validation.left_out import ENOUGH_DRAWS, NO_DIFFERENCES, LeftOut
from samvirke.analysis.validation.predictive import mean_error, mean_width, share_inside
from samvirke.analysis.validation.validation import Validation
from samvirke.analysis.validation.verdicts import AT_MOST, CHANCE, MOST_CHANCE, Verdict, rows_left_out, verdicts
from samvirke.model.language import NO_BREAK, NOT_KNOWN, Language
from samvirke.viz.validation.hardest import hardest
from samvirke.viz.validation.names import BLOCK_NAMES, MODEL_NAMES, MOVE_NAMES

ONE_DECIMAL, TWO_DECIMALS = ("agreement", "error", "noise"), ("width",)
ABOVE = ("joint", "left_out", "endings_drawn", "cases", "tables")
MOST_BLOCKS_NAMED = 5


def how_many_hold(found: Sequence[Verdict], language: Language) -> str:
    """How many of the criteria are met; what could not come out otherwise is not counted."""
    _ = language.gettext
    tests = [each for each in found if each.is_a_test]
    wording = [_("{met} of the {of} criteria are met; the table below lists them.", met=sum(each.holds for each in tests), of=len(tests))]
    if others := len(found) - len(tests):
        wording.append(_("Not counted, because they could not fail or the prior meets them too: {others}.", others=others))
    return " ".join(wording)


def answers(validation: Validation, language: Language) -> dict[str, list[str]]:
    """The three questions and the sentences that answer each."""
    _ = language.gettext
    return {
        _("Does it know which partnership goes on, and what goes together?"): hardest(validation, language),
        _("Does it fit?"): _fit(validation, language),
        _("How well does it predict answers it was not fitted to?"): _unseen(validation, language),
        _("What can the data not tell?"): _unknown(validation, language),
    }


def _fit(validation: Validation, language: Language) -> list[str]:
    _, rows = language.gettext, validation.fitted
    scores = {each.model: each for each in validation.scores}
    return [
        _(
            "{inside} of {rows} reported percentages ({share}) lie in their 90 % interval. The simulated mean is {error} points off on "
            "average. Even a perfect model would be about 5.3 points off, because so few answered; less than 4 would be suspiciously good.",
            inside=sum(row.inside for row in rows), rows=len(rows), share=language.percent(share_inside(rows)),
            error=language.number(mean_error(rows), 1),
        ),
        _(
            "Before the data, {inside} of the same {rows} percentages lay inside as well, in intervals {prior} points wide on average; "
            "now they are {posterior} points wide. Lying inside alone is weak evidence.",
            inside=sum(row.inside for row in validation.prior), rows=len(rows),
            **{name: language.number(scores[name].mean_interval_width) for name in ("prior", "posterior")},
        ),
        _(
            "{answers} of the variance of the answers about the seven C's comes from the partnerships; the rest comes from who answered, "
            "and in what mood. The state of the partnership as a whole explains {state}: each respondent sees her own ties and tasks.",
            answers=language.percent(validation.response.mean_reliability), state=language.percent(validation.response.mean_explained),
        ),
    ]  # fmt: skip


def _unseen(validation: Validation, language: Language) -> list[str]:
    _, rows, blocks = language.gettext, rows_left_out(validation), len(validation.left_out)
    wording = [
        _(
            "Each of {blocks} blocks of questions was left out in turn. Of their {rows} percentages, {inside} ({share}) lie in their "
            "90 % interval.",
            blocks=blocks, rows=len(rows), inside=sum(row.inside for row in rows), share=language.percent(share_inside(rows)),
        ),
        *_wins_and_losses(validation, language),
        *_lost_blocks(validation, language),
    ]  # fmt: skip
    if few := sum(each.needs_a_refit for each in validation.left_out):
        wording.append(
            _(
                "For {few} of the {blocks} blocks the effective sample size is below {enough}. Those figures are provisional: they need a "
                "calibration without the block.",
                few=few, blocks=blocks, enough=ENOUGH_DRAWS,
            )
        )  # fmt: skip
    if kept_out := validation.validation:
        wording.append(
            _(
                "Of the {rows} percentages that were kept out of the fit, {inside} lie inside. Their intervals are {width} points wide on "
                "average.",
                rows=len(kept_out), inside=sum(row.inside for row in kept_out), width=language.number(mean_width(kept_out)),
            )
        )  # fmt: skip
    return wording


def _wins_and_losses(validation: Validation, language: Language) -> list[str]:
    _, found = language.gettext, [each for each in verdicts(validation) if each.name == "left_out" and each.is_a_test]
    beaten, others = ([_(MODEL_NAMES[each.of]) for each in found if each.holds == held] for held in (True, False))
    wins = [_("On left-out questions its log score is higher than that of: {names}.", names="; ".join(beaten))] if beaten else []
    return wins + ([_("Its log score is not higher than that of: {names}.", names="; ".join(others))] if others else [])


def _lost_blocks(validation: Validation, language: Language) -> list[str]:
    """The blocks that another model predicts at least as well, the largest difference first, and which models those are."""
    _ = language.gettext
    lost = sorted((each for each in validation.left_out if each.not_beaten), key=_behind, reverse=True)
    if not lost:
        return []
    models = {each.block: language.listed(_(MODEL_NAMES[model]) for model in each.not_beaten) for each in lost[:MOST_BLOCKS_NAMED]}
    names = "; ".join(f"{_(BLOCK_NAMES[block])} ({of})" for block, of in models.items())
    counts = {"lost": len(lost), "blocks": len(validation.left_out)}
    if len(lost) <= MOST_BLOCKS_NAMED:
        return [_("Another model predicts {lost} of the {blocks} blocks at least as well: {names}.", names=names, **counts)]
    return [
        _("Another model predicts {lost} of the {blocks} blocks at least as well; the largest differences: {names}.", names=names, **counts)
    ]


def _behind(block: LeftOut) -> float:
    """How much higher the log score of the best of the others is."""
    return max(-block.gain_over(each) for each in block.not_beaten)


def _unknown(validation: Validation, language: Language) -> list[str]:
    _, sampled = language.gettext, len(validation.identified)
    few = [each.parameter for each in validation.identified if not each.is_identified]
    known = [each.parameter for each in validation.identified if each.is_identified]
    unmoved = [_(MOVE_NAMES[each.of]) for each in verdicts(validation) if each.name == "move" and not each.holds]
    return [
        _(
            "{few} of {sampled} calibrated parameters are hardly narrowed by these data; the table below has all. Narrowed are: {names}.",
            few=len(few), sampled=sampled, names=", ".join(known) or NOT_KNOWN,
        )
        if few
        else _(
            "All {sampled} calibrated parameters are narrowed by at least {bound}.",
            sampled=sampled, bound=language.percent(IDENTIFIED_FROM),
        ),
        _(
            "Another {others} uncertain parameters were not calibrated, because none of them clearly moves a reported figure. In every "
            "result they are held towards their default, by a spread that is calibrated with the {sampled}.",
            others=len(validation.not_sampled), sampled=sampled,
        ),
        _("The endings move by less than 5 points with: {names}.", names="; ".join(unmoved))
        if unmoved
        else _("Each of trust, money, hosts and early anchoring moves the endings by at least 5 points."),
        *_agreement(validation, language),
        _(
            "Nothing here predicts what becomes of any one partnership. The four endings are what contact persons expected when the grant "
            "ended, not what was seen later."
        ),
    ]  # fmt: skip


def _agreement(validation: Validation, language: Language) -> list[str]:
    _, found = language.gettext, validation.agreement
    if found is None:
        return []
    return [
        _(
            "In a second calibration from another seed, a parameter's mean differs by {of_parameters} % of its plausible range (root mean "
            "square; largest: {most} %, {parameter}). The Monte Carlo error of a predicted percentage is {error_of_rows} points; the two "
            "calibrations differ most, by {most_of_rows} points, at “{row}”.",
            parameter=found.parameter,
            row=next(row_label(row.target, language.code) for row in validation.fitted if row.target.target_id == found.row),
            **{name: language.number(getattr(found, name), 1) for name in ("of_parameters", "most", "error_of_rows", "most_of_rows")},
        ),
        _(
            "Both calibrations sample the same parameters, so the error of choosing them is not included. The limit of {bound} points is "
            "our own choice.",
            bound=language.number(MOST_CHANCE),
        ),
    ]  # fmt: skip


def verdict_heads(language: Language) -> list[str]:
    """The columns of the table of criteria."""
    _ = language.gettext
    return [_("criterion"), _("result"), _("prior"), _("margins only"), _("required"), _("met?")]


def verdict_cells(verdict: Verdict, language: Language) -> tuple[str, str, str, str, str, str]:
    """A verdict as a row: criterion, figure (± its standard error), the same under prior and margins alone, bound, met or not."""
    figure = figure_of(verdict, verdict.figure, language)
    if verdict.error:
        figure += f"{NO_BREAK}±{NO_BREAK}{language.number(verdict.error, 1)}"
    prior, margins = (figure_of(verdict, each, language) for each in (verdict.of_prior, verdict.of_margins))
    return criterion(verdict, language), figure, prior, margins, _required(verdict, language), whether_it_holds(verdict, language)


def figure_of(verdict: Verdict, value: float, language: Language) -> str:
    """A criterion's figure as it is written; a dash where it is not known."""
    if value != value:
        return NOT_KNOWN
    if verdict.name in (*ABOVE, "move"):
        return language.number(value, 1, sign=True)
    return language.number(value, 2 if verdict.name in TWO_DECIMALS else 1 if verdict.name in ONE_DECIMAL else 0)


def _required(verdict: Verdict, language: Language) -> str:
    _, bound = language.gettext, language.number(verdict.required, None)
    if verdict.name in AT_MOST:
        wording = _("at most {bound}", bound=bound)
    else:
        wording = _("above {bound}", bound=bound) if verdict.name in ABOVE else _("at least {bound}", bound=bound)
    return wording.replace(" ", NO_BREAK)


def whether_it_holds(verdict: Verdict, language: Language) -> str:
    """Met, not met, met because of the prior's bound, or not testable."""
    _ = language.gettext
    if verdict.is_a_test:
        return language.pgettext("criterion", "met") if verdict.holds else not_met(language)
    if verdict.prior_passes:
        return _("the prior meets it too: not counted")
    if verdict.name == "effective":
        return _("a chain for each draw: it cannot fail")
    if verdict.of == NO_DIFFERENCES:
        return _("by weighting only: not counted")
    if verdict.of == CHANCE:
        return _("cannot be tested with these rows")
    if verdict.pulled:
        return _("held by the prior's bound; the data pull towards it")
    return _("held by the prior's bound")


def not_met(language: Language) -> str:
    """The text for a criterion that is not met."""
    return language.gettext("NOT met")


def criterion(verdict: Verdict, language: Language) -> str:
    """A verdict's criterion in words."""
    _ = language.gettext
    model, move = (_(names.get(verdict.of, "")) for names in (MODEL_NAMES, MOVE_NAMES))
    return {
        "cases": _("Partnerships left out one at a time: log score of attainment and future above that of “{model}”", model=model),
        "sign": _("Cross-tables as fitted: draws in which the right group is higher, in the worst table, %"),
        "tables_inside": _("Cross-tables as fitted: those whose reported counts lie in their 90 % interval"),
        "width": _("Cross-tables as fitted: width of the widest share's interval, relative to the prior's"),
        "tables": _("Cross-tables left out: log score above that of “{model}”", model=model),
        "effective": _("Effective number of different draws"),
        "inside": _("Fitted percentages that lie in their 90 % interval, %"),
        "error": _("Mean distance between reported percentage and simulated mean, points"),
        "noise": _("Noise of an answer (95th percentile), points of 100"),
        "reliability": _("Variance of the answers about the seven C's that comes from partnerships, %"),
        "joint": _("Joint rows: log score above that of “{model}”", model=model),
        "left_out_inside": _("Left-out percentages that lie in their 90 % interval, %"),
        "left_out": _("Left-out questions: log score above that of “{model}”", model=model),
        "endings_drawn": _("Left-out endings: log score above that of four equally likely endings"),
        "endings": _("Endings whose simulated mean lies in the 95 % interval of the reported count"),
        "agreement": _("Monte Carlo error of a predicted percentage, from two calibrations, points"),
        "move": _("Endings: change (continuing, or something left) with “{move}”, points", move=move),
    }[verdict.name]
