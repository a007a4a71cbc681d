"""The funder: grants with a start, an end and conditions; several are possible."""

from samvirke.model.fields import Field, amount, count, index
from samvirke.model.rule import rule

GRANT_FIELDS: tuple[Field, ...] = (
    index("partnership", "the partnership that receives it"),
    amount("amount_dkk", "what is granted in all", "DKK"),
    Field("start", "first month it pays", "month", None, None, "count"),
    Field("end", "last month it pays; NEVER (9999) without an end date", "month", None, None, "count"),
    count("months", "months over which it is paid; a year where it has no end date (the amount is then per year)", "months"),
    Field("reporting_burden", "part of the hours it pays that its reporting takes"),
    Field("legitimacy", "what its name lends the partnership"),
    amount("paid_dkk", "paid so far", "DKK"),
)


@rule
def instalment(amount_dkk: float, start: int, end: int, months: int, month: int) -> float:
    """What a grant pays this month, in DKK: equal parts from its first to its last month."""
    if month < start or month > end:
        return 0.0
    return amount_dkk / months
