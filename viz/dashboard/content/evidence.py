"""What the page Evidence shows: what the words on the screen mean, where the scenario's facts and the model's numbers come from."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from samvirke.model.language import N_, Language
from samvirke.model.levers import LEVERS
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import FREE, PROCESS_OF, REGISTRY, Fixed, Parameter
from samvirke.model.scenario.evidence import Cell, Evidence
from samvirke.model.scenario.resolved import Scenario
from samvirke.viz import words
from samvirke.viz.dashboard.content.glossary import glossary_markup
from samvirke.viz.dashboard.content.texts import part
from samvirke.viz.dashboard.names import first_large, in_digits, partnerships_named, stands

Fact = tuple[str, str, str, str]
"""A fact, its value, whether it is reported, its source."""
NOT_KNOWN_BEFOREHAND = N_("not known beforehand; set so that the model fits the answers")
STATUS: dict[str, str] = {"reported": N_("reported"), "assumed": N_("assumed")}
CHAPTERS: dict[str, str] = {
    "meeting": N_("Meeting"), "context and turnover": N_("Context and turnover"), "levers": N_("Levers"),
    "anchoring and answers": N_("Anchoring and answers"), "work and value": N_("Work and value"),
    "volunteers and citizens": N_("Volunteers and citizens"), "beginnings": N_("Beginnings"),
}  # fmt: skip
"""What the parts of the model are called."""


def evidence_markup(scenario: Scenario, language: Language) -> Markup:
    """A glossary, the facts of the scenario, the model's claims, and every number of the model by chapter."""
    cases = {case.case_id for case in scenario.partnerships}
    of_cases = [(each.cell, each) for each in scenario.evidence if each.cell and each.cell.case_id in cases]
    of_partners = [(cell, each) for cell, each in of_cases if cell.partner]
    told = [each for _, each in of_cases]
    general = [_fact(each, scenario, language) for each in scenario.evidence if each not in told]
    by_themselves = _of_cases([(cell, each) for cell, each in of_cases if not cell.partner], scenario, language)
    about = [(language.gettext("About each partnership"), *by_themselves)]
    about.append(
        (language.gettext("Who sits in each partnership, where the source leaves it open"), *_of_cases(of_partners, scenario, language))
    )
    return part(
        "evidence.jinja", "evidence", language,
        words=glossary_markup(language), facts=general, about=[each for each in about if each[1]],
        claims=[_claim(code, language) for code in MECHANISMS], chapters=_chapters(scenario, language),
    )  # fmt: skip


def _of_cases(facts: Iterable[tuple[Cell, Evidence]], scenario: Scenario, language: Language) -> tuple[list[tuple[str, ...]], str]:
    """A row for each partnership; and where the facts come from, where that is the same for all."""
    found: dict[str, list[Fact]] = {}
    for cell, each in facts:
        told = (without_low_lines(words.column(cell, language)), *_known(each, language), words.source_of_several(each, language))
        found.setdefault(cell.case_id, []).append(told)
    rows = {name: found[case] for case, name in partnerships_named(scenario, language).items() if case in found}
    origins = {f"{status} – {source}" for told in rows.values() for _, _, status, source in told}
    origin = first_large(origins.pop()) if len(origins) == 1 else ""
    return [(name, *_together(told, bool(origin))) for name, told in rows.items()], origin


def _together(told: Sequence[Fact], same_for_all: bool) -> Iterable[str]:
    """The facts of one partnership in one cell, and in another where they come from, if that differs."""
    yield first_large("; ".join(f"{fact}: {value}" for fact, value, _, _ in told))
    if not same_for_all:
        yield "; ".join(dict.fromkeys(f"{status} – {source}" for _, _, status, source in told))


def _fact(each: Evidence, scenario: Scenario, language: Language) -> Fact:
    """A fact, its value, whether it is reported, and its source."""
    whom = partnerships_named(scenario, language).get(each.members_of, "") if each.members_of else ""
    return without_low_lines(words.fact(each, language, whom)), *_known(each, language), words.source(each, language)


def _known(each: Evidence, language: Language) -> tuple[str, str]:
    """The value of a fact, and whether it is reported."""
    value = in_digits(each.value, language) if isinstance(each.value, (int, float)) else words.value(each.value, language)
    return without_low_lines(value), language.gettext(STATUS[each.status])


def without_low_lines(text: str) -> str:
    """Names of columns and their values as words."""
    return text.replace("_", " ")


def _claim(code: str, language: Language) -> tuple[str, str, str]:
    """The claim of a mechanism of the model, and its source."""
    _ = language.gettext
    return code, _(MECHANISMS[code].claim), words.sources(MECHANISMS[code].sources, language)


def _chapters(scenario: Scenario, language: Language) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The parameters of each part of the model."""
    for chapter in dict.fromkeys(PROCESS_OF.values()):
        parameters = [_parameter(each, scenario, language) for each in REGISTRY.values() if PROCESS_OF[each.name] == chapter]
        yield language.gettext(CHAPTERS[chapter]), parameters


def _parameter(parameter: Parameter, scenario: Scenario, language: Language) -> dict[str, str]:
    """What it means, what levers and files call it, where its prior lies, and where that comes from."""
    prior, lever = parameter.prior, scenario.levers.get(parameter.name)
    ends = (prior.value,) if isinstance(prior, Fixed) else (prior.low, prior.high)
    source = NOT_KNOWN_BEFOREHAND if parameter.source == FREE else parameter.source
    meaning, unit, source = map(language.gettext, (parameter.meaning, parameter.unit, source))
    is_practice = parameter.name in LEVERS  # its values as they are written beside the lever
    spread = " – ".join(stands(parameter.name, end, language) if is_practice else in_digits(end, language) for end in ends)
    return {
        "name": parameter.name, "meaning": first_large(meaning), "source": source,
        "spread": spread if is_practice else f"{spread} ({unit})",
        "lever": "" if lever is None else lever.label.in_language(language.code),
    }  # fmt: skip
