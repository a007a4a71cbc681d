"""From the files to the complete scenario: defaults, grants for all, numbers, the baseline arm."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from samvirke.model.scenario.resolved import ALL, BASELINE, REPORTED_TABLES, Scenario, parse_whom
from samvirke.model.scenario.values import VARIANTS

REQUIRED = {
    "title": 'the scenario\'s name in both languages: title = { da = "…", en = "…" }',
    "asks": 'its question in both languages: asks = { da = "…", en = "…" }',
    "start": 'the calendar month of month 1: start = "2015-01"',
    "months": "how many months it lasts: months = 60",
    "partnerships": "say who takes part: a [[partnerships]] table, or cases = with a table (CSV)",
}
TITLE_OF_BASELINE = {"da": "Som det er", "en": "As it is"}
UNNAMED_FUNDER = "a funder"
PAIRS = "pairs"
SURVEY_MONTHS = (12, 24, 36)

Values = Mapping[str, Any]


def what_is_missing(stated: Values) -> Iterator[str]:
    """A sentence per required key that the files do not have, valid or invalid."""
    for key, meaning in REQUIRED.items():
        given_in_a_table = key == "partnerships" and "cases" in stated
        if key not in stated and not given_in_a_table:
            yield f"{key} is missing: {meaning}"


def what_does_not_fit(given: Values) -> Iterator[str]:
    """A sentence per thing that was taken from another file and does not fit the partnerships of this one."""
    known = {ALL, *(each["case_id"] for each in given["partnerships"])}
    for place, event in _events_by_place(given):
        case_id = parse_whom(event["whom"]).case_id
        if case_id not in known:
            yield f'{event["kind"]} in {place} is about "{case_id}", which takes no part here; say {place} anew'
    for partnership in given["partnerships"]:
        if _needs_an_amount(partnership, given.get("grants", ())):
            yield f'no grant says its amount for "{partnership["case_id"]}"; give it one under [[partnerships.grants]]'


def what_no_arm_can_be(given: Values) -> Iterator[tuple[str, str]]:
    """An arm and a sentence per partnership that it leaves without a member to lead, or whose citizens it would count in another way."""
    for name, arm in given.get("arms", {}).items():
        change = arm.get("partnerships", {})
        for partnership in given["partnerships"] if change else ():
            lead = change.get("lead_sector", partnership["lead_sector"])
            if not change.get("members", partnership["members"]).get(lead):
                yield name, f'[arms.{name}] leaves "{partnership["case_id"]}" without a member of the sector that leads, {lead}'
            before = partnership.get("format", "group")
            after = change.get("format", before)
            if PAIRS in (before, after) and before != after:
                yield (
                    name,
                    (
                        f'[arms.{name}] turns "{partnership["case_id"]}" from format = "{before}" into "{after}"; '
                        "in pairs a slot for a citizen is one person, so say it in a scenario of its own"
                    ),
                )


def _events_by_place(given: Values) -> Iterator[tuple[str, Values]]:
    for event in given.get("events", ()):
        yield "[[events]]", event
    for name, arm in given.get("arms", {}).items():
        for event in arm.get("events", ()):
            yield f"[arms.{name}]", event


def complete(given: Values, name: str) -> Scenario:
    """The resolved scenario; `given` has passed both checks above."""
    partnerships = [_partnership(each, number, given.get("grants", ())) for number, each in enumerate(given["partnerships"])]
    return Scenario.model_validate(
        {
            "name": given.get("name", name),
            **{key: given[key] for key in ("title", "asks", "start", "months")},
            "population": given.get("population", {}),
            "partnerships": tuple(partnerships),
            "parameters": given.get("parameters", {}),
            "variant": {key: choices[0] for key, choices in VARIANTS.items()} | given.get("variant", {}),
            "events": given.get("events", ()),
            "arms": {BASELINE: {"title": TITLE_OF_BASELINE}} | {name: _arm(arm) for name, arm in given.get("arms", {}).items()},
            "levers": given.get("levers", {}),
            "questions": given.get("questions", {}),
            "survey": {"months": _survey_months(given)},
            "evidence": tuple(_evidence(given)),
            **{key: given.get(key) for key in REPORTED_TABLES},
            "posterior": given.get("posterior"),
            "borrows": given.get("borrows"),
            "own_answers": given.get("own_answers"),
        }
    )


def merged(earlier: Values, later: Values) -> dict[str, Any]:
    """`later` on top of what it extends: named tables are joined name by name, all else is replaced."""
    joined = {
        key: {**earlier[key], **value} for key, value in later.items() if isinstance(value, dict) and isinstance(earlier.get(key), dict)
    }
    return {**earlier, **later, **joined}


def _survey_months(given: Values) -> tuple[int, ...]:
    """Months of the questionnaire in order; those that lie after the last month never come."""
    months = given.get("survey", {}).get("months", SURVEY_MONTHS)
    return tuple(month for month in sorted(set(months)) if month <= given["months"])


def _partnership(given: Values, position: int, common_grants: Iterable[Values]) -> dict[str, Any]:
    """A partnership with its grants and its key of chance: its place, unless the file gives another number."""
    values = {key: value for key, value in given.items() if key not in ("case_grant", "case_evidence")}
    values["members"] = {sector: count for sector, count in given["members"].items() if count}
    values["grants"] = tuple(_grant(each) for each in _grants_of(given, tuple(common_grants)))
    return {"number": position, **values}


def _grants_of(partnership: Values, common: tuple[Values, ...]) -> Iterable[Values]:
    """Its own grants, else the ones for all; amount and months of the first may stand in the table of cases."""
    if "grants" in partnership:
        return list(partnership["grants"])
    if partnership.get("case_grant"):
        return (_joined(dict(*common[:1]), partnership["case_grant"]), *common[1:])
    return [each for each in common if "amount_dkk" in each]


def _joined(common: Values, of_case: Values) -> dict[str, Any]:
    """The scenario's values of the grant, then the table's; the table's length goes before an `end`."""
    kept = {key: value for key, value in common.items() if not (key == "end" and "months" in of_case)}
    return {"funder": UNNAMED_FUNDER, **kept, **of_case}


def _needs_an_amount(partnership: Values, common: Iterable[Values]) -> bool:
    """Whether it is left with a grant for all whose amount only a table of cases would have given."""
    alone = "grants" not in partnership and "case_grant" not in partnership
    return alone and any("amount_dkk" not in each for each in common)


def _arm(given: Values) -> dict[str, Any]:
    """The arm, with the lengths of grants it gives the partnerships."""
    change = given.get("partnerships", {})
    grants = {key: tuple(map(_grant, change[key])) for key in ("grants", "more_grants") if key in change}
    return {**given, "partnerships": {**change, **grants}} if grants else dict(given)


def _grant(given: Values) -> dict[str, Any]:
    """The grant with its length in months, given as months or as an end."""
    values = dict(given)
    if "end" in values:
        values["months"] = values.pop("end") - values.get("start", 1) + 1
    return values


def _evidence(given: Values) -> Iterator[dict[str, Any]]:
    """First the files' facts, then what the table of cases assumes."""
    of_cases = [each.get("case_evidence", {}) for each in given["partnerships"]]
    for facts in (given.get("evidence", {}), *of_cases):
        for fact, entry in facts.items():
            yield {"fact": fact, **entry}
