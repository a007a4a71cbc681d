"""What several tables of one file can get wrong together, and any text; values of a wrong type are left to the terse form."""

from collections.abc import Iterator, Mapping
from typing import Any

from samvirke.model.errors import between, nearest_valid, shown
from samvirke.model.scenario.places import Path
from samvirke.model.scenario.resolved import BASELINE
from samvirke.model.scenario.table import is_a_number
from samvirke.model.scenario.text import control_characters
from samvirke.model.scenario.values import DECLARED, Declared

Finding = tuple[Path, str]


def findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """Every problem between tables: its place and the whole sentence."""
    yield from control_characters(raw)
    yield from cases_given_twice(raw)
    yield from case_ids_given_twice(raw)
    yield from keys_of_chance_given_twice(raw)
    yield from baseline_with_changes(raw)
    yield from pairs_without_both_or_of_many(raw)
    yield from survey_months_given_twice(raw)
    for name, lever in _tables(raw.get("levers")):
        yield from lever_out_of_range(name, lever)


def _tables(value: Any) -> list[tuple[str, Mapping[str, Any]]]:
    """The named tables in `value`."""
    return [(key, each) for key, each in value.items() if isinstance(each, dict)] if isinstance(value, dict) else []


def partnerships_in(raw: Mapping[str, Any]) -> list[tuple[int, Mapping[str, Any]]]:
    """The `[[partnerships]]` of the file with their position."""
    stated = raw.get("partnerships")
    return [(i, each) for i, each in enumerate(stated) if isinstance(each, dict)] if isinstance(stated, list) else []


def pairs_without_both_or_of_many(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """Pairs are of one volunteer and one citizen: there must be both, and a slot for a citizen is one person."""
    for position, each in partnerships_in(raw):
        if each.get("format") != "pairs":
            continue
        population = raw.get("population")
        if isinstance(population, dict) and population.get("volunteers") == 0:
            yield ("population", "volunteers"), 'volunteers = 0 does not fit format = "pairs": a pair takes a citizen and a volunteer'
        for key in ("citizen_facing", "volunteer_based"):
            if each.get(key) is False:
                yield (
                    ("partnerships", position, key),
                    f'{key} = false does not fit format = "pairs": a pair takes a citizen and a volunteer',
                )
        persons = each.get("persons_per_citizen", 1)
        if is_a_number(persons) and persons != 1:
            yield (
                ("partnerships", position, "persons_per_citizen"),
                f'persons_per_citizen = {shown(persons)} must be 1 where format = "pairs": each is matched with one volunteer',
            )


def cases_given_twice(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """Partnerships stand in a table of cases or in the file, not in both."""
    if "cases" in raw and "partnerships" in raw:
        yield ("cases",), "partnerships are given twice: keep either `cases` or [[partnerships]]"
    if "partners" in raw and "cases" not in raw:
        yield ("partners",), "partners are those of a table of cases: give `cases` too, or name them under [[partnerships.organisations]]"


def case_ids_given_twice(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """A `case_id` belongs to one partnership."""
    seen: list[Any] = []
    for position, partnership in partnerships_in(raw):
        case_id = partnership.get("case_id")
        if case_id in seen:
            path = ("partnerships", position, "case_id")
            yield path, f"case_id = {shown(case_id)} in [partnerships] is there twice; give this one another name"
        if case_id is not None:
            seen.append(case_id)


def keys_of_chance_given_twice(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """A key of chance belongs to one partnership; by default it is the place, counted from 0."""
    seen: list[Any] = []
    for position, partnership in partnerships_in(raw):
        number = partnership.get("number", position)
        if number in seen:
            path = ("partnerships", position, "number")
            yield path, f"number = {shown(number)} in [partnerships] is the key of chance of another; choose another"
        seen.append(number)


def baseline_with_changes(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """The baseline is the scenario as it stands."""
    for name, arm in _tables(raw.get("arms")):
        if name == BASELINE:
            for key in arm.keys() - {"title"}:
                place = f"{key} = {shown(arm[key])} in [arms.{BASELINE}]"
                yield ("arms", BASELINE, key), f"{place} changes what changes nothing; give this arm another name"


def survey_months_given_twice(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """A month has one questionnaire."""
    survey = raw.get("survey")
    stated = survey.get("months") if isinstance(survey, dict) else None
    months = stated if isinstance(stated, list) else []
    for position, month in enumerate(months):
        if month in months[:position]:
            yield ("survey", "months", position), f"months number {position + 1} = {shown(month)} in [survey] is there twice"


def lever_out_of_range(name: str, lever: Mapping[str, Any]) -> Iterator[Finding]:
    """What may be turned exists, and its range lies within its bounds and goes upwards."""
    path = ("levers", name)
    if name not in DECLARED:
        yield path, f"[levers.{name}] names no lever and no parameter; {nearest_valid(name, DECLARED)}"
        return
    entry = DECLARED[name]
    for key in ("low", "high"):
        if is_a_number(lever.get(key)) and is_outside(entry, lever[key]):
            rule = between(entry.low, entry.high, entry.meaning)
            yield (*path, key), f"{key} = {lever[key]:g} in [levers.{name}] {rule}"
    low, high, step = lever.get("low"), lever.get("high"), lever.get("step")
    if is_a_number(low) and is_a_number(high) and low >= high:
        yield (*path, "high"), f"high = {high:g} in [levers.{name}] must be more than low, which is {low:g}"
    elif is_a_number(low) and is_a_number(high) and is_a_number(step) and step > high - low:
        yield (*path, "step"), f"step = {step:g} in [levers.{name}] must be at most {high - low:g}, from low to high"


def is_outside(entry: Declared, value: float) -> bool:
    """Whether the value lies outside the bounds of a lever or a parameter."""
    return (entry.low is not None and value < entry.low) or (entry.high is not None and value > entry.high)
