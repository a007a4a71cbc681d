"""The pictures of the page, each with its caption."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from samvirke.analysis.survey.questionnaire import answers_in_words, item_name, row_label
from samvirke.analysis.validation.endings import CONTINUES, SOMETHING_LEFT, Change, binomial_interval
from samvirke.analysis.validation.identification import IDENTIFIED_FROM
from samvirke.analysis.validation.predictive import Predicted
from samvirke.analysis.validation.validation import Validation
from samvirke.analysis.validation.verdicts import endings_rows
from samvirke.model.items import ITEM_NUMBER
from samvirke.model.language import Language
from samvirke.viz.charts.colours import ACCENT, SOFT_INK
from samvirke.viz.charts.interval_rows import Frame, IntervalRow, interval_rows
from samvirke.viz.page.page import picture
from samvirke.viz.validation.names import MOVE_NAMES, interval, outcome_name

PERCENT = Frame()
WIDE_LABELS = Frame(left=520, width=300, right=200)
LINES_OF_CHANGES = (-20, -5, 0, 5, 20, 40)


@dataclass(frozen=True)
class Figure:
    """A picture under its heading, with its caption."""

    title: str
    caption: str
    picture: Markup


def figures(validation: Validation, language: Language) -> Iterator[Figure]:
    """All of them but the questions as bars."""
    for figure in (rows_figure, endings_figure, moves_figure, answered_figure, contraction_figure):
        yield figure(validation, language)


def _figure(title: str, caption: str, rows: Sequence[IntervalRow], frame: Frame) -> Figure:
    return Figure(title, caption, picture(interval_rows(rows, frame), f"{title}. {caption}"))


def rows_figure(validation: Validation, language: Language) -> Figure:
    """Every fitted percentage beside its interval."""
    _ = language.gettext
    caption = _(
        "Green: 90 % interval of the simulated percentage for the same number of answers; white line: its mean. Diamond: the reported "
        "percentage, hollow where it lies outside. At the right: reported · simulated mean (interval)."
    )
    rows = [beside_interval(row, language) for row in by_question(validation.fitted)]
    return _figure(_("Every fitted percentage"), caption, rows, WIDE_LABELS)


def by_question(rows: Iterable[Predicted]) -> list[Predicted]:
    """Rows of one question side by side, in the questionnaire's order."""
    return sorted(rows, key=lambda row: (ITEM_NUMBER[row.target.item], row.target.month))


def beside_interval(row: Predicted, language: Language) -> IntervalRow:
    """A reported percentage beside what is simulated."""
    wording = f"{language.number(row.reported)} · {language.number(row.mean)} ({interval(row.low, row.high, language)})"
    mark = "" if row.inside else " " + language.gettext("outside")
    label = row_label(row.target, language.code)
    return IntervalRow(label, row.low, row.mean, row.high, row.reported, not row.inside, wording + mark)


def endings_figure(validation: Validation, language: Language) -> Figure:
    """The four endings: reported, simulated, predicted without any of them, and before the data."""
    _ = language.gettext
    caption = _(
        "Diamond: reported (dashed: its 95 % interval, given so few answers). Green: simulated, 90 % interval for the same number of "
        "answers. “Without”: predicted by a calibration that did not use any answer about what comes after."
    )
    return _figure(_("What happens when the grant ends"), caption, list(_endings(validation, language)), PERCENT)


def _endings(validation: Validation, language: Language) -> Iterator[IntervalRow]:
    _ = language.gettext
    without = {row.target.target_id: (row, block.needs_a_refit) for block in validation.left_out for row in block.rows}
    prior = {row.target.target_id: row for row in validation.prior}
    for row in endings_rows(validation.fitted):
        low, high = binomial_interval(row.target.count, row.target.n)
        label = _("{ending}: reported", ending=answers_in_words("future", row.target.codes, language.code))
        count = f"{language.percent(row.reported / 100.0)} ({language.number(row.target.count)} / {language.number(row.target.n)})"
        yield IntervalRow(label, low, float("nan"), high, row.reported, False, count, SOFT_INK, strong=False)
        yield _simulated(_("simulated"), row, language, strong=True)
        unseen, provisional = without[row.target.target_id]
        label = _("without answers about endings (provisional)") if provisional else _("without any answer about endings")
        yield _simulated(label, unseen, language, strong=not provisional)
        yield _simulated(_("before the data"), prior[row.target.target_id], language, strong=False)


def _simulated(label: str, row: Predicted, language: Language, *, strong: bool) -> IntervalRow:
    wording = f"{language.percent(row.mean / 100.0)} ({interval(row.low, row.high, language)})"
    return IntervalRow(label, row.low, row.mean, row.high, wording=wording, colour=ACCENT if strong else SOFT_INK, strong=strong)


def moves_figure(validation: Validation, language: Language) -> Figure:
    """What moves who continues, and where something is left."""
    _ = language.gettext
    caption = _(
        "Change in percentage points of the partnerships when one thing is moved from the low end (10 %) to the high end (90 %) of its "
        "plausible range, in pairs of runs with common random numbers. Bar: 90 % of the posterior; white line: mean. At least five points "
        "are required."
    )
    changes = [each for each in validation.changes if each.outcome in (CONTINUES, SOMETHING_LEFT)]
    rows = [_change(each, language) for each in changes]
    return _figure(_("What moves the endings"), caption, rows, frame_of_changes(changes, language))


def frame_of_changes(changes: Iterable[Change], language: Language) -> Frame:
    """A scale with room for all changes, with lines at no change and at five points."""
    ends = [end for each in changes for end in (each.low, each.high)]
    low, high = min([-10.0, *ends]), max([10.0, *ends])
    lines = tuple((at, language.number(at, sign=True)) for at in LINES_OF_CHANGES if low <= at <= high)
    return Frame(low, high, lines, left=480, width=380, right=160)


def _change(change: Change, language: Language) -> IntervalRow:
    label = f"{language.gettext(MOVE_NAMES[change.move])}: {outcome_name(change.outcome, language)}"
    wording = f"{language.number(change.mean, 1, sign=True)} ({interval(change.low, change.high, language)})"
    return IntervalRow(label, change.low, change.mean, change.high, wording=wording)


def answered_figure(validation: Validation, language: Language) -> Figure:
    """Share high as answered beside share high as it is, the largest distance first."""
    _ = language.gettext
    caption = _(
        "Share of simulated partnerships that are high at the last questionnaire. Green end with white line: the simulated state (at "
        "least 0.6 of 1). Diamond: the simulated answer (4 or 5). The difference is what social desirability and mood add."
    )
    found = sorted(validation.response.high, key=lambda each: each.state - each.answered)
    rows = [
        IntervalRow(
            item_name(each.item, language.code), min(each.state, each.answered), each.state, max(each.state, each.answered), each.answered,
            wording=f"{language.number(each.state)} → {language.percent(each.answered / 100.0)}",
        )
        for each in found
    ]  # fmt: skip
    return _figure(_("Simulated state and simulated answer"), caption, rows, PERCENT)


def contraction_figure(validation: Validation, language: Language) -> Figure:
    """How far the data narrow each calibrated parameter."""
    _, bound = language.gettext, 100.0 * IDENTIFIED_FROM
    caption = _(
        "How much narrower the parameter is after the data than before: 0 % nothing learnt, 100 % known exactly. Hollow diamonds, below "
        "{bound}: not identified by these data.",
        bound=language.percent(IDENTIFIED_FROM),
    )
    frame = Frame(lines=((0, "0"), (bound, language.number(bound)), (50, "50"), (100, "100 %")))
    rows = [
        IntervalRow(
            each.parameter, 0.0, float("nan"), max(0.0, 100.0 * each.contraction), max(0.0, 100.0 * each.contraction),
            not each.is_identified, language.percent(each.contraction),
        )
        for each in validation.identified
    ]  # fmt: skip
    return _figure(_("What the data say about each calibrated parameter"), caption, rows, frame)
