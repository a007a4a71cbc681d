"""The pictures of the proof's page, each with its caption."""

from collections.abc import Iterable, Iterator, Sequence

from samvirke.analysis.survey.questionnaire import answers_in_words, item_name, row_label
from samvirke.analysis.validation.endings import CONTINUES, SOMETHING_LEFT, Change, binomial_interval
from samvirke.analysis.validation.identification import IDENTIFIED_FROM
from samvirke.analysis.validation.predictive import Predicted
from samvirke.analysis.validation.validation import Validation
from samvirke.analysis.validation.verdicts import endings_rows
from samvirke.model.items import ITEM_NUMBER
from samvirke.viz.charts.colours import ACCENT, SOFT_INK
from samvirke.viz.charts.file import figure_of
from samvirke.viz.charts.interval_rows import Frame, IntervalRow, interval_rows
from samvirke.viz.page.pieces import heading, paragraph
from samvirke.viz.validation.words import Words

PERCENT = Frame()
WIDE_LABELS = Frame(left=520, width=300, right=200)
OF_CHANGES = ((-20, "−20"), (-5, "−5"), (0, "0"), (5, "+5"), (20, "+20"), (40, "+40"))


def pictured(kind: str, rows: Sequence[IntervalRow], frame: Frame, words: Words, **values: object) -> str:
    """A picture under its heading, with its caption."""
    title, caption = words.say(f"{kind} figure"), words.say(f"{kind} caption", **values)
    figure = figure_of(interval_rows(rows, frame), f"{title}. {caption}")
    return f'<section class="whole">{heading(3, title)}{paragraph(caption, "soft")}{figure}</section>'


def rows_figure(validation: Validation, words: Words) -> str:
    """Every fitted percentage beside its interval."""
    return pictured("rows", [beside_interval(row, words) for row in by_question(validation.fitted)], WIDE_LABELS, words)


def by_question(rows: Iterable[Predicted]) -> list[Predicted]:
    """Rows of one question side by side, in the questionnaire's order."""
    return sorted(rows, key=lambda row: (ITEM_NUMBER[row.target.item], row.target.month))


def beside_interval(row: Predicted, words: Words) -> IntervalRow:
    """A reported percentage beside what is simulated."""
    interval = words.range(row.low, row.high)
    said = f"{words.number(row.reported)} · {words.number(row.mean)} ({interval})"
    label = row_label(row.target, words.language)
    mark = "" if row.inside else f" {words.say('outside')}"
    return IntervalRow(label, row.low, row.mean, row.high, row.reported, not row.inside, said + mark)


def endings_figure(validation: Validation, words: Words) -> str:
    """The four endings: reported, simulated, predicted without any of them, and before the data."""
    return pictured("endings", list(_endings(validation, words)), PERCENT, words)


def _endings(validation: Validation, words: Words) -> Iterator[IntervalRow]:
    without = {row.target.target_id: (row, block.needs_a_refit) for block in validation.left_out for row in block.rows}
    prior = {row.target.target_id: row for row in validation.prior}
    for row in endings_rows(validation.fitted):
        low, high = binomial_interval(row.target.count, row.target.n)
        ending = answers_in_words("future", row.target.codes, words.language)
        count = f"{words.number(row.reported)} % ({row.target.count:.0f} / {row.target.n:.0f})"
        yield IntervalRow(
            words.say("endings reported", ending=ending), low, float("nan"), high, row.reported, False, count, SOFT_INK, strong=False
        )
        yield _simulated(words.say("endings simulated"), row, words, strong=True)
        unseen, provisional = without[row.target.target_id]
        yield _simulated(words.say("endings provisional" if provisional else "endings without"), unseen, words, strong=not provisional)
        yield _simulated(words.say("endings prior"), prior[row.target.target_id], words, strong=False)


def _simulated(label: str, row: Predicted, words: Words, *, strong: bool) -> IntervalRow:
    said = f"{words.number(row.mean)} % ({words.range(row.low, row.high)})"
    return IntervalRow(label, row.low, row.mean, row.high, said=said, colour=ACCENT if strong else SOFT_INK, strong=strong)


def moves_figure(validation: Validation, words: Words) -> str:
    """What moves who continues, and where something is left."""
    changes = [each for each in validation.changes if each.outcome in (CONTINUES, SOMETHING_LEFT)]
    return pictured("moves", [_change(each, words) for each in changes], frame_of_changes(changes), words)


def frame_of_changes(changes: Iterable[Change]) -> Frame:
    """A scale with room for all changes, with lines at no change and at five points."""
    ends = [end for each in changes for end in (each.low, each.high)]
    low, high = min([-10.0, *ends]), max([10.0, *ends])
    lines = tuple((at, said) for at, said in OF_CHANGES if low <= at <= high)
    return Frame(low, high, lines, left=480, width=380, right=160)


def _change(change: Change, words: Words) -> IntervalRow:
    label = words.say("moves row", move=words.say(f"move {change.move}"), outcome=words.say(change.outcome))
    said = f"{words.change(change.mean)} ({words.range(change.low, change.high)})"
    return IntervalRow(label, change.low, change.mean, change.high, said=said)


def answered_figure(validation: Validation, words: Words) -> str:
    """Share high as answered beside share high as it is, the largest distance first."""
    found = sorted(validation.response.high, key=lambda each: each.is_so - each.answered)
    rows = [
        IntervalRow(
            item_name(each.item, words.language), min(each.is_so, each.answered), each.is_so, max(each.is_so, each.answered), each.answered,
            said=f"{words.number(each.is_so)} → {words.number(each.answered)} %",
        )
        for each in found
    ]  # fmt: skip
    return pictured("answered", rows, PERCENT, words)


def contraction_figure(validation: Validation, words: Words) -> str:
    """How far the data narrow each calibrated parameter."""
    bound = 100.0 * IDENTIFIED_FROM
    frame = Frame(lines=((0, "0"), (bound, f"{bound:.0f}"), (50, "50"), (100, "100 %")))
    rows = [
        IntervalRow(
            each.parameter, 0.0, float("nan"), max(0.0, 100.0 * each.contraction), max(0.0, 100.0 * each.contraction),
            not each.is_identified, f"{words.number(100.0 * each.contraction)} %",
        )
        for each in validation.identified
    ]  # fmt: skip
    return pictured("contraction", rows, frame, words, bound=words.number(bound))
