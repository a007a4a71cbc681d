"""The evidence's side of the page: what the words on the screen mean, where the scenario's facts and the model's numbers come from."""

from collections.abc import Iterable

from analysis.mechanisms import MECHANISMS
from model.parameters import PROCESS_OF, REGISTRY, Fixed, Parameter
from model.scenario.resolved import Evidence, Scenario
from viz.dashboard.digits import in_digits
from viz.dashboard.glossary import glossary_markup
from viz.dashboard.words import Words
from viz.evidence_danish import fact_in_danish, source_in_danish, value_in_danish
from viz.html_pieces import escaped
from viz.mechanism_words import DANISH_CLAIMS
from viz.parameters_in_danish import MEANINGS, SOURCES, UNITS


def evidence_markup(scenario: Scenario, words: Words) -> str:
    """A glossary, the facts of the scenario, the model's claims, and every number of the model by chapter."""
    glossary = f"<h2>{escaped(words.glossary)}</h2>{glossary_markup(words)}"
    return "".join((glossary, _facts(scenario, words), _claims(words), _parameters(words)))


def _facts(scenario: Scenario, words: Words) -> str:
    """What the scenario's file says of each fact; those about a single case are folded away."""
    cases = tuple(f"{case.case_id}:" for case in scenario.partnerships)
    general = "".join(_fact(each, words) for each in scenario.evidence if not each.fact.startswith(cases))
    of_cases = "".join(_fact(each, words) for each in scenario.evidence if each.fact.startswith(cases))
    heading = f'<h2>{escaped(words.evidence)}</h2><p class="soft">{escaped(words.in_english)}</p>'
    return f"{heading}{_table(general)}{_folded(words.of_cases, of_cases) if of_cases else ''}"


def _fact(each: Evidence, words: Words) -> str:
    status = {"reported": words.is_reported, "assumed": words.assumed}[each.status]
    value = in_digits(each.value, words) if isinstance(each.value, (int, float)) else str(each.value)
    fact, source = each.fact, ", ".join(filter(None, (each.source, each.place)))
    if words.language == "da":
        fact, value, source = fact_in_danish(fact), value_in_danish(value), source_in_danish(source)
    return _row((fact.replace("_", " "), value.replace("_", " "), status, source))


def _claims(words: Words) -> str:
    """What each mechanism of the model claims, and who says so."""
    return f"<h2>{escaped(words.claims)}</h2>{_folded(words.claims_explained, ''.join(_claim(code, words) for code in MECHANISMS))}"


def _claim(code: str, words: Words) -> str:
    claim, source = MECHANISMS[code].claim, "; ".join(MECHANISMS[code].sources)
    if words.language == "da":
        claim, source = DANISH_CLAIMS[code], source_in_danish(source)
    return _row((code, claim, source))


def _parameters(words: Words) -> str:
    parts = [f"<h2>{escaped(words.about_parameter)}</h2>"]
    for chapter in dict.fromkeys(PROCESS_OF.values()):
        rows = "".join(_row(_cells(each, words)) for each in REGISTRY.values() if PROCESS_OF[each.name] == chapter)
        parts.append(_folded(words.chapters[chapter], rows))
    return "".join(parts)


def _cells(parameter: Parameter, words: Words) -> Iterable[str]:
    """Its name, as scenario files have it; what it means; where its prior lies; where that comes from."""
    prior = parameter.prior
    ends = (prior.value,) if isinstance(prior, Fixed) else (prior.low, prior.high)
    spread = " – ".join(in_digits(end, words) for end in ends)
    meaning, unit, source = parameter.meaning, parameter.unit, parameter.source
    if words.language == "da":
        meaning, unit, source = MEANINGS[parameter.name], UNITS[unit], SOURCES[source]
    return parameter.name.replace("_", " "), meaning, f"{spread} ({unit})", source


def _folded(title: str, rows: str) -> str:
    return f"<details><summary>{escaped(title)}</summary>{_table(rows)}</details>"


def _table(rows: str) -> str:
    return f'<table class="plain"><tbody>{rows}</tbody></table>'


def _row(cells: Iterable[str]) -> str:
    first, *others = (escaped(each) for each in cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{each}</td>" for each in others)}</tr>'
