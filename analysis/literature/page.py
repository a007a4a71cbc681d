"""The page about the literature: reported and simulated figures, and how they compare, in Markdown."""

import math

from samvirke.analysis.literature.literature import SIGN, Literature, Record, Result
from samvirke.analysis.literature.measures import PROCESS_AND_STRUCTURE, PROSPECTS, RESULTS

MOST_LEVERS = 8
FINE = ("correlation", "ratio")  # units that are written with two decimals


def literature_page(found: Literature, drawn_from: str, seed: int) -> str:
    """The page. `drawn_from` says in words where the draws come from."""
    lines = [
        "# Compared with the literature",
        "",
        f"Made by `samvirke literature --draws {found.draws} --seed {seed} --out docs/literature.md`: one run of the 37 partnerships",
        f"per draw from {drawn_from}. Nothing is fitted to these figures, but some priors were set with one of them in view; the notes",
        "below the table say which. A figure is *inside* where the simulated 90 % range reaches it. *Sign only*: the source gives a",
        "direction, and the check counts the draws in which the figure lies where it should; it holds when nine in ten do. *Another",
        "setting*: the two are shown side by side, but their difference alone is no evidence.",
        "",
        "| what | unit | reported | simulated, median | 90 % range | how they compare |",
        "| --- | --- | ---: | ---: | ---: | --- |",
        *(_row(each) for each in found.results),
        "",
        "## Sources and limits",
        "",
        *(_note(each) for each in found.results),
        "",
        "## Which practices go with trust",
        "",
        "Rank correlation over the partnerships between a practice and trust in the third year, median over draws, strongest first:",
        "",
        *(f"- {name}: {found.levers[name]:+.2f}" for name in _by_strength(found)[:MOST_LEVERS]),
        "",
        place_of_shared_power(found),
        "",
        "## What rises in the first year",
        "",
        "Share of the draws in which the mean over the partnerships rises significantly from month 1 to month 12:",
        "",
        f"- process and structure: {_shares(found, PROCESS_AND_STRUCTURE)}",
        f"- results: {_shares(found, RESULTS)}",
        f"- prospects, which begin at nothing: {_shares(found, PROSPECTS)}",
        "",
        "## Figures that no check uses",
        "",
        *(f"- {_cited(each)}: {each.quantity}{_wording(each)} (use: {each.use})" for each in found.unused),
        "",
    ]
    return "\n".join(lines)


def number(value: float, unit: str) -> str:
    """A figure with as many places as its unit deserves; a dash where there is none."""
    if math.isnan(value):
        return "–"
    return f"{value:.2f}" if unit.endswith(FINE) else f"{value:.1f}".removesuffix(".0")


def span(low: float, high: float, unit: str) -> str:
    """Two figures, or one where they are the same."""
    return number(low, unit) if low == high or math.isnan(low) else f"{number(low, unit)} to {number(high, unit)}"


def cells_of(result: Result) -> tuple[str, ...]:
    """What a row of the table says: what, unit, reported, median, 90 % range, how they compare."""
    check = result.check
    median, low, high = result.simulated
    reported = span(*(check.holds if check.kind == SIGN else result.reported), check.unit)
    simulated = number(median, check.unit), span(low, high, check.unit)
    return check.name, check.unit, reported.replace(" to inf", " and up"), *simulated, result.verdict


def place_of_shared_power(found: Literature) -> str:
    """The rank of shared power among the levers by its association with trust, in words."""
    ranked = _by_strength(found)
    return f"Shared power is number {ranked.index('shared_power') + 1} of {len(ranked)} practices in how closely it goes with trust."


def _row(result: Result) -> str:
    return f"| {' | '.join(cells_of(result))} |"


def _note(result: Result) -> str:
    sources = "; ".join(f"{_cited(each)}: {each.quantity}{_wording(each)}" for each in result.records)
    return f"- **{result.check.name}.** {sources}. Limits: {result.check.limits}."


def _cited(record: Record) -> str:
    where = ", ".join(each for each in (record.population, record.year) if each)
    return f"{record.source} ({where})" if where else record.source


def _wording(record: Record) -> str:
    if not record.value:
        return ""
    return f", {record.value}" if math.isnan(record.low) else f", {record.value} {record.unit}"


def _by_strength(found: Literature) -> list[str]:
    return sorted(found.levers, key=lambda name: -abs(found.levers[name]))


def _shares(found: Literature, names: tuple[str, ...]) -> str:
    return ", ".join(f"{name} {found.first_year[name]:.0%}" for name in names)
