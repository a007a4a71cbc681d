"""The few sums that every rule is written in; plain arithmetic, so that compiled and uncompiled runs agree to the bit."""

from samvirke.model.rule import rule


@rule
def share(value: float) -> float:
    """`value` kept within 0 and 1."""
    return min(1.0, max(0.0, value))


@rule
def moved(value: float, target: float, rate: float) -> float:
    """`value` after it has gone the share `rate` of the way to `target`."""
    return value + rate * (target - value)


@rule
def ratio(part: float, whole: float, when_nothing: float = 0.0) -> float:
    """`part / whole`, or `when_nothing` where there is no whole."""
    if whole <= 0.0:
        return when_nothing
    return part / whole


@rule
def monthly_chance(chance_per_year: float) -> float:
    """The chance per month that gives `chance_per_year` over twelve months."""
    return 1.0 - (1.0 - chance_per_year) ** (1.0 / 12.0)
