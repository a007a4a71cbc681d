"""All rows and measures of a validation in one long table, for machines: one figure a row."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from samvirke.analysis.columns import Column, known, table_of
from samvirke.analysis.validation.null_models import FREER
from samvirke.analysis.validation.predictive import Predicted
from samvirke.analysis.validation.response import mean_among_cs, mean_with_synergy
from samvirke.analysis.validation.validation import Validation
from samvirke.analysis.validation.verdicts import verdicts
from samvirke.analysis.validation.weighting import distinct_draws, effective_sample_size
from samvirke.model.items import SEVEN_CS

COLUMNS: tuple[Column, ...] = (
    Column("part", "part of the validation: row, score, response, parameter, move, left_out, twice, joint, answer, coverage, agreement, "
           "draws, verdict, case, cross_table", "name", "string", never_null=True),
    Column("subject", "what it is about: a row, question, parameter, block, move …", "name", "string", never_null=True),
    Column("model", "under which model: posterior, prior, left_out, saturated, scale_mean, uniform …", "name", "string", never_null=True),
    Column("measure", "what is measured", "name", "string", never_null=True),
    Column("value", "the figure; null where there is none or a bound holds by itself; yes is 1 and no is 0", "see unit", "double"),
    Column("unit", "what it is measured in", "unit", "string", never_null=True),
    Column("source", "where a reported figure comes from", "title and figure", "string"),
)  # fmt: skip
PERCENT, POINTS, LOG, SHARE, YES = "percent", "points", "log probability", "0-1", "yes or no"


@dataclass(frozen=True)
class Measure:
    """One row of the table."""

    part: str
    subject: str
    model: str
    measure: str
    value: float
    unit: str
    source: str | None = None


def table_of_measures(validation: Validation) -> pa.Table:
    """The table (Arrow)."""
    rows = [astuple(each) for each in measures(validation)]
    columns = dict(zip((column.name for column in COLUMNS), zip(*rows, strict=True), strict=True))
    values = {name: list(each) for name, each in columns.items() if name != "value"}
    return table_of(COLUMNS, [known(np.array(columns["value"], dtype=float)) if c.name == "value" else values[c.name] for c in COLUMNS])


def measures(validation: Validation) -> Iterator[Measure]:
    """Every figure of the validation."""
    yield from _rows(validation)
    yield from _scores(validation)
    yield from _left_out(validation)
    yield from _response(validation)
    yield from _parameters(validation)
    yield from _moves(validation)
    yield from _coverage(validation)
    yield from _agreement(validation)
    yield from _draws(validation)
    yield from _verdicts(validation)
    yield from _cases(validation)
    yield from _cross_tables(validation)


def _cases(validation: Validation) -> Iterator[Measure]:
    """Partnerships left out: the log score of each, and over all how well each model tells who goes on."""
    if validation.cases is None:
        return
    for model in validation.cases.chances:
        each = zip(validation.cases.outcomes, validation.cases.scores(model), validation.cases.of_continuing(model), strict=True)
        for outcome, score, chance in each:
            yield Measure("case", outcome.case_id, model, "log_score", float(score), LOG)
            yield Measure("case", outcome.case_id, model, "chance_of_continuing", float(chance), SHARE)
        yield Measure("case", "all", model, "auc", validation.cases.auc(model), SHARE)


def _cross_tables(validation: Validation) -> Iterator[Measure]:
    """Cross-tables: shares, signs, widths and log scores by evidence."""
    for each in validation.cross_tables:
        for evidence in each.shares:
            for group, (share, width) in enumerate(zip(each.mean(evidence), each.width(evidence), strict=True), start=1):
                yield Measure("cross_table", f"{each.table.name}, group {group}", evidence, "share", share, SHARE)
                yield Measure("cross_table", f"{each.table.name}, group {group}", evidence, "width", float(width), SHARE)
            yield Measure("cross_table", each.table.name, evidence, "sign_is_right", each.sign_is_right(evidence), SHARE)
            yield Measure("cross_table", each.table.name, evidence, "log_score", each.score(evidence), LOG)
        yield Measure("cross_table", each.table.name, "margins_only", "log_score", each.score_of_margins, LOG)


def _draws(validation: Validation) -> Iterator[Measure]:
    found = distinct_draws(validation.posterior)
    for name in ("draws", "different", "commonest", "effective"):
        yield Measure("draws", "sampled parameters", "posterior", name, float(getattr(found, name)), "draws")


def _agreement(validation: Validation) -> Iterator[Measure]:
    if validation.agreement is not None:
        found = validation.agreement
        yield Measure("agreement", "parameters", "another_seed", "root_mean_square", found.of_parameters, "percent of the prior range")
        yield Measure("agreement", found.parameter, "another_seed", "largest", found.most, "percent of the prior range")
        yield Measure("agreement", "rows", "another_seed", "root_mean_square", found.of_rows, POINTS)
        yield Measure("agreement", "rows", "another_seed", "monte_carlo_error", found.error_of_rows, POINTS)
        yield Measure("agreement", found.row, "another_seed", "largest", found.most_of_rows, POINTS)


def _rows(validation: Validation) -> Iterator[Measure]:
    for row in (*validation.fitted, *validation.validation, *validation.bounds, *validation.inputs):
        yield Measure("row", row.target.target_id, "reported", "percent", row.reported, PERCENT, row.target.source)
        yield Measure("row", row.target.target_id, "reported", "n", row.target.n, "partnerships", row.target.source)
        yield from _predicted(row, "posterior")
    for row in validation.prior:
        yield from _predicted(row, "prior")
    for block in validation.left_out:
        for row in block.rows:
            yield from _predicted(row, "left_out")


def _predicted(row: Predicted, model: str) -> Iterator[Measure]:
    for name in ("mean", "median", "low", "high"):
        yield Measure("row", row.target.target_id, model, name, getattr(row, name), PERCENT)
    yield Measure("row", row.target.target_id, model, "inside", float(row.inside), YES)


def _scores(validation: Validation) -> Iterator[Measure]:
    for score in validation.scores:
        yield Measure("score", "all fitted rows", score.model, "log_score", score.log_score, LOG)
        yield Measure("score", "all fitted rows", score.model, "mean_absolute_error", score.mean_absolute_error, POINTS)
        yield Measure("score", "all fitted rows", score.model, "mean_interval_width", score.mean_interval_width, POINTS)
        yield Measure("score", "all fitted rows", score.model, "share_inside", score.share_inside, SHARE)
        yield from (Measure("score", question, score.model, "log_score", value, LOG) for question, value in score.of_questions.items())
    for model, scores in validation.joint.items():
        yield from (Measure("joint", question, model, "log_score", value, LOG) for question, value in scores.items())
    yield Measure("joint", "response_noise", FREER, "mean", validation.freer_null.noise, SHARE)
    yield Measure("joint", "halo", FREER, "mean", validation.freer_null.halo, SHARE)
    effective = effective_sample_size(validation.freer_null.fit.weights)
    yield Measure("joint", "draws and responses", FREER, "effective_draws", effective, "draws")
    yield from (Measure("joint", "sum", model, "error", error, LOG) for model, error in validation.joint_errors.items())


def _left_out(validation: Validation) -> Iterator[Measure]:
    for block in validation.left_out:
        yield Measure("left_out", block.block, "left_out", "effective_draws", block.effective, "draws")
        yield Measure("left_out", block.block, "no_differences", "effective_draws", block.effective_of_null, "draws")
        yield from (Measure("left_out", block.block, model, "error", error, LOG) for model, error in block.errors.items())
        yield Measure("left_out", block.block, "left_out", "refitted", float(block.refitted), YES)
        yield Measure("left_out", block.block, "left_out", "needs_a_refit", float(block.needs_a_refit), YES)
        for model, scores in block.scores.items():
            yield from (Measure("left_out", question, model, "log_score", value, LOG) for question, value in scores.items())
    for each in validation.repeated:
        yield Measure("twice", each.question, "left_out", "effective_draws", each.effective, "draws")
        yield Measure("twice", each.question, "left_out", "refitted", float(each.refitted), YES)
        yield Measure("twice", each.question, "left_out", "log_score", each.left_out, LOG)
        yield Measure("twice", each.question, "persistence", "log_score", each.persistence, LOG)


def _response(validation: Validation) -> Iterator[Measure]:
    found = validation.response
    yield from (Measure("response", item, "posterior", "reliability", value, SHARE) for item, value in found.reliability.items())
    yield from (Measure("response", item, "posterior", "explained_by_the_state", value, SHARE) for item, value in found.explained.items())
    for name, figures in found.shifts.items():
        for measure, value in zip(("mean", "low", "high"), figures, strict=True):
            yield Measure("response", name, "posterior", measure, value, "points of 100")
    for each in found.high:
        yield Measure("answer", each.item, "posterior", "high_as_answered", each.answered, PERCENT)
        yield Measure("answer", each.item, "posterior", "high_as_it_is", each.state, PERCENT)
    for kind, together in (("as_answered", found.as_answered), ("as_it_is", found.as_it_is)):
        yield from _correlations(kind, together)


def _correlations(kind: str, together: NDArray[np.float64]) -> Iterator[Measure]:
    names = [*SEVEN_CS, "synergy"]
    yield Measure("response", "among the seven C's", "posterior", f"mean_correlation_{kind}", mean_among_cs(together), "-1 to 1")
    yield Measure("response", "synergy with the seven C's", "posterior", f"mean_correlation_{kind}", mean_with_synergy(together), "-1 to 1")
    for at, name in enumerate(names):
        for other in range(at):
            yield Measure("response", f"{name} with {names[other]}", "posterior", f"correlation_{kind}", together[at][other], "-1 to 1")


def _parameters(validation: Validation) -> Iterator[Measure]:
    for each in validation.identified:
        yield Measure("parameter", each.parameter, "posterior", "contraction", each.contraction, SHARE)
        yield Measure("parameter", each.parameter, "posterior", "is_identified", float(each.is_identified), YES)
        for name in ("low", "median", "high"):
            yield Measure("parameter", each.parameter, "posterior", name, getattr(each, name), "that of the parameter")
        yield Measure("parameter", f"{each.parameter} with {each.closest}", "posterior", "correlation", each.correlation, "-1 to 1")
    yield from (Measure("parameter", name, "prior", "is_sampled", 0.0, YES) for name in validation.not_sampled)


def _moves(validation: Validation) -> Iterator[Measure]:
    for each in validation.changes:
        for name in ("mean", "error", "low", "high"):
            yield Measure("move", f"{each.move}: {each.outcome}", "posterior", name, getattr(each, name), POINTS)


def _coverage(validation: Validation) -> Iterator[Measure]:
    if validation.coverage is not None:
        for row in validation.coverage.to_dict("records"):
            for name in ("covered_50", "covered_90", "p"):
                yield Measure("coverage", row["parameter"], row["treatment"], name, float(row[name]), SHARE)


def _verdicts(validation: Validation) -> Iterator[Measure]:
    for each in verdicts(validation):
        subject = f"{each.name}: {each.of}" if each.of else each.name
        yield Measure("verdict", subject, "posterior", "figure", each.figure, "see the page")
        yield Measure("verdict", subject, "prior", "figure", each.of_prior, "see the page")
        yield Measure("verdict", subject, "margins_only", "figure", each.of_margins, "see the page")
        yield Measure("verdict", subject, "posterior", "must_be", each.required, "see the page")
        yield Measure("verdict", subject, "posterior", "holds", float(each.holds) if each.is_a_test else float("nan"), YES)
