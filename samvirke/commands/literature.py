"""The command `literature`, as it is typed."""

from samvirke.commands.options import Draws, FirstSeed, Page
from samvirke.terminal.refusals import reports_errors


@reports_errors
def literature(draws: Draws = 100, seed: FirstSeed = 1, out: Page = None) -> None:
    """Compare the model with figures of the literature that it is not fitted to."""
    from samvirke.terminal.claims import compare_with_literature

    compare_with_literature(draws, seed, out)
