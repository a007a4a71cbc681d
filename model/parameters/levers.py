"""Typical values of the levers: what partnerships do where a scenario leaves it open. They are declared with the levers themselves."""

from collections.abc import Iterator

from samvirke.model.levers import LEVERS, Answers, DeclaredLever
from samvirke.model.parameter import FREE, Fixed, Parameter, Uniform


def _typical(lever: DeclaredLever) -> Parameter:
    assert lever.low is not None and lever.high is not None
    meaning = f"typically: {lever.meaning}"
    return Parameter(lever.name, meaning, lever.unit, lever.low, lever.high, lever.typical, lever.mechanism, lever.source)


def step_parameters(answers: Answers) -> Iterator[Parameter]:
    """The reported shares of answers as parameters: cumulated up to steps 1, 2, 3 and 4."""
    for step, share in enumerate(answers.shares, start=1):
        meaning = f"share of partnerships that answer step {step} or lower about {answers.about}"
        yield Parameter(step_name(answers, step), meaning, "share", 0, 1, Fixed(share), "input", answers.source)


def step_name(answers: Answers, step: int) -> str:
    """What the parameter of a step is called."""
    return f"{answers.name}_up_to_step_{step}"


PARAMETERS = (
    *map(_typical, LEVERS.values()),
    Parameter(
        "difference_between_partnerships",
        "how far a practice, or a member's own hours, is drawn from its typical value, up or down, relative to it; 0: all go about things alike",
        "ratio", 0, 1, Uniform(0.3, 0.8), "input", FREE, neutral=0.0,
    ),
    Parameter(
        "practices_go_together",
        "chance that a partnership is as far above or below the typical in one practice of working together as in the others; 0: each is by itself",
        "share", 0, 1, Uniform(0.2, 0.7), "input", FREE, neutral=0.0,
    ),
    *(each for lever in LEVERS.values() if lever.answers for each in step_parameters(lever.answers)),
)  # fmt: skip
