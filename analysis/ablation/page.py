"""The page about ablation: what each mechanism does when it is switched off, as a table and in words, in Markdown."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from samvirke.analysis.ablation.ablation import MEASURES, Ablation, shared_switches, without_a_switch
from samvirke.analysis.ablation.visible import DRAWS, Sight
from samvirke.analysis.measures import MEASURES as MEASURES_OF_ALL
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.neutral import switches
from samvirke.model.scenario import Scenario

STRONGEST = 5
NOWHERE: Mapping[str, Sight] = MappingProxyType({})
WHY_IDLE = {
    "X2": "nobody lets volunteers apply anew (lever renewal_months)",
    "X3": "nobody has outside sparring (lever sparring_months)",
    "X4": "all work in one place (lever places)",
}
"""Mechanisms that act through a lever which is off unless a scenario sets it."""
NOT_CALLED_ON = "nothing in this scenario uses it"


def ablation_page(
    scenario: Scenario, ablations: Sequence[Ablation], draws: int, seed: int, drawn_from: str, found: Mapping[str, Sight] = NOWHERE
) -> str:  # fmt: skip
    """The page in Markdown; `found` says where each mechanism is seen best, if that was looked for."""
    columns = columns_of(ablations)
    option = " --everywhere" if found else ""
    lines = [
        "# Ablation: each mechanism switched off",
        "",
        f"Made by `samvirke ablation {scenario.name} --draws {draws} --seed {seed}{option} --out docs/ablation.md`.",
        f"{scenario.title.en}: {draws} draws from {drawn_from}, one run each, with and without the mechanism under common random numbers.",
        "Mean change when it is **off**, ± half of its 90 % interval; bold where the interval is off zero. States are on a scale of 0",
        "to 100.",
        *_about_the_misfit(ablations),
        "",
        f"| {' | '.join(columns)} |",
        "| --- |" + " ---: |" * (len(columns) - 1),
        *(f"| {' | '.join(cells_of(each, '**'))} |" for each in ablations),
        "",
        *(f"{sentence}\n" for sentence in in_words(ablations)),
        *_where_each_is_seen(found),
        "What each claims, where that comes from, and the parameters that switch it:",
        "",
        *(_claim(each) for each in ablations),
        "",
    ]
    return "\n".join(lines)


def _where_each_is_seen(found: Mapping[str, Sight]) -> list[str]:
    """The table of where each mechanism is seen best; nothing if that was not looked for."""
    if not found:
        return []
    return [
        "## Where each is seen",
        "",
        *(f"{sentence}\n" for sentence in about_sights(found)),
        "| off | scenario | arm | measure | change | in standard deviations |",
        "| --- | --- | --- | --- | ---: | ---: |",
        *(
            f"| {each.mechanism} | {each.scenario} | {each.arm} | {MEASURES_OF_ALL[each.measure].label} |"
            f" {each.change:+.2f} ± {each.error:.2f} | {each.relative:+.2f} |"
            for each in sorted(found.values(), key=lambda each: each.mechanism)
        ),
        "",
    ]


def about_sights(found: Mapping[str, Sight]) -> list[str]:
    """How many mechanisms are visible somewhere, and which are not."""
    if not found:
        return []
    hidden = sorted(code for code, each in found.items() if not each.is_visible)
    return [
        f"{len(found) - len(hidden)} of {len(found)} mechanisms move a measure of a built-in scenario by a tenth of its standard deviation "
        f"between runs or by a point of 100; the table has the one that each moves furthest, with {DRAWS} draws.",
        f"Nowhere visible: {_listed(hidden)}.",
    ]


def _claim(ablation: Ablation) -> str:
    mechanism = MECHANISMS[ablation.mechanism]
    return f"- **{mechanism.code}** {mechanism.claim} ({'; '.join(mechanism.sources)}). Switched by {', '.join(ablation.parameters)}."


def columns_of(ablations: Sequence[Ablation]) -> list[str]:
    """The table's head; without reported figures there is no misfit."""
    return ["off", *MEASURES, *(["misfit (points)"] if ablations[0].misfit is not None else [])]


def cells_of(ablation: Ablation, bold: str = "") -> list[str]:
    """A mechanism's row; what is off zero stands between two `bold`."""
    changes = [_cell(mean, half, bold) for mean, half in ablation.changes.values()]
    return [ablation.mechanism, *changes, *([] if ablation.misfit is None else [f"{ablation.misfit:+.2f}"])]


def _cell(mean: float, half: float, bold: str) -> str:
    if np.isnan(mean):
        return "–"
    wording = f"{mean:+.2f} ± {half:.2f}"
    return f"{bold}{wording}{bold}" if abs(mean) > half else wording


def _about_the_misfit(ablations: Sequence[Ablation]) -> list[str]:
    if ablations[0].misfit is None:
        return []
    return [
        "The last column is the change of the mean absolute difference to the reported percentages that will be fitted: above 0 the",
        "mechanism helps the fit.",
    ]


def in_words(ablations: Sequence[Ablation]) -> list[str]:
    """The table in sentences: which mechanisms matter most, which have no effect and why, which cannot be told apart."""
    return [
        _those_that_move_most(ablations),
        _those_that_change_nothing(ablations),
        _those_not_significant(ablations),
        _those_with_the_same_switch(),
        _those_that_share(),
        f"Without a switch of their own: {_listed(without_a_switch())}.",
    ]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"


def _those_that_move_most(ablations: Sequence[Ablation]) -> str:
    ranked = sorted(ablations, key=lambda each: -each.strength)[:STRONGEST]
    wording = _listed([f"{each.mechanism} ({each.strength:.2f})" for each in ranked])
    how = "the mean over the measures of the size of the change, relative to the measure's standard deviation over draws"
    return f"The {STRONGEST} that move the measures most: {wording}. In brackets {how}."


def _those_that_change_nothing(ablations: Sequence[Ablation]) -> str:
    idle = [each.mechanism for each in ablations if each.changes_nothing]
    reasons = "; ".join(f"{code}: {WHY_IDLE.get(code, NOT_CALLED_ON)}" for code in idle)
    return f"Without any effect on these measures: {reasons or 'none'}."


def _those_not_significant(ablations: Sequence[Ablation]) -> str:
    small = [each.mechanism for each in ablations if each.is_not_significant]
    return f"With an effect not distinguishable from zero with so many draws: {_listed(small)}."


def _those_with_the_same_switch() -> str:
    same = [f"{one} and {other}" for one, other in shared_switches() if switches()[one] == switches()[other]]
    return f"Switched by the same parameters, so one effect under two names: {_listed(same)}."


def _those_that_share() -> str:
    pairs = [f"{one} and {other} ({', '.join(names)})" for (one, other), names in shared_switches().items()]
    return f"Pairs that share parameters, so their effects overlap: {_listed(pairs)}."
