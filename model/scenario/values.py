"""Tables of numbers under declared names: `[parameters]`, `levers`, `[variant]`. Each name has its own bounds."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Protocol

from pydantic import AfterValidator, Field, PlainValidator, WithJsonSchema, create_model

from samvirke.model.levers import LEVERS
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario.table import Table, wrong

DEFINED_AS = "defined_as"


@dataclass(frozen=True)
class Variant:
    """A named structural choice where science is divided: what it is about, what each of its names means, and why it is open.

    The first name is the default, and a name's position is its code.
    """

    meaning: str
    choices: Mapping[str, str]
    mechanism: str
    source: str


NO_MEASUREMENT = (
    "assumed: theory is divided, and no survey here tells them apart; samvirke calibrate --compare-variants holds them side by side"
)

DECLARED_VARIANTS: dict[str, Variant] = {
    "trust_law": Variant(
        "how a month of contact changes trust in somebody",
        {
            "asymmetric_additive": "a share of the distance to what she is seen to keep, a larger share downwards",
            "multiplicative": "in proportion to the trust there is, so that little trust grows slowly",
            "nooteboom_like": "what is close to what was expected changes nothing, what is far from it by the square of the surprise",
        },
        "T1",
        NO_MEASUREMENT,
    ),
    "aggregation": Variant(
        "how trust, communication and shared understanding together join what partners contribute",
        {
            "product": "the product of the three: each is needed",
            "mean": "their mean: one makes up for another",
            "weakest_link": "the weakest of them: nothing makes up for it",
        },
        "G4",
        NO_MEASUREMENT,
    ),
}
VARIANTS: dict[str, tuple[str, ...]] = {name: tuple(variant.choices) for name, variant in DECLARED_VARIANTS.items()}


class Declared(Protocol):
    """What is declared once with meaning and bounds: a lever or a parameter."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def meaning(self) -> str: ...  # noqa: D102
    @property
    def low(self) -> float | None: ...  # noqa: D102
    @property
    def high(self) -> float | None: ...  # noqa: D102


DECLARED: dict[str, Declared] = {**REGISTRY, **LEVERS}
"""What `[levers]` and `--set` may name; where a lever and a parameter share a name, the lever is meant."""


WHOLE = frozenset(name for name, lever in LEVERS.items() if lever.unit == "month")
"""Levers that name a month; a sweep may still draw them from a range."""


def without_fraction(number: float) -> float:
    """The number, if it is a whole one."""
    if not number.is_integer():
        raise wrong("must be a whole number")
    return number


WholeNumber = Annotated[float, AfterValidator(without_fraction), Field(json_schema_extra={"multipleOf": 1})]


def table_of(title: str, entries: Iterable[Declared], whole: Collection[str] = ()) -> type[Table]:
    """A model with one optional number per declared name, within its bounds; those of `whole` take no fractions."""
    fields: dict[str, Any] = {
        entry.name: (WholeNumber if entry.name in whole else float, Field(0.0, ge=entry.low, le=entry.high, description=entry.meaning))
        for entry in entries
    }
    return create_model(title, __base__=Table, **fields)


def table_of_choices(title: str, choices: Mapping[str, tuple[str, ...]]) -> type[Table]:
    """A model with one optional choice per name."""
    fields: dict[str, Any] = {name: (Literal[names], names[0]) for name, names in choices.items()}
    return create_model(title, __base__=Table, **fields)


def given(table: str) -> Callable[[object], dict[str, Any]]:
    """A function that checks a value by a table of `DEFINITIONS` and keeps only what was given, without defaults."""
    return lambda value: DEFINITIONS[table].model_validate(value).model_dump(exclude_unset=True)


def defined_as(name: str) -> WithJsonSchema:
    """A mark for schema.py, which makes it a reference: the JSON Schema defines such a table once."""
    return WithJsonSchema({DEFINED_AS: name})


DEFINITIONS = {
    "LeverValues": table_of("LeverValues", LEVERS.values(), WHOLE),
    "ParameterValues": table_of("ParameterValues", REGISTRY.values()),
    "VariantChoices": table_of_choices("VariantChoices", VARIANTS),
}
"""The tables that the JSON Schema defines once, by name."""

LeverValues = Annotated[dict[str, float], PlainValidator(given("LeverValues")), defined_as("LeverValues")]
ParameterValues = Annotated[dict[str, float], PlainValidator(given("ParameterValues")), defined_as("ParameterValues")]
VariantChoices = Annotated[dict[str, str], PlainValidator(given("VariantChoices")), defined_as("VariantChoices")]


def declare_parameters(own: Mapping[str, Declared]) -> None:
    """Let scenarios name these parameters of extensions besides those of the model, and no others."""
    for name in DECLARED.keys() - {*REGISTRY, *LEVERS}:
        del DECLARED[name]
    DECLARED.update(own)
    DEFINITIONS["ParameterValues"] = table_of("ParameterValues", [*REGISTRY.values(), *own.values()])
