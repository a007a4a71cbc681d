"""Lines of the table whose subject is not built yet: they keep their place."""

from tests.benchmarks.row import Row


def lever_row() -> Row:
    """From moving a lever to the picture of paired runs."""
    what = "a lever moved in the dashboard → 250 paired runs of one partnership, drawn"
    return Row(what, "1 s", "0.25 s", "comes with the dashboard")
