"""The terse form of a sweep: what a person writes. What a single table can get wrong is checked here."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from samvirke.model.extensions import all_parameters
from samvirke.model.levers import LEVERS
from samvirke.model.scenario.table import Month, Name, Several, Table, Text, lacking, wrong

MOST_POINTS = 10_000_000
MOST_STEPS = 10_000
HIGHEST_SEED = 2**32 - 1


def a_parameter(name: str) -> str:
    """The name, if it is one of a parameter: of the model or of an extension."""
    if name not in all_parameters():
        raise PydanticCustomError("literal_error", "no parameter")
    return name


def choices_of_parameters(schema: dict[str, Any]) -> None:
    """Let the JSON Schema name them."""
    schema["enum"] = list(all_parameters())


Kind = Literal["grid", "latin_hypercube", "sobol", "morris", "posterior", "table"]
if TYPE_CHECKING:
    ParameterName = str
    LeverName = str
else:
    ParameterName = Annotated[str, AfterValidator(a_parameter), Field(json_schema_extra=choices_of_parameters)]
    LeverName = Literal[tuple(LEVERS)]
TableName = Literal["outcomes", "monthly", "survey", "events", "ties", "people"]
Number = Annotated[int, Field(ge=1, le=MOST_POINTS)]

KEYS_OF: dict[str, tuple[str, ...]] = {
    "grid": (),
    "latin_hypercube": ("points", "blocks"),
    "sobol": ("points", "second_order"),
    "morris": ("trajectories", "levels"),
    "posterior": ("draws",),
    "table": ("file",),
}
"""Keys of [design] that only some kinds know."""

NEEDED = {
    "latin_hypercube": ("points", "how many points each block has"),
    "sobol": ("points", "how many points the sequence has, best a power of two; the design has (2 x varied + 2) as many"),
    "morris": ("trajectories", "how many trajectories; each has one point more than what varies"),
    "table": ("file", "a table of points (CSV or Parquet)"),
}


class TerseRange(Table):
    """How far a parameter or lever varies; empty: over the prior of the registry."""

    low: float | None = Field(default=None, description="lowest value")
    high: float | None = Field(default=None, description="highest value")
    log: bool = Field(default=False, description="spread evenly over the logarithm, for rates and ratios")
    steps: int | None = Field(default=None, ge=2, le=MOST_STEPS, description="in a grid: how many values from low to high")
    values: Several[float] = Field(default=(), max_length=MOST_STEPS, description="in a grid: the values themselves")

    @field_validator("high")
    @classmethod
    def both_or_none(cls, high: float | None, info: ValidationInfo) -> float | None:
        """A range has two ends."""
        low = info.data.get("low")
        if high is not None and low is None:
            raise wrong("has no low beside it; say both or neither")
        if high is not None and low is not None and high <= low:
            raise wrong(f"must be more than low, {low:g}")
        return high

    @field_validator("log")
    @classmethod
    def has_a_logarithm(cls, log: bool, info: ValidationInfo) -> bool:
        """Only what is above 0 has a logarithm."""
        low = info.data.get("low")
        if log and (low is None or low <= 0):
            raise wrong("needs low and high above 0")
        return log


class TerseDesign(Table):
    """Which points are run."""

    kind: Kind = Field(description="grid, latin_hypercube, sobol, morris, posterior or table")
    points: Number | None = Field(default=None, description="of latin_hypercube and sobol: how many points")
    blocks: int = Field(default=1, ge=1, le=MOST_STEPS, description="of latin_hypercube: how many times; more keep the first")
    second_order: bool = Field(default=False, description="of sobol: also what two do together")
    trajectories: Number | None = Field(default=None, description="of morris: how many trajectories")
    levels: int = Field(default=4, ge=2, le=100, description="of morris: how many levels each parameter has; an even number")
    draws: Number | None = Field(default=None, description="of posterior: how many draws, from the first; all if left out")
    file: str | None = Field(default=None, min_length=1, description="of table: the file of points (CSV or Parquet)")
    seed: int = Field(default=1, ge=0, le=HIGHEST_SEED, description="seed of the points; not of the runs")
    rest: Literal["posterior", "defaults"] | None = Field(
        default=None, description="what does not vary: each seed its draw from the posterior (if there is one), or the defaults"
    )

    @field_validator("points", "blocks", "second_order", "trajectories", "levels", "draws", "file")
    @classmethod
    def belongs_to_the_kind(cls, value: object, info: ValidationInfo) -> object:
        """Keys of other kinds would be passed over in silence."""
        kind = info.data.get("kind")
        if kind is not None and info.field_name not in KEYS_OF[kind]:
            owners = " and ".join(name for name, keys in KEYS_OF.items() if info.field_name in keys)
            raise wrong(f"belongs to {owners}, not to {kind}")
        return value

    @field_validator("points")
    @classmethod
    def a_power_of_two_in_a_sobol_sequence(cls, points: int | None, info: ValidationInfo) -> int | None:
        """Only then is the sequence balanced, and twice as many keep the first."""
        if points is not None and info.data.get("kind") == "sobol" and points & (points - 1):
            raise wrong(f"must be a power of two in a sobol sequence: {1 << (points.bit_length() - 1)} or {1 << points.bit_length()}")
        return points

    @field_validator("levels")
    @classmethod
    def even(cls, levels: int) -> int:
        """Only then are all levels equally likely."""
        if levels % 2:
            raise wrong("must be an even number")
        return levels


class TerseSeeds(Table):
    """Which runs every point has: seeds that follow each other."""

    first: int = Field(default=1, ge=0, le=HIGHEST_SEED, description="seed of the first run")
    number: int = Field(default=1, ge=1, le=MOST_POINTS, description="how many runs each point has in every arm")

    @field_validator("number")
    @classmethod
    def not_beyond_the_highest(cls, number: int, info: ValidationInfo) -> int:
        """Seeds are numbers of 32 bits."""
        if info.data.get("first", 0) + number - 1 > HIGHEST_SEED:
            raise wrong(f"leads beyond the highest seed, {HIGHEST_SEED}")
        return number


class TerseKeep(Table):
    """What is written of every run; outcomes always are."""

    tables: Several[TableName] = Field(default=("outcomes",), description="which tables; outcomes always")
    months: Several[Month] | None = Field(default=None, description="which months of monthly, ties and people; all if left out")


class TerseSweep(Table):
    """A sweep of samvirke: a base scenario, the points, the runs of each, what is kept."""

    title: Text | None = Field(default=None, description="in Danish and English")
    scenario: str | None = Field(default=None, min_length=1, validate_default=True, description="name or path of the base scenario")
    arms: Several[Name] = Field(default=("baseline",), min_length=1, description="arms of the scenario; every point is run in each")
    months: Month | None = Field(default=None, description="another length of the scenario")
    only: Several[str] = Field(default=(), description="only these partnerships")
    design: TerseDesign | None = Field(default=None, validate_default=True, description="which points are run")
    parameters: dict[ParameterName, TerseRange] = Field(default={}, description="parameters that vary, and how far")
    levers: dict[LeverName, TerseRange] = Field(default={}, description="levers that vary, and how far")
    seeds: TerseSeeds = TerseSeeds()
    keep: TerseKeep = TerseKeep()
    runs_per_part: int | None = Field(
        default=None, ge=1, le=100_000, description="runs that one task writes as one part; so many as take about a second if left out"
    )

    @field_validator("scenario")
    @classmethod
    def names_a_scenario(cls, scenario: str | None) -> str:
        """There is no sweep without."""
        if scenario is None:
            raise lacking('the base scenario: scenario = "one-partnership"')
        return scenario

    @field_validator("design")
    @classmethod
    def has_what_its_kind_needs(cls, design: TerseDesign | None) -> TerseDesign:
        """The number of points, or the file of points."""
        if design is None:
            raise lacking('which points are run: [design] with kind = "grid" or another')
        key, meaning = NEEDED.get(design.kind, ("kind", ""))
        if getattr(design, key) is None:
            raise wrong(f"needs {key}: {meaning}")
        return design
