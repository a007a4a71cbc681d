"""The whole state of a run as one value: one table per kind of agent, to be copied, saved and resumed at any month."""

from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile
from zlib import error

import numpy as np

from samvirke.model.agents.activity import ACTIVITY_FIELDS
from samvirke.model.agents.citizen import CITIZEN_FIELDS
from samvirke.model.agents.funder import GRANT_FIELDS
from samvirke.model.agents.key_person import KEY_PERSON_FIELDS, RELATION_FIELDS, SEAT_FIELDS, TIE_FIELDS
from samvirke.model.agents.locality import LOCALITY_FIELDS, PRESENCE_FIELDS
from samvirke.model.agents.municipality import MUNICIPALITY_FIELDS
from samvirke.model.agents.ngo import NGO_FIELDS
from samvirke.model.agents.organisation import LEGAL_ORGANISATION_FIELDS, ORGANISATION_FIELDS
from samvirke.model.agents.partner import PARTNER_FIELDS
from samvirke.model.agents.partnership import PARTNERSHIP_FIELDS, REQUEST_FIELDS
from samvirke.model.agents.volunteer import VOLUNTEER_FIELDS
from samvirke.model.events import EVENT_FIELDS, SCHEDULED_FIELDS
from samvirke.model.fields import Field, count, record_type
from samvirke.model.levers import POLICIES
from samvirke.model.parameters import REGISTRY
from samvirke.model.records import MONTHLY_MEASURES

CLOCK_FIELDS: tuple[Field, ...] = (
    count("seed", "the run's seed, 0 to 2**32 - 1", "number"),
    Field("month", "last month simulated; 0 before the first", "month", None, None, "count"),
    count("calendar_year", "calendar year of month 1", "year"),
    count("trust_law", "position in the variant trust_law", "position"),
    count("aggregation", "position in the variant aggregation", "position"),
    count("calendar_month", "calendar month (1 to 12) of month 1", "month of the year"),
    count("events", "events kept so far", "events"),
    count("events_not_kept", "events for which there was no room", "events"),
)

TABLES: dict[str, tuple[Field, ...]] = {
    "clock": CLOCK_FIELDS,
    "parameters": tuple(Field(each.name, each.meaning, each.unit, each.low, each.high) for each in REGISTRY.values()),
    "policies": POLICIES,
    "partnerships": PARTNERSHIP_FIELDS,
    "organisations": ORGANISATION_FIELDS + NGO_FIELDS + PARTNER_FIELDS,
    "legal_organisations": LEGAL_ORGANISATION_FIELDS + MUNICIPALITY_FIELDS,
    "seats": SEAT_FIELDS,
    "key_persons": KEY_PERSON_FIELDS,
    "relations": RELATION_FIELDS,
    "ties": TIE_FIELDS,
    "volunteers": VOLUNTEER_FIELDS,
    "citizens": CITIZEN_FIELDS,
    "activities": ACTIVITY_FIELDS,
    "grants": GRANT_FIELDS,
    "localities": LOCALITY_FIELDS,
    "presences": PRESENCE_FIELDS,
    "requests": REQUEST_FIELDS,
    "scheduled": SCHEDULED_FIELDS,
    "events": EVENT_FIELDS,
    "monthly": MONTHLY_MEASURES,
}
RECORD_TYPES: dict[str, np.dtype[np.void]] = {name: record_type(fields) for name, fields in TABLES.items()}
LONGEST_HEADER = 100_000  # characters: a table of three hundred columns names them all


class State(NamedTuple):
    """Everything a run is at the end of a month; a table is a record array with one row per agent.

    `set_policies` are the levers that the scenario sets (NaN where it leaves them open), one row per partnership.
    `cancelled` holds the ids of events that an arm calls off. `survey_months` are the months of the questionnaire;
    `latent` and `seen` hold per partnership, wave and item the state of things and what the contact person sees of it
    (0-1, NaN until the wave has come; the last wave is the declaration at the grant's end).
    `own_parameters` and `own_fields` (partnerships x fields) are those of extensions (`extensions.py`), empty without one.
    `uniforms` is a scratch pad for draws. `monthly` holds one row per month and partnership, or none if not kept; so does `events`.
    """

    clock: Any
    parameters: Any
    policies: Any
    partnerships: Any
    organisations: Any
    legal_organisations: Any
    seats: Any
    key_persons: Any
    relations: Any
    ties: Any
    volunteers: Any
    citizens: Any
    activities: Any
    grants: Any
    localities: Any
    presences: Any
    requests: Any
    scheduled: Any
    events: Any
    monthly: Any
    policy_values: Any
    parameter_values: Any
    set_policies: Any
    cancelled: Any
    survey_months: Any
    latent: Any
    seen: Any
    uniforms: Any
    own_parameters: Any
    own_fields: Any


ARRAYS = ("set_policies", "cancelled", "survey_months", "latent", "seen", "uniforms", "own_parameters", "own_fields")


def table(name: str, rows: int) -> Any:
    """An empty table: `rows` records of zeros."""
    return np.zeros(rows, RECORD_TYPES[name]).view(np.recarray)


def as_values(records: Any) -> Any:
    """A table of numbers as a matrix (rows x columns) on the same memory, so that a column can be read and set by its position."""
    return records.view(np.float64).view(np.ndarray).reshape(len(records), len(records.dtype))


def state_of(parts: dict[str, Any]) -> State:
    """A state from its tables and arrays by name; `policy_values` and `parameter_values` see the tables of these names."""
    return State(**parts, policy_values=as_values(parts["policies"]), parameter_values=as_values(parts["parameters"]))


def empty_state() -> State:
    """A state with nobody in it: what rules are compiled for."""
    dimensions = {"set_policies": 2, "latent": 3, "seen": 3, "own_fields": 2}
    kinds = {"cancelled": np.int64, "survey_months": np.int64}
    arrays = {name: np.zeros((0,) * dimensions.get(name, 1), kinds.get(name, np.float64)) for name in ARRAYS}
    return state_of({name: table(name, 0) for name in TABLES} | arrays)


def parts_of(state: State) -> dict[str, Any]:
    """The tables and arrays of a state by name, without the shared views."""
    return {name: getattr(state, name) for name in (*TABLES, *ARRAYS)}


def copy_state(state: State) -> State:
    """An independent copy: a fork."""
    return state_of({name: part.copy() for name, part in parts_of(state).items()})


def save_state(state: State, path: Path) -> None:
    """Write the state as a numpy archive (.npz); it is whole or not there at all."""
    unfinished = path.with_name(path.name + ".part")
    with unfinished.open("wb") as file:
        np.savez_compressed(file, **{name: np.asarray(part) for name, part in parts_of(state).items()})  # type: ignore[arg-type]
    unfinished.replace(path)


def load_state(path: Path) -> State:
    """Read what `save_state` wrote. Raises ValueError when the file is of another version of the model or not whole."""
    try:
        with np.load(path, max_header_size=LONGEST_HEADER) as archive:
            parts = {name: archive[name] for name in (*TABLES, *ARRAYS)}
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, error) as problem:
        raise ValueError(f"{path}: not a saved state of this model ({problem}); save it again with this version") from problem
    for name, record in RECORD_TYPES.items():
        if parts[name].dtype != record:
            raise ValueError(f"{path}: table {name!r} has other columns than this version of the model; save it again")
    return state_of({name: part.view(np.recarray) if name in TABLES else part for name, part in parts.items()})
