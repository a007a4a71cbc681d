"""What a parameter is: a number with meaning, unit, bounds, prior and source, declared once."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Uniform:
    """Prior spread evenly between `low` and `high`."""

    low: float
    high: float

    def at(self, share: Any) -> Any:
        """The value below which this share (0-1; a number or an array) of the prior lies."""
        return self.low + share * (self.high - self.low)

    def share_of(self, value: Any) -> Any:
        """The share (0-1) of the prior that lies below a value."""
        return np.clip((value - self.low) / ((self.high - self.low) or 1.0), 0.0, 1.0)

    @property
    def median(self) -> float:
        """The middle of the prior: the parameter's default."""
        return float(self.at(0.5))


@dataclass(frozen=True)
class LogUniform:
    """Prior spread evenly over the logarithm between `low` and `high`, both above 0: for rates and ratios."""

    low: float
    high: float

    def at(self, share: Any) -> Any:
        """The value below which this share (0-1; a number or an array) of the prior lies."""
        return self.low * (self.high / self.low) ** share

    def share_of(self, value: Any) -> Any:
        """The share (0-1) of the prior that lies below a value."""
        return np.clip(np.log(np.asarray(value) / self.low) / math.log(self.high / self.low), 0.0, 1.0)

    @property
    def median(self) -> float:
        """The middle of the prior: the parameter's default."""
        return float(self.at(0.5))


@dataclass(frozen=True)
class Fixed:
    """A convention or a conversion: not uncertain, not fitted."""

    value: float

    def at(self, share: Any) -> Any:
        """The value, whatever the share."""
        del share
        return self.value

    def share_of(self, value: Any) -> Any:
        """Half: there is nothing to lie below or above."""
        return np.full(np.shape(value), 0.5)

    @property
    def median(self) -> float:
        """The value."""
        return self.value


@dataclass(frozen=True)
class Parameter:
    """One declared number of the model.

    `mechanism` names the mechanisms of the theory it belongs to (T1, K6 …). `source` is the evidence (title and place), or
    `FREE`, or a sentence that begins with "assumed". `neutral` is the value at which the mechanism does nothing, if this is
    the parameter that switches it off. `label` is what a reader calls it, needed where scenarios or their arms set it.
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
    label: str = ""

    @property
    def default(self) -> float:
        """The prior's median."""
        return self.prior.median


FREE = "free: calibrated"
