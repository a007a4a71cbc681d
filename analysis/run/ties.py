"""Table `ties`: one row per run, month and directed tie: who trusted whom, as it stood at the month's end."""

from typing import Any

import numpy as np

from samvirke.analysis.columns import MONTH, Column, known, text
from samvirke.analysis.run.events import subject_in_words
from samvirke.model.ensemble import Ensemble
from samvirke.model.fields import NOBODY

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
WATCHED: dict[str, tuple[str, ...]] = {
    "ties": ("trust", "expectations_known", "months_met"),
    "relations": ("trust",),
    "seats": ("holder",),
}
"""What a run must keep of every month, by table of the state."""


def ties_of(ensemble: Ensemble) -> tuple[Any, Any, list[Any]]:
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


def in_order(found: tuple[Any, ...], partnership_of_row: Any) -> tuple[Any, Any, Any]:
    """Run, month and row of what was found, by run, then partnership, then month, then row."""
    run, month, row = found
    order = np.lexsort((row, month, partnership_of_row[row], run))
    return run[order], month[order], row[order]


def key_person_names(template: Any) -> list[str]:
    """What each key person is called, by row: as in `events`."""
    persons, partnerships = template.key_persons, template.partnerships
    first = template.seats.first_person[partnerships.first_seat]
    return [subject_in_words("key person", row - first[each]) for row, each in enumerate(persons.partnership)]


def organisation_names(template: Any) -> list[str]:
    """What each organisation is called, by row: as in `events`."""
    return names_of("organisation", template.organisations.partnership, template.partnerships.first_organisation)


def names_of(sort: str, partnership: Any, first: Any) -> list[str]:
    """Names by row, from the row's partnership and each partnership's first row."""
    return [subject_in_words(sort, row - first[each]) for row, each in enumerate(partnership)]
