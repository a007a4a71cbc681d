"""The top of the page: the answer to three questions, and what must hold beside what does."""

from collections.abc import Iterator, Sequence

from samvirke.analysis.survey.questionnaire import row_label
from samvirke.analysis.validation.endings import MOVES
from samvirke.analysis.validation.identification import IDENTIFIED_FROM
from samvirke.analysis.validation.left_out import LeftOut
from samvirke.analysis.validation.predictive import mean_error, mean_width, share_inside
from samvirke.analysis.validation.validation import Validation
from samvirke.analysis.validation.verdicts import CHANCE, MOST_CHANCE, Verdict, rows_left_out, verdicts
from samvirke.viz.page.pieces import heading, paragraph, table
from samvirke.viz.validation.words import Words

PLACES = {"agreement": 1, "error": 1, "noise": 1, "joint": 1, "left_out": 1, "move": 1}
AT_MOST, ABOVE = ("agreement", "error", "noise"), ("joint", "left_out", "endings_drawn")
MOST_BLOCKS_NAMED = 5


def the_answer(validation: Validation, words: Words) -> Iterator[str]:
    """Three boxes and the table of what must hold."""
    yield heading(2, words.say("answer"))
    yield paragraph(how_many_hold(verdicts(validation), words))
    yield '<div class="answers">'
    for title, sentences in answers(validation, words).items():
        yield f"<section>{heading(3, title)}{''.join(map(paragraph, sentences))}</section>"
    yield "</div>"
    yield f'<section class="whole">{heading(3, words.say("held or not"))}{verdict_table(validation, words)}</section>'


def how_many_hold(found: Sequence[Verdict], words: Words) -> str:
    """How many of the tests hold; what could not come out otherwise is not counted."""
    tests = [each for each in found if each.is_a_test]
    said = words.say("musts", held=sum(each.holds for each in tests), of=len(tests))
    return f"{said} {words.say('musts bound', others=len(found) - len(tests))}" if len(tests) < len(found) else said


def answers(validation: Validation, words: Words) -> dict[str, list[str]]:
    """The three questions and what is said to each."""
    return {
        words.say("fit"): _fit(validation, words),
        words.say("unseen"): _unseen(validation, words),
        words.say("unknown"): _unknown(validation, words),
    }


def _fit(validation: Validation, words: Words) -> list[str]:
    rows, scores = validation.fitted, {each.model: each for each in validation.scores}
    inside = sum(row.inside for row in rows)
    share, error = words.number(100.0 * share_inside(rows)), words.number(mean_error(rows), 1)
    widths = {name: words.number(scores[name].mean_interval_width) for name in ("prior", "posterior")}
    found = validation.response
    answers, state = (words.number(100.0 * share) for share in (found.mean_reliability, found.mean_explained))
    return [
        words.say("fit rows", inside=inside, rows=len(rows), share=share, error=error),
        words.say(
            "fit prior",
            inside=sum(row.inside for row in validation.prior),
            rows=len(rows),
            prior=widths["prior"],
            width=widths["posterior"],
        ),
        words.say("fit reliability", share=answers, state=state),
    ]


def _unseen(validation: Validation, words: Words) -> list[str]:
    rows, blocks = rows_left_out(validation), len(validation.left_out)
    inside, share = sum(row.inside for row in rows), words.number(100.0 * share_inside(rows))
    few = sum(each.needs_a_refit for each in validation.left_out)
    said = [words.say("unseen rows", blocks=blocks, rows=len(rows), inside=inside, share=share), *_wins_and_losses(validation, words)]
    if few:
        said.append(words.say("unseen refit", few=few, blocks=blocks))
    if validation.validation:
        said.append(_validation(validation, words))
    return said


def _validation(validation: Validation, words: Words) -> str:
    rows = validation.validation
    return words.say("unseen validation", rows=len(rows), inside=sum(row.inside for row in rows), width=words.number(mean_width(rows)))


def _wins_and_losses(validation: Validation, words: Words) -> list[str]:
    found = [each for each in verdicts(validation) if each.name == "left_out"]
    beaten, others = ([words.model(each.of) for each in found if each.holds == held] for held in (True, False))
    said = [words.say("unseen wins", names=words.names(beaten))] if beaten else []
    return said + ([words.say("unseen loses", names=words.names(others))] if others else []) + _lost_blocks(validation, words)


def _lost_blocks(validation: Validation, words: Words) -> list[str]:
    """The blocks that another model says at least as well, the farthest behind first, and which models those are."""
    lost = sorted((each for each in validation.left_out if each.not_beaten), key=_behind, reverse=True)
    if not lost:
        return []
    names = [f"{words.block(each.block)} ({', '.join(map(words.model, each.not_beaten))})" for each in lost[:MOST_BLOCKS_NAMED]]
    key = "unseen blocks" if len(lost) <= MOST_BLOCKS_NAMED else "unseen more blocks"
    return [words.say(key, lost=len(lost), blocks=len(validation.left_out), names=words.names(names))]


def _behind(block: LeftOut) -> float:
    """How much likelier the block is under the best of the others."""
    return max(-block.gain_over(each) for each in block.not_beaten)


def _agreement(validation: Validation, words: Words) -> list[str]:
    found = validation.agreement
    if found is None:
        return []
    figures = {name: words.number(getattr(found, name), 1) for name in ("of_parameters", "most", "error_of_rows", "most_of_rows")}
    row = next(row_label(row.target, words.language) for row in validation.fitted if row.target.target_id == found.row)
    said = words.say("unknown chance", parameter=found.parameter, row=row, **figures)
    return [said, words.say("unknown chance bound", bound=words.number(MOST_CHANCE))]


def _unknown(validation: Validation, words: Words) -> list[str]:
    few = [each.parameter for each in validation.identified if not each.is_identified]
    sampled, bound = len(validation.identified), words.number(100.0 * IDENTIFIED_FROM)
    hardly = words.say("unknown parameters", few=len(few), sampled=sampled, names=words.names(few))
    moves = [words.say(f"move {each.of}") for each in verdicts(validation) if each.name == "move" and not each.holds]
    return [
        hardly if few else words.say("unknown none", sampled=sampled, bound=bound),
        words.say("unknown others", others=len(validation.not_sampled), sampled=sampled),
        words.say("unknown moves", names=words.names(moves)) if moves else words.say("unknown all move"),
        *_agreement(validation, words),
        words.say("unknown one"),
    ]


def verdict_table(validation: Validation, words: Words) -> str:
    """What must hold, the figure, and whether it does."""
    head = [words.say(key) for key in ("must", "figure", "bound", "holds")]
    return table(head, [verdict_cells(each, words) for each in verdicts(validation)], words=(0, 3), marked=words.say("no"))


def verdict_cells(verdict: Verdict, words: Words) -> tuple[str, str, str, str]:
    """A verdict as a row: what, figure, bound, holds or not."""
    places = PLACES.get(verdict.name, 0)
    figure = words.change(verdict.figure) if verdict.name in (*ABOVE, "move") else words.number(verdict.figure, places)
    if verdict.error:
        figure += f"\N{NO-BREAK SPACE}\N{PLUS-MINUS SIGN}\N{NO-BREAK SPACE}{words.number(verdict.error, 1)}"
    how = "at most" if verdict.name in AT_MOST else "above" if verdict.name in ABOVE else "at least"
    bound = words.say(how, bound=words.number(verdict.must, 1 if verdict.must % 1 else 0))
    return what_must_hold(verdict, words), figure, bound, whether_it_holds(verdict, words)


def whether_it_holds(verdict: Verdict, words: Words) -> str:
    """Holds, does not, is held by its own bound, or cannot be told."""
    if verdict.is_a_test:
        return words.say("yes" if verdict.holds else "no")
    if verdict.of == CHANCE:
        return words.say("cannot tell")
    return words.say("bound pulled" if verdict.pulled else "bound held")


def what_must_hold(verdict: Verdict, words: Words) -> str:
    """A verdict's claim in words."""
    of_a_move = verdict.of in [move.name for move in MOVES]
    of = words.say(f"move {verdict.of}") if of_a_move else words.model(verdict.of) if verdict.of else ""
    return words.say(f"must {verdict.name}", of=of)
