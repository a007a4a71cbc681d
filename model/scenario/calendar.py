"""Months of a scenario and months of the calendar."""

MONTHS_OF_A_YEAR = 12


def calendar(start: str, month: int) -> str:
    """A month of the scenario as YYYY-MM; `start` is month 1."""
    year, first = (int(part) for part in start.split("-"))
    years, position = divmod(first - 1 + month - 1, MONTHS_OF_A_YEAR)
    return f"{year + years:04d}-{position + 1:02d}"
