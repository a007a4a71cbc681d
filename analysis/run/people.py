"""Tables `ties` and `people`: one row per run, month and directed tie, or person who is there, as they stand at the month's end.

Persons are key persons, volunteers, and citizens who know of it; a tie is directed: from a person to one she knows, with her trust.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.columns import MONTH, Column, Type, known, text
from samvirke.analysis.run.events import subject_in_words
from samvirke.model.agents import citizen, key_person, volunteer
from samvirke.model.agents.organisation import SECTORS
from samvirke.model.ensemble import Ensemble
from samvirke.model.fields import NEVER, NOBODY
from samvirke.model.state import State

Positions = NDArray[np.integer[Any]]

TIES: tuple[Column, ...] = (
    MONTH,
    Column("from_person", "who trusts; key person 2.1 is the first on seat 2", "name", "string", never_null=True),
    Column("to_person", "who is trusted", "name", "string", never_null=True),
    Column(
        "from_organisation", "whom she represents who trusts, numbered within the partnership from 1", "name", "string", never_null=True
    ),
    Column("to_organisation", "whom she represents who is trusted", "name", "string", never_null=True),
    Column("personal_trust", "how much she relies on the other person", "0-1", "double", never_null=True),
    Column("institutional_trust", "trust between their organisations: what remains when persons leave", "0-1", "double", never_null=True),
    Column("expectations_known", "how much she knows of what the other expects", "0-1", "double", never_null=True),
    Column("months_met", "months in which they met, less what a change of persons lost", "months", "int64", never_null=True),
)
WATCHED_FOR_TIES: dict[str, tuple[str, ...]] = {
    "ties": ("trust", "expectations_known", "months_met"),
    "relations": ("trust",),
    "seats": ("holder",),
}
"""What a run must keep of every month, by table of the state."""


def ties_of(ensemble: Ensemble) -> tuple[Positions, Positions, list[Any]]:
    """Run and partnership of every tie between two persons who were there, and the columns' values."""
    template, watched = ensemble.world.template, ensemble.watched
    ties, holder = template.ties, watched["seats"]["holder"]
    both_there = (holder[:, :, ties.from_seat] != NOBODY) & (holder[:, :, ties.to_seat] != NOBODY)
    run, month, tie = in_order(np.nonzero(both_there), ties.partnership)
    ends = (ties.from_seat[tie], ties.to_seat[tie])
    values = [
        month + 1,
        *(text(holder[run, month, seat], key_person_names(template)) for seat in ends),
        *(text(template.seats.organisation[seat], organisation_names(template)) for seat in ends),
        known(watched["ties"]["trust"][run, month, tie]),
        known(watched["relations"]["trust"][run, month, ties.relation[tie]]),
        known(watched["ties"]["expectations_known"][run, month, tie]),
        known(watched["ties"]["months_met"][run, month, tie]),
    ]
    return run, ties.partnership[tie], values


def in_order(found: tuple[Positions, ...], partnership_of_row: Positions) -> tuple[Positions, Positions, Positions]:
    """Run, month and row of what was found, by run, then partnership, then month, then row."""
    run, month, row = found
    order = np.lexsort((row, month, partnership_of_row[row], run))
    return run[order], month[order], row[order]


def key_person_names(template: State) -> list[str]:
    """What each key person is called, by row: as in `events`."""
    persons, partnerships = template.key_persons, template.partnerships
    first = template.seats.first_person[partnerships.first_seat]
    return [subject_in_words("key person", row - first[each]) for row, each in enumerate(persons.partnership)]


def organisation_names(template: State) -> list[str]:
    """What each organisation is called, by row: as in `events`."""
    return names_of("organisation", template.organisations.partnership, template.partnerships.first_organisation)


def names_of(sort: str, partnership: Positions, first: Positions) -> list[str]:
    """Names by row, from the row's partnership and each partnership's first row."""
    return [subject_in_words(sort, row - first[each]) for row, each in enumerate(partnership)]


KINDS = ("key person", "volunteer", "citizen")
STAGES = (key_person.STAGES[key_person.PRESENT], volunteer.STAGES[volunteer.ACTIVE], *citizen.STAGES)
PRESENT, SERVING, FIRST_OF_CITIZENS = range(3)


def _state(name: str, meaning: str, kind: str) -> Column:
    return Column(name, f"{meaning}; null unless a {kind}", "0-1", "double")


def _of_key_persons(name: str, meaning: str, type_: Type = "string", *, never_null: bool = False) -> Column:
    return Column(name, meaning, "yes or no" if type_ == "bool" else "name", type_, never_null)


STATES: dict[str, tuple[Column, ...]] = {
    "key person": (
        _state("understanding", "how near her view of the goal is to that of those she meets", "key person"),
        _state("experience", "experience with partnerships", "key person"),
        _state("mandate", "how much she may decide at the table", "key person"),
    ),
    "volunteer": (
        _state("energy", "how much strength she has left", "volunteer"),
        _state("belonging", "how much she belongs with those she serves with", "volunteer"),
        _state("recognition", "how recognised she feels", "volunteer"),
    ),
    "citizen": (
        _state("wellbeing", "how she is doing", "citizen"),
        _state("network", "how many she knows", "citizen"),
        _state("trust_in_offer", "how much she trusts the offer and who stands behind it", "citizen"),
    ),
}
"""What is kept of each kind besides who she is; the names are those of the state."""

PEOPLE: tuple[Column, ...] = (
    MONTH,
    Column("kind", "what she is; a citizen who volunteers stands in both kinds", "one of " + ", ".join(KINDS), "string", never_null=True),
    Column("person", "who, numbered within the partnership from 1; key person 2.1 is seat 2's first", "name", "string", never_null=True),
    Column("stage", "where she is in it", "one of " + ", ".join(STAGES), "string", never_null=True),
    _of_key_persons("organisation", "whom she represents, numbered within the partnership from 1; null unless a key person"),
    _of_key_persons("sector", "where that organisation belongs; null unless a key person"),
    _of_key_persons("is_coordinator", "she coordinates the partnership", "bool", never_null=True),
    _of_key_persons("is_lead", "she represents the organisation that leads", "bool", never_null=True),
    Column("since_month", "month in which she came, or last joined; 0 is before the first; null if she never joined", "month", "int64"),
    Column("hours", "hours she gave this month; null for citizens", "hours per month", "double"),
    Column("persons", "how many persons the row stands for: a citizen stands for several", "persons", "double", never_null=True),
    *(column for columns in STATES.values() for column in columns),
)  # fmt: skip
WATCHED_FOR_PEOPLE: dict[str, tuple[str, ...]] = {
    "seats": ("holder", "is_coordinator"),
    "organisations": ("is_lead",),
    "key_persons": ("arrived_month", "hours", *(column.name for column in STATES["key person"])),
    "volunteers": ("stage", "joined_month", "hours", *(column.name for column in STATES["volunteer"])),
    "citizens": ("stage", "joined_month", *(column.name for column in STATES["citizen"])),
}
"""What a run must keep of every month, by table of the state."""

Rows = dict[str, NDArray[Any]]
"""Rows of one kind: an array by name. `person` is the position among all names, `month` counts from 0."""

MISSING: dict[str, float] = {
    "organisation": NOBODY, "is_coordinator": 0, "is_lead": 0, "hours": np.nan,
    **{column.name: np.nan for columns in STATES.values() for column in columns},
}  # fmt: skip
"""What stands where a kind has no such thing."""


def people_of(ensemble: Ensemble) -> tuple[Positions, Positions, list[Any]]:
    """Run and partnership of everybody who was there in a month, and the columns' values."""
    rows = _in_order(_one_after_the_other([_key_persons(ensemble), _volunteers(ensemble), _citizens(ensemble)]))
    template, nobody = ensemble.world.template, rows["organisation"] == NOBODY
    sectors = [SECTORS[each] for each in template.organisations.sector]
    values = [
        rows["month"] + 1,
        text(rows["kind"], KINDS),
        text(rows["person"], _names(template)),
        text(rows["stage"], STAGES),
        text(rows["organisation"], organisation_names(template), null=nobody),
        text(rows["organisation"], sectors, null=nobody),
        known(rows["is_coordinator"] == 1),
        known(rows["is_lead"] == 1),
        known(rows["since"], null=rows["since"] == NEVER),
        known(rows["hours"]),
        known(rows["persons"]),
        *(known(rows[column.name]) for columns in STATES.values() for column in columns),
    ]
    return rows["run"], rows["partnership"], values


def _key_persons(ensemble: Ensemble) -> Rows:
    """Everybody on a seat."""
    seats = ensemble.world.template.seats
    holder = ensemble.watched["seats"]["holder"]
    run, month, seat = np.nonzero(holder != NOBODY)
    person, organisation = holder[run, month, seat], seats.organisation[seat]
    return {
        **_who(run, month, seats.partnership[seat], person, "key person"),
        "stage": np.full(len(run), PRESENT),
        "organisation": organisation,
        "is_coordinator": ensemble.watched["seats"]["is_coordinator"][run, month, seat],
        "is_lead": ensemble.watched["organisations"]["is_lead"][run, month, organisation],
        "since": ensemble.watched["key_persons"]["arrived_month"][run, month, person],
        "hours": ensemble.watched["key_persons"]["hours"][run, month, person],
        **_states(ensemble, "key person", "key_persons", (run, month, person)),
    }


def _volunteers(ensemble: Ensemble) -> Rows:
    """Everybody who serves."""
    template, watched = ensemble.world.template, ensemble.watched["volunteers"]
    where = np.nonzero(watched["stage"] == volunteer.ACTIVE)
    run, month, row = where
    return {
        **_who(run, month, template.volunteers.partnership[row], len(template.key_persons) + row, "volunteer"),
        "stage": np.full(len(run), SERVING),
        "since": watched["joined_month"][where],
        "hours": watched["hours"][where],
        **_states(ensemble, "volunteer", "volunteers", where),
    }


def _citizens(ensemble: Ensemble) -> Rows:
    """Everybody who has heard of it."""
    template, watched = ensemble.world.template, ensemble.watched["citizens"]
    where = np.nonzero(watched["stage"] != citizen.UNAWARE)
    run, month, row = where
    before = len(template.key_persons) + len(template.volunteers)
    return {
        **_who(run, month, template.citizens.partnership[row], before + row, "citizen"),
        "stage": FIRST_OF_CITIZENS + watched["stage"][where],
        "since": watched["joined_month"][where],
        "persons": template.partnerships.persons_per_citizen[template.citizens.partnership[row]],
        **_states(ensemble, "citizen", "citizens", where),
    }


def _who(run: Positions, month: Positions, partnership: Positions, person: Positions, kind: str) -> Rows:
    alike = np.ones(len(run))
    return {
        "run": run, "month": month, "partnership": partnership, "person": person,
        "kind": np.full(len(run), KINDS.index(kind)), "persons": alike,
    }  # fmt: skip


def _states(ensemble: Ensemble, kind: str, table: str, where: tuple[Positions, ...]) -> Rows:
    return {column.name: ensemble.watched[table][column.name][where] for column in STATES[kind]}


def _one_after_the_other(parts: list[Rows]) -> Rows:
    names = dict.fromkeys(name for part in parts for name in part)
    return {name: np.concatenate([part[name] if name in part else _missing(part, name) for part in parts]) for name in names}


def _missing(part: Rows, name: str) -> NDArray[np.float64]:
    return np.full(len(part["run"]), MISSING[name])


def _in_order(rows: Rows) -> Rows:
    """By run, then partnership, then month; key persons first, citizens last."""
    order = np.lexsort((rows["person"], rows["month"], rows["partnership"], rows["run"]))
    return {name: values[order] for name, values in rows.items()}


def _names(template: State) -> list[str]:
    """What everybody is called: key persons, volunteers, citizens, each in the order of their rows."""
    partnerships = template.partnerships
    return [
        *key_person_names(template),
        *names_of("volunteer", template.volunteers.partnership, partnerships.first_volunteer),
        *names_of("citizen", template.citizens.partnership, partnerships.first_citizen),
    ]
