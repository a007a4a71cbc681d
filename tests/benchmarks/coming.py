"""Lines of the table whose subject is not built yet: they keep their place."""

from tests.benchmarks.row import Row


def lever_row() -> Row:
    """From moving a lever to the picture of paired runs."""
    what = "a lever moved in the dashboard → 250 paired runs of one partnership, drawn"
    return Row(what, "1 s", "0.25 s", "comes with the dashboard")


def sweep_memory_row() -> Row:
    """Peak memory of the process that hands out a sweep."""
    return Row("sweep of 100,000 runs: peak memory of the parent", "0.5 GB", "0.3 GB", "comes with sweeps")
