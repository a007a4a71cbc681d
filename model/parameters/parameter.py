"""What a parameter is: a number with meaning, unit, bounds, prior and source, declared once."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Uniform:
    """Prior spread evenly between `low` and `high`."""

    low: float
    high: float

    def at(self, probability: float) -> float:
        """The value below which this share (0-1) of the prior lies."""
        return self.low + probability * (self.high - self.low)

    @property
    def median(self) -> float:
        """The middle of the prior: the parameter's default."""
        return self.at(0.5)


@dataclass(frozen=True)
class LogUniform:
    """Prior spread evenly over the logarithm between `low` and `high`, both above 0: for rates and ratios."""

    low: float
    high: float

    def at(self, probability: float) -> float:
        """The value below which this share (0-1) of the prior lies."""
        return float(self.low * (self.high / self.low) ** probability)

    @property
    def median(self) -> float:
        """The middle of the prior: the parameter's default."""
        return self.at(0.5)


@dataclass(frozen=True)
class Fixed:
    """A convention or a conversion: not uncertain, not fitted."""

    value: float

    def at(self, probability: float) -> float:
        """The value, whatever the probability."""
        del probability
        return self.value

    @property
    def median(self) -> float:
        """The value."""
        return self.value


@dataclass(frozen=True)
class Parameter:
    """One declared number of the model.

    `mechanism` names the mechanisms of the theory it belongs to (T1, K6 …). `source` is the evidence (title and place), or
    `FREE`, or a sentence that begins with "assumed". `neutral` is the value at which the mechanism does nothing, if this is
    the parameter that switches it off.
    """

    name: str
    meaning: str
    unit: str
    low: float
    high: float
    prior: Uniform | LogUniform | Fixed
    mechanism: str
    source: str
    neutral: float | None = None

    @property
    def default(self) -> float:
        """The prior's median."""
        return self.prior.median


FREE = "free: calibrated"
