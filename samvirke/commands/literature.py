"""The command `literature`, as it is typed."""

from samvirke.commands.options import Draws, FirstSeed, Page
from samvirke.terminal.refusals import spoken


@spoken
def literature(draws: Draws = 100, seed: FirstSeed = 1, out: Page = None) -> None:
    """Say how the model stands to figures of the literature that nothing is fitted to."""
    from samvirke.terminal.literature import compare_with_literature

    compare_with_literature(draws, seed, out)
