"""Where every number behind a report comes from: the scenario's facts, what it sets, and the model's own parameters."""

from collections.abc import Iterator

from samvirke.analysis.comparison.drivers import drivers_of
from samvirke.analysis.comparison.findings import Findings
from samvirke.model.draws import UNCERTAIN
from samvirke.model.extensions import all_parameters
from samvirke.model.parameters import FREE, REGISTRY, Parameter
from samvirke.model.scenario.evidence import Evidence
from samvirke.viz import words
from samvirke.viz.report.labels import Labels

ASSUMED = "assumed"


def evidence(findings: Findings, labels: Labels) -> dict[str, object]:
    """Facts of the scenario, values that it or an arm sets, parameters with a source, and those without."""
    posterior = findings.posterior or {}
    sampled = sorted(posterior.get("sampled", ()))
    others = [each for name, each in REGISTRY.items() if name not in sampled]
    return {
        "facts": list(_facts(findings, labels)),
        "values": list(_values_set(findings, labels)),
        "fitted": sampled,
        "fitted_to": posterior.get("fitted_to", ""),
        "free": sorted(each.name for each in others if each.source == FREE),
        "uncertain": len(UNCERTAIN),
        "sourced": [_parameter(each, labels) for each in sorted(others, key=_is_assumed) if each.source != FREE],
    }


def _is_assumed(parameter: Parameter) -> bool:
    return parameter.source.startswith(ASSUMED)


def _parameter(each: Parameter, labels: Labels) -> list[str]:
    return [each.name, labels.plain(each.default), *map(labels.language.gettext, (each.unit, each.meaning, each.source))]


def _facts(findings: Findings, labels: Labels) -> Iterator[list[str]]:
    """Fact, value, status and source; those that a table of cases assumes of many partnerships stand together, by column."""
    cases = {each.case_id for each in findings.scenario.partnerships}
    of_cases: dict[str, list[Evidence]] = {}
    for each in findings.scenario.evidence:
        if each.cell and each.cell.case_id in cases:
            of_cases.setdefault(words.kind_of_fact(each.cell, labels.language), []).append(each)
        else:
            yield _fact(words.fact(each, labels.language), [each], labels)
    for fact, some in of_cases.items():
        several = labels.language.ngettext("{fact} of {n} partnership", "{fact} of {n} partnerships", len(some), fact=fact)
        yield _fact(several, some, labels)


def _fact(fact: str, some: list[Evidence], labels: Labels) -> list[str]:
    _ = labels.language.gettext
    values = ", ".join(dict.fromkeys(_value(each, labels) for each in some))
    status = _("assumed") if some[0].status == ASSUMED else _("reported")
    cited = words.source if len(some) == 1 else words.source_of_several
    return [fact, values, status, cited(some[0], labels.language)]


def _value(each: Evidence, labels: Labels) -> str:
    return words.value(each.value, labels.language) if isinstance(each.value, str) else labels.plain(each.value)


def _values_set(findings: Findings, labels: Labels) -> Iterator[list[str]]:
    """Levers and parameters that the scenario, a partnership or an arm sets: name, where, value, meaning, source."""
    scenario = findings.scenario
    for name, value in scenario.parameters.items():
        yield _set(name, labels.language.gettext("every arm"), value, findings, labels)
    for case in scenario.partnerships:
        for name, value in case.levers.items():
            yield _set(name, labels.partnership(case.case_id), value, findings, labels)
    for arm in findings.arms:
        for each in drivers_of(scenario, arm):
            if each.kind in ("lever", "parameter"):
                yield _set(each.name, labels.arm(scenario, arm), each.after, findings, labels)


def _set(name: str, where: str, value: float, findings: Findings, labels: Labels) -> list[str]:
    _ = labels.language.gettext
    typical = all_parameters()[name]
    if typical.source != FREE:
        known = _(typical.source)
    elif name in (findings.posterior or {}).get("sampled", ()):
        known = _("calibrated to the answers")
    else:
        known = _("no source: drawn anew in every parameter set")
    source = _("typically {value}; {source}", value=labels.setting(name, typical.default), source=known)
    return [name, where, labels.setting(name, value), labels.lever(findings.scenario, name), source]
