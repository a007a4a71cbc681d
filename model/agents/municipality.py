"""The municipality: politics, budget and reorganisation reach the partnership through it."""

from samvirke.model.arithmetic import share
from samvirke.model.fields import Field, count, flag
from samvirke.model.rule import rule

ROOT_OF_FOUR = 0.25  # the geometric mean of four: each counts alike and none can be missing; assumed

MUNICIPALITY_FIELDS: tuple[Field, ...] = (
    Field("political_priority", "how high the theme stands with the politicians (municipality; else 0)"),
    Field("budget_pressure", "how tight its budget is (municipality; else 0)"),
    flag("volunteer_strategy", "it has adopted a strategy for work with volunteers (municipality; else 0)"),
    count("turbulent_months", "months of unrest that are left after a reorganisation (municipality; else 0)", "months"),
    Field("knows_associations", "how well it knows the local associations (municipality; else 0)"),
)


@rule
def openness_of_own_budget(priority: float, visibility: float, backing: float, pressure: float) -> float:
    """How open a municipal budget is to the activity (0-1): wanted, seen, backed, and not squeezed [E4, E9].

    The geometric mean: each is needed, and where all four are middling so is the door.
    """
    return share((priority * visibility * backing * (1.0 - pressure)) ** ROOT_OF_FOUR)
