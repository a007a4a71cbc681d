"""The page about the core model, in Markdown."""

from samvirke.analysis.validation.core import BLOCKS, Change, Core
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.scenario import Scenario

HEADS = ("without", *(block.replace("_", "-") for block in BLOCKS), "in all", "its standard error")


def core_page(scenario: Scenario, core: Core, draws: int, seed: int, drawn_from: str) -> str:
    """The whole page."""
    lines = [
        "# The core: the fewest mechanisms that lose no more than chance",
        "",
        f"Made by `samvirke ablation {scenario.name} --core --draws {draws} --seed {seed} --out docs/core.md`.",
        f"{scenario.title.en}: {draws} draws from {drawn_from}, one run each, with and without under common random numbers.",
        "",
        in_words(core),
        "",
        "What is kept:",
        "",
        *(f"- **{code}** {MECHANISMS[code].claim}" for code in core.kept),
        "",
        "## Each mechanism alone, the dearest to lose first",
        "",
        *_table(sorted(core.alone, key=lambda each: each.gain)),
        "",
        "## Sets that were tried",
        "",
        *_table(core.together),
        "",
    ]
    return "\n".join(lines)


def in_words(core: Core) -> str:
    """How many are kept, what that costs, and what it does not show."""
    said = f"Of {len(core.kept) + len(core.not_needed)} mechanisms {len(core.kept)} are kept."
    if last := core.of_core:
        said += (
            f" Without the other {len(core.not_needed)} the log score of everything reported changes by"
            f" {last.gain:+.1f} \u00b1 {last.error:.1f}."
        )
    return (
        f"{said} What is not kept is not refuted: these answers do not need it. The core is the calibrated model with mechanisms switched"
        " off: it is not calibrated anew, and its score is of the runs it was chosen by."
    )


def _table(changes: list[Change] | tuple[Change, ...]) -> list[str]:
    rows = [f"| {' | '.join(cells_of(each))} |" for each in changes]
    return [f"| {' | '.join(HEADS)} |", "| --- |" + " ---: |" * (len(HEADS) - 1), *rows]


def cells_of(change: Change) -> tuple[str, ...]:
    """The cells of one row: what is switched off, the gain of each block and in all, and its error."""
    what = change.without[0] if len(change.without) == 1 else f"{len(change.without)} mechanisms"
    return (what, *(f"{change.by_block[block]:+.1f}" for block in BLOCKS), f"{change.gain:+.1f}", f"{change.error:.1f}")
