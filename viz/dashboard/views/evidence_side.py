"""The evidence's side of the page: what the words on the screen mean, where the scenario's facts and the model's numbers come from."""

import re
from collections.abc import Iterable, Sequence

from samvirke.model.language import N_, language_of
from samvirke.model.levers import LEVERS
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import FREE, PROCESS_OF, REGISTRY, Fixed, Parameter
from samvirke.model.scenario.resolved import Evidence, Scenario
from samvirke.viz.dashboard.words.case_names import alphabetically, case_named
from samvirke.viz.dashboard.words.digits import in_digits
from samvirke.viz.dashboard.words.glossary import glossary_markup
from samvirke.viz.dashboard.words.lever_readings import stands
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped
from samvirke.viz.words.evidence_danish import fact_in_danish, source_in_danish, value_in_danish

LINE = re.compile(r", line \d+$")
MEMBERS_OF = "members of "
NOT_KNOWN_BEFOREHAND = N_("not known beforehand; set so that the model fits the answers")


def evidence_markup(scenario: Scenario, words: Words) -> str:
    """A glossary, the facts of the scenario, the model's claims, and every number of the model by chapter."""
    glossary = f"<h2>{escaped(words.glossary)}</h2>{glossary_markup(words)}"
    return "".join((glossary, _facts(scenario, words), _claims(words), _parameters(scenario, words)))


def _facts(scenario: Scenario, words: Words) -> str:
    """What the scenario's file says of each fact; those about a single partnership are folded away, a row for each of them."""
    cases = {case.case_id for case in scenario.partnerships}
    of_cases = [each for each in scenario.evidence if each.fact.partition(": ")[0] in cases]
    general = "".join(_row(_fact(each, words)) for each in scenario.evidence if each not in of_cases)
    heading = f'<h2>{escaped(words.evidence)}</h2><p class="soft">{escaped(words.in_english)}</p>'
    return f"{heading}{_table(general)}{_of_cases(of_cases, words) if of_cases else ''}"


def _of_cases(facts: Sequence[Evidence], words: Words) -> str:
    """A row for each partnership; where its facts come from is said above where that is the same for all."""
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for each in facts:
        case, _, name = each.fact.partition(": ")
        plain = each.model_copy(update={"fact": name, "place": LINE.sub("", each.place)})
        found.setdefault(case, []).append(_fact(plain, words))
    rows = {case_named(case, words.language): found[case] for case in alphabetically(found, words.language)}
    origins = {f"{status} – {source}" for told in rows.values() for _, _, status, source in told}
    above = f'<p class="soft">{escaped(_capital(origins.pop()))}.</p>' if len(origins) == 1 else ""
    inside = "".join(_row((name, *_together(told, bool(above)))) for name, told in rows.items())
    return f"<details><summary>{escaped(words.of_cases)}</summary>{above}{_table(inside)}</details>"


def _together(told: Sequence[tuple[str, str, str, str]], same_for_all: bool) -> Iterable[str]:
    """The facts of one partnership in one cell, and in another where they come from, if that differs."""
    yield _capital("; ".join(f"{fact}: {value}" for fact, value, _, _ in told))
    if not same_for_all:
        yield "; ".join(dict.fromkeys(f"{status} – {source}" for _, _, status, source in told))


def _fact(each: Evidence, words: Words) -> tuple[str, str, str, str]:
    """A fact, its value, whether it is reported, and its source."""
    status = {"reported": words.is_reported, "assumed": words.assumed}[each.status]
    value = in_digits(each.value, words) if isinstance(each.value, (int, float)) else str(each.value)
    fact, source = each.fact, ", ".join(filter(None, (each.source, each.place)))
    if fact.startswith(MEMBERS_OF):
        fact = MEMBERS_OF + case_named(fact.removeprefix(MEMBERS_OF), words.language)
    if words.language == "da":
        fact, value, source = fact_in_danish(fact), value_in_danish(value), source_in_danish(source)
    return fact.replace("_", " "), value.replace("_", " "), status, source


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _claims(words: Words) -> str:
    """What each mechanism of the model claims, and who says so."""
    return f"<h2>{escaped(words.claims)}</h2>{_folded(words.claims_explained, ''.join(_claim(code, words) for code in MECHANISMS))}"


def _claim(code: str, words: Words) -> str:
    _ = language_of(words.language).gettext
    return _row((code, _(MECHANISMS[code].claim), "; ".join(map(_, MECHANISMS[code].sources))))


def _parameters(scenario: Scenario, words: Words) -> str:
    parts = [f"<h2>{escaped(words.about_parameter)}</h2>"]
    for chapter in dict.fromkeys(PROCESS_OF.values()):
        rows = "".join(_parameter(each, scenario, words) for each in REGISTRY.values() if PROCESS_OF[each.name] == chapter)
        parts.append(_folded(words.chapters[chapter], rows))
    return "".join(parts)


def _parameter(parameter: Parameter, scenario: Scenario, words: Words) -> str:
    """What it means, and small below what levers and files call it; where its prior lies; where that comes from."""
    prior = parameter.prior
    ends = (prior.value,) if isinstance(prior, Fixed) else (prior.low, prior.high)
    source = NOT_KNOWN_BEFOREHAND if parameter.source == FREE else parameter.source
    meaning, unit, source = map(language_of(words.language).gettext, (parameter.meaning, parameter.unit, source))
    lever = scenario.levers.get(parameter.name)
    label = "" if lever is None else f"{words.address_parts['levers']}: {getattr(lever.label, words.language)} · "
    called = f'<small class="soft">{escaped(label)}<code>{escaped(parameter.name)}</code></small>'
    is_practice = parameter.name in LEVERS  # its values as they are said beside the lever
    said = [stands(parameter.name, end, language_of(words.language)) if is_practice else in_digits(end, words) for end in ends]
    spread = " – ".join(said) if is_practice else f"{' – '.join(said)} ({unit})"
    cells = "".join(f"<td>{escaped(each)}</td>" for each in (spread, source))
    return f'<tr><th scope="row">{escaped(_capital(meaning))}<br>{called}</th>{cells}</tr>'


def _folded(title: str, rows: str) -> str:
    return f"<details><summary>{escaped(title)}</summary>{_table(rows)}</details>"


def _table(rows: str) -> str:
    return f'<table class="plain"><tbody>{rows}</tbody></table>'


def _row(cells: Iterable[str]) -> str:
    first, *others = (escaped(each) for each in cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{each}</td>" for each in others)}</tr>'
