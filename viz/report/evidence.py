"""Where every number behind a report comes from: the scenario's facts, what it sets, and the model's own parameters."""

from collections.abc import Iterator

from samvirke.analysis.calibration.draws import UNCERTAIN
from samvirke.analysis.comparison.drivers import drivers_of
from samvirke.analysis.comparison.findings import Findings
from samvirke.analysis.comparison.reading import short_title
from samvirke.model.parameters import REGISTRY, Parameter
from samvirke.model.parameters.parameter import FREE
from samvirke.model.scenario.resolved import Evidence
from samvirke.viz.page.pieces import escaped, heading, listed, paragraph, table
from samvirke.viz.report.words import Words

ASSUMED = "assumed"


def evidence(findings: Findings, words: Words) -> Iterator[str]:
    """Facts of the scenario, values that it or an arm sets, parameters with a source, and those without."""
    yield heading(2, words.say("evidence"))
    yield paragraph(words.say("evidence text"))
    if findings.scenario.evidence:
        yield _facts(findings, words)
    if values := _values_set(findings, words):
        heads = [words.say(f"column {each}") for each in ("number", "where set", "value", "meaning", "source")]
        yield heading(3, words.say("values set")) + table(heads, values, words=(0, 1, 3, 4), kind="claims")
    yield from _parameters(findings, words)


def _facts(findings: Findings, words: Words) -> str:
    """What the scenario's file says of each fact, in its own words."""
    rows = [
        [fact, value, words.say(f"status {each.status}"), words.source(", ".join(filter(None, (each.source, each.place))))]
        for fact, value, each in _one_row_per_column(findings, words)
    ]
    heads = [words.say(f"column {each}") for each in ("fact", "value", "status", "source")]
    return heading(3, words.say("facts")) + table(heads, rows, words=(0, 1, 2, 3), kind="claims")


def _one_row_per_column(findings: Findings, words: Words) -> Iterator[tuple[str, str, Evidence]]:
    """Facts with their values; those that a table of cases assumes of many partnerships stand together, by column."""
    cases = {each.case_id for each in findings.scenario.partnerships}
    of_cases: dict[str, list[Evidence]] = {}
    for each in findings.scenario.evidence:
        case_id, _, column = each.fact.partition(": ")
        if column and case_id in cases:
            of_cases.setdefault(column, []).append(each)
        else:
            yield words.fact(each.fact), words.reported(each.value), each
    for column, some in of_cases.items():
        values = ", ".join(dict.fromkeys(words.reported(each.value) for each in some))
        together = some[0].model_copy(update={"place": some[0].place.partition(", ")[0]})
        yield words.say("fact of cases", column=words.fact(column), number=len(some)), values, together


def _values_set(findings: Findings, words: Words) -> list[list[str]]:
    """Levers and parameters that the scenario, a partnership or an arm sets."""
    scenario = findings.scenario
    where = words.say("in every arm")
    rows = [_set(name, where, words.plain(value), findings, words) for name, value in scenario.parameters.items()]
    for case in scenario.partnerships:
        rows += [_set(name, words.partnership(case.case_id), words.plain(value), findings, words) for name, value in case.levers.items()]
    for arm in findings.arms:
        changed = [each for each in drivers_of(scenario, arm) if each.kind in ("lever", "parameter")]
        rows += [_set(each.name, short_title(scenario, arm, words.language), words.plain(each.after), findings, words) for each in changed]
    return rows


def _set(name: str, where: str, value: str, findings: Findings, words: Words) -> list[str]:
    typical = REGISTRY[name]
    known = words.source(typical.source) if typical.source != FREE else _of_no_source(name, findings, words)
    source = words.say("typically", value=words.plain(typical.default), source=known)
    return [name, where, value, words.lever(findings.scenario, name), source]


def _of_no_source(name: str, findings: Findings, words: Words) -> str:
    """Whether it is fitted to answers, or drawn."""
    return words.say("fitted alone" if name in (findings.posterior or {}).get("sampled", ()) else "free")


def _parameters(findings: Findings, words: Words) -> Iterator[str]:
    """The model's own numbers: those with a source or a stated assumption in a table, the free ones by name."""
    posterior = findings.posterior or {}
    sampled = set(posterior.get("sampled", ()))
    sourced = [each for each in REGISTRY.values() if each.source != FREE and each.name not in sampled]
    free = sorted(each.name for each in REGISTRY.values() if each.source == FREE and each.name not in sampled)
    fitted = sorted(sampled)
    if fitted:
        yield heading(3, words.say("fitted")) + paragraph(words.say("fitted text", number=len(fitted), of=posterior["fitted_to"]))
        yield _names(fitted)
    yield heading(3, words.say("free numbers")) + paragraph(words.say("free text", number=len(free), uncertain=len(UNCERTAIN)))
    yield _names(free)
    heads = [words.say(f"column {each}") for each in ("number", "default", "unit", "meaning", "source")]
    sourced.sort(key=_assumed_last)
    rows = [[each.name, words.plain(each.default), words.unit(each), words.meaning(each), words.source(each.source)] for each in sourced]
    yield heading(3, words.say("sourced")) + paragraph(words.say("sourced text"), "soft")
    yield table(heads, rows, words=(0, 2, 3, 4), kind="claims")


def _assumed_last(parameter: Parameter) -> bool:
    return parameter.source.startswith(ASSUMED)


def _names(names: list[str]) -> str:
    return listed((f"<code>{escaped(name)}</code>" for name in names), "names")
