"""The evidence's side of the page: what the words on the screen mean, where the scenario's facts and the model's numbers come from."""

from collections.abc import Iterable

from model.parameters import PROCESS_OF, REGISTRY, Fixed, Parameter
from model.scenario.resolved import Evidence, Scenario
from viz.dashboard.glossary import GLOSSARY
from viz.dashboard.words import Words
from viz.html_pieces import escaped


def evidence_markup(scenario: Scenario, words: Words) -> str:
    """A glossary, the facts of the scenario, and every number of the model by chapter."""
    return "".join((_glossary(words), _facts(scenario, words), _parameters(words)))


def _glossary(words: Words) -> str:
    rows = "".join(_row((term[words.position], meaning[words.position])) for term, meaning in GLOSSARY)
    return f'<h2>{escaped(words.glossary)}</h2><table class="plain"><tbody>{rows}</tbody></table>'


def _facts(scenario: Scenario, words: Words) -> str:
    """What the scenario's file says of each fact, in its own words; those about a single case are folded away."""
    cases = tuple(f"{case.case_id}:" for case in scenario.partnerships)
    general = "".join(_fact(each, words) for each in scenario.evidence if not each.fact.startswith(cases))
    of_cases = "".join(_fact(each, words) for each in scenario.evidence if each.fact.startswith(cases))
    folded = f'<details><summary>{escaped(words.of_cases)}</summary><table class="plain"><tbody>{of_cases}</tbody></table></details>'
    heading = f'<h2>{escaped(words.evidence)}</h2><p class="soft">{escaped(words.in_english)}</p>'
    return f'{heading}<table class="plain"><tbody>{general}</tbody></table>{folded if of_cases else ""}'


def _fact(each: Evidence, words: Words) -> str:
    status = {"reported": words.is_reported, "assumed": words.assumed}[each.status]
    value = f"{each.value:g}" if isinstance(each.value, float) else each.value
    return _row((each.fact.replace("_", " "), value, status, ", ".join(filter(None, (each.source, each.place)))))


def _parameters(words: Words) -> str:
    parts = [f"<h2>{escaped(words.about_parameter)}</h2>"]
    for chapter in dict.fromkeys(PROCESS_OF.values()):
        rows = "".join(_row(_cells(each)) for each in REGISTRY.values() if PROCESS_OF[each.name] == chapter)
        parts.append(f'<details><summary>{escaped(chapter)}</summary><table class="plain"><tbody>{rows}</tbody></table></details>')
    return "".join(parts)


def _cells(parameter: Parameter) -> Iterable[str]:
    prior = parameter.prior
    spread = f"{prior.value:g}" if isinstance(prior, Fixed) else f"{prior.low:g} – {prior.high:g}"
    return parameter.name.replace("_", " "), parameter.meaning, f"{spread} ({parameter.unit})", parameter.source


def _row(cells: Iterable[str]) -> str:
    first, *others = (escaped(each) for each in cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{each}</td>" for each in others)}</tr>'
