"""The tables of the proof's page, each with what it means in plain words."""

from collections.abc import Iterator

from samvirke.analysis.survey.questionnaire import item_name, label_of, question_title
from samvirke.analysis.validation.identification import IDENTIFIED_FROM
from samvirke.analysis.validation.left_out import ENOUGH_DRAWS, MODEL, LeftOut
from samvirke.analysis.validation.null_models import FREER
from samvirke.analysis.validation.response import C_ITEMS, mean_among_cs, mean_with_synergy
from samvirke.analysis.validation.validation import Validation
from samvirke.model.agents.partnership import FUTURES
from samvirke.model.parameters import REGISTRY
from samvirke.viz.page.pieces import escaped, heading, listed, paragraph, table
from samvirke.viz.validation.names import C_NAMES
from samvirke.viz.validation.words import NOTHING, Words

MODELS_OF_BLOCKS = (MODEL, "no_differences", "uniform", "literature", "other_items")
AS_GOOD = " ▲"
MODELS_OF_JOINT_ROWS = ("posterior", "no_differences", FREER, "luck", "scale_mean", "saturated")


def explained(key: str, content: str, words: Words, **values: object) -> str:
    """A heading, what it means, and a table."""
    return heading(3, words.say(key)) + paragraph(words.say(f"{key} text", **values)) + content


def head(words: Words, *columns: str) -> list[str]:
    """Names of columns in words."""
    return [words.say(f"column {each}") for each in columns]


def tables(validation: Validation, words: Words) -> Iterator[str]:
    """All of them but the rows with their sources."""
    yield heading(2, words.say("tables"))
    yield scores_table(validation, words)
    yield left_out_table(validation, words)
    yield twice_table(validation, words) if validation.twice else ""
    yield joint_table(validation, words)
    yield moves_table(validation, words)
    yield response_tables(validation, words)
    yield identified_tables(validation, words)
    yield coverage_table(validation, words) if validation.coverage is not None else ""


def scores_table(validation: Validation, words: Words) -> str:
    """The fit of this model and of others."""
    rows = [
        (
            words.model(each.model), words.number(each.log_score, 1), words.number(each.mean_absolute_error, 1),
            words.number(each.mean_interval_width, 1), words.number(100.0 * each.share_inside),
        )
        for each in validation.scores
    ]  # fmt: skip
    return explained("scores", table(head(words, "model", "log score", "error", "width", "inside"), rows), words)


def left_out_table(validation: Validation, words: Words) -> str:
    """Every block, predicted without having been seen."""
    heads = [*head(words, "block", "effective", "rows inside"), *map(words.model, MODELS_OF_BLOCKS)]
    rows = [_left_out_cells(each, words) for each in validation.left_out]
    rows.append(_sums(validation, words))
    return explained("left_out", table(heads, rows), words, how=_how_left_out(validation, words), as_good=AS_GOOD)


def _how_left_out(validation: Validation, words: Words) -> str:
    """What was done for the blocks of the table: calibrated without, weighted anew, or some so and some so."""
    refitted = {each.refitted for each in validation.left_out}
    how = "mixed" if len(refitted) > 1 else "refitted" if True in refitted else "weighted"
    return words.say(f"left_out {how}", enough=ENOUGH_DRAWS)


def _left_out_cells(block: LeftOut, words: Words) -> list[str]:
    note = f" ({words.say('refit' if block.needs_a_refit else 'refitted')})" if block.needs_a_refit or block.refitted else ""
    inside = f"{sum(row.inside for row in block.rows)} / {len(block.rows)}"
    scores = [words.number(block.total(model), 1) + (AS_GOOD if model in block.not_beaten else "") for model in MODELS_OF_BLOCKS]
    return [words.block(block.block), words.number(block.effective) + note, inside, *scores]


def _sums(validation: Validation, words: Words) -> list[str]:
    """Over all blocks; a dash for a model that does not say all of them."""
    rows = [row for block in validation.left_out for row in block.rows]
    sums = [words.number(sum(block.total(model) for block in validation.left_out), 1) for model in MODELS_OF_BLOCKS]
    return [words.say("sum"), "", f"{sum(row.inside for row in rows)} / {len(rows)}", *sums]


def twice_table(validation: Validation, words: Words) -> str:
    """What was asked twice, beside persistence."""
    titles = {each.name: question_title(each.item, each.month, each.given, words.language) for each in validation.asked.questions}
    rows = [
        (titles[each.question], words.number(each.effective), words.number(each.left_out, 1), words.number(each.persistence, 1))
        for each in validation.twice
    ]
    heads = [*head(words, "question", "effective"), words.model(MODEL), words.model("persistence")]
    return explained("twice", table(heads, rows), words)


def joint_table(validation: Validation, words: Words) -> str:
    """The joint rows under our model and the null models."""
    every = (*validation.asked.questions, *validation.asked.unseen)
    titles = {each.name: question_title(each.item, each.month, each.given, words.language) for each in every}
    models = [model for model in MODELS_OF_JOINT_ROWS if model in validation.joint]
    scores = [validation.joint[model] for model in models]
    rows = [[titles[name], *(words.number(each[name], 2) for each in scores)] for name in scores[0]]
    rows.append([words.say("sum"), *(words.number(sum(each.values()), 2) for each in scores)])
    heads = [*head(words, "question"), *map(words.model, models)]
    wanted = {"noise": words.number(validation.alike.noise, 2), "halo": words.number(validation.alike.halo, 2)}
    return explained("joint", table(heads, rows), words, bound=words.number(REGISTRY["response_noise"].high, 2), **wanted)


def moves_table(validation: Validation, words: Words) -> str:
    """What moves which ending by how much."""
    rows = [
        (
            words.say(f"move {each.move}"), outcome_name(each.outcome, words), words.change(each.mean), words.number(each.error, 1),
            words.range(each.low, each.high, 1),
        )
        for each in validation.changes
    ]  # fmt: skip
    return explained("moves", table(head(words, "move", "outcome", "mean", "mc error", "range"), rows, words=(0, 1)), words)


def outcome_name(outcome: str, words: Words) -> str:
    """An ending, or several together, in words."""
    return label_of("future4", FUTURES.index(outcome), words.language) if outcome in FUTURES else words.say(outcome)


def response_tables(validation: Validation, words: Words) -> str:
    """Reliability of the answers, what shifts them, and how the seven C's go together."""
    found, high = validation.response, {each.item: each for each in validation.response.high}
    items = [*C_ITEMS, *(item for item in high if item not in C_ITEMS)]
    rows = [
        (
            item_name(item, words.language), words.number(found.reliability.get(item, float("nan")), 2),
            words.number(high[item].answered), words.number(high[item].is_so),
        )
        for item in items
    ]  # fmt: skip
    answers = explained("response", table(head(words, "item", "reliability", "answered", "is"), rows), words)
    return answers + paragraph(_shifts(validation, words)) + _correlations(validation, words)


def _shifts(validation: Validation, words: Words) -> str:
    shifts = validation.response.shifts
    means = {name: words.number(mean, 1) for name, (mean, _, _) in shifts.items()}
    ranges = {name: words.range(low, high, 1) for name, (_, low, high) in shifts.items()}
    return words.say(
        "response shifts",
        means=means,
        ranges=ranges,
        within=words.number(100.0 * validation.response.noise_within_bound),
        bound=words.number(100.0 * REGISTRY["response_noise"].high),
    )


def _correlations(validation: Validation, words: Words) -> str:
    answered, is_so = validation.response.as_answered, validation.response.as_it_is
    names = [words.c(name) for name in C_NAMES]
    rows = [
        [
            name,
            *(NOTHING if at == other else words.number((answered if other < at else is_so)[at][other], 2) for other in range(len(names))),
        ]
        for at, name in enumerate(names)
    ]
    means = {
        "answered": words.number(mean_among_cs(answered), 2), "synergy_answered": words.number(mean_with_synergy(answered), 2),
        "is_so": words.number(mean_among_cs(is_so), 2), "synergy_is": words.number(mean_with_synergy(is_so), 2),
    }  # fmt: skip
    return explained("correlations", table(["", *names], rows), words, **means)


def identified_tables(validation: Validation, words: Words) -> str:
    """Each calibrated parameter, and the list of all others."""
    bound = words.number(100.0 * IDENTIFIED_FROM)
    rows = [
        (
            each.parameter, words.number(100.0 * each.contraction), f"{each.low:.3g}{NOTHING}{each.high:.3g}", f"{each.median:.3g}",
            each.closest, words.number(each.correlation, 2), words.say("is identified" if each.is_identified else "not identified"),
        )
        for each in validation.identified
    ]  # fmt: skip
    heads = head(words, "parameter", "contraction", "range", "median", "closest", "correlation", "verdict")
    calibrated = explained("identified", table(heads, rows, words=(0, 4, 6)), words, bound=bound)
    names = [f"<code>{escaped(name)}</code>" for name in sorted(validation.not_sampled)]
    return calibrated + explained("not sampled", listed(names, "names"), words, others=len(names), sampled=len(validation.identified))


def coverage_table(validation: Validation, words: Words) -> str:
    """Coverage on synthetic data."""
    rows = [
        (str(row.parameter), words.number(100.0 * row.level), words.number(100.0 * row.covered), str(row.sets))
        for row in validation.coverage.itertuples()
    ]
    shown = explained("coverage", table(head(words, "parameter", "level", "covered", "sets"), rows), words)
    effective = float(validation.coverage["effective"].median())
    few = words.say("coverage few" if effective < ENOUGH_DRAWS else "coverage enough", effective=words.number(effective))
    return shown + paragraph(few)
