"""The measures that arms are compared by: one number per life, with its unit, its better direction and its words.

Percentages are of partnerships; counts are per partnership; states are on a scale of 0 to 100.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from model.agents.partnership import CONTINUES_ADJUSTED, ENDED_ALTOGETHER, NOT_DECIDED
from model.ensemble import Lives
from model.items import ITEM_NUMBER

LAST_QUESTIONNAIRE = -2  # the last wave is the declaration
PERCENT = "percent of partnerships"
POINTS = "points on a scale of 0 to 100"


@dataclass(frozen=True)
class Measure:
    """One number per life (`of` gives runs), in `unit`. `better` is +1 where more is better, -1 where less is, 0 where neither.

    `words` say what one has more of, in Danish and English: "of 100 partnerships, 9 more ...".
    """

    name: str
    meaning: str
    unit: str
    better: int
    words: tuple[str, str]
    of: Callable[[Lives], Any]


def _share(name: str, meaning: str, better: int, words: tuple[str, str], holds: Callable[[Any], Any]) -> Measure:
    """Percent of partnerships of which something holds."""
    return Measure(name, meaning, PERCENT, better, words, lambda lives: 100.0 * holds(lives.partnerships).mean(axis=1))


def _per_partnership(name: str, meaning: str, unit: str, better: int, words: tuple[str, str], *, slots: bool = False) -> Measure:
    """Mean over partnerships of a column; citizen slots are counted as persons."""
    column = _COLUMNS.get(name, name)

    def of(lives: Lives) -> Any:
        persons = lives.world.scenario.population.persons_per_citizen if slots else 1.0
        return np.asarray(lives.partnerships[column], dtype=float).mean(axis=1) * persons

    return Measure(name, meaning, unit, better, words, of)


def _state(name: str, item: str, meaning: str, words: tuple[str, str], better: int = 1) -> Measure:
    """Mean over partnerships of an item's state at the last questionnaire."""

    def of(lives: Lives) -> Any:
        return 100.0 * lives.latent[:, :, LAST_QUESTIONNAIRE, ITEM_NUMBER[item]].mean(axis=1)

    return Measure(name, meaning, POINTS, better, words, of)


_COLUMNS = {
    "activities_alive_12_months": "activities_12_months_after",
    "activities_alive_36_months": "activities_36_months_after",
    "citizens_reached": "ever_participated",
    "vulnerable_reached": "vulnerable_ever_participated",
    "citizens_left_behind": "left_behind",
    "key_person_departures": "departures",
}

MEASURES: dict[str, Measure] = {
    measure.name: measure
    for measure in (
        _share("continues", "go on as a partnership when the grant ends, as declared", 1,
               ("fortsætter, når bevillingen slutter", "go on when the grant ends"),
               lambda rows: (rows["future"] >= 0) & (rows["future"] <= CONTINUES_ADJUSTED)),
        _share("something_left", "leave something behind when the grant ends: a partnership or an activity", 1,
               ("efterlader noget, når bevillingen slutter", "leave something behind when the grant ends"),
               lambda rows: (rows["future"] != ENDED_ALTOGETHER) & (rows["future"] != NOT_DECIDED)),
        _share("continues_a_year_later", "still a partnership 12 months after the grant", 1,
               ("er stadig partnerskaber et år efter", "are still partnerships a year later"),
               lambda rows: (rows["future_12_months"] >= 0) & (rows["future_12_months"] <= CONTINUES_ADJUSTED)),
        _share("activity_alive_36_months", "with an activity running 36 months after the grant", 1,
               ("har en aktivitet i gang tre år efter", "have an activity running three years later"),
               lambda rows: rows["activities_36_months_after"] > 0),
        _share("anchoring_in_time", "begin to work on what is left a year or more before the grant ends", 1,
               ("begynder forankringen mindst et år før", "begin anchoring at least a year before the end"),
               lambda rows: rows["anchoring_started_month"] <= rows["grant_end"] - 12),
        _per_partnership("activities_alive_12_months", "activities running 12 months after the grant", "activities per partnership", 1,
                         ("aktiviteter i gang et år efter", "activities running a year later")),
        _state("synergy", "synergy", "output together relative to apart; 50 is as much", ("synergien", "synergy")),
        _state("goal_attainment", "goal_attainment", "reached of what was promised", ("målopfyldelsen", "goal attainment")),
        _state("trust", "trust_between_partners", "mean trust between key persons", ("tilliden", "trust")),
        _state("shared_understanding", "shared_understanding_of_goals", "how near views of the goal are",
               ("den fælles målforståelse", "shared understanding of the goal")),
        _state("ownership", "all_partners_engaged_with_ownership", "mean ownership of the members", ("ejerskabet", "ownership")),
        _state("conflict", "disagreement_or_conflict", "disagreement and conflict as felt", ("konflikten", "conflict"), better=-1),
        _per_partnership("citizens_reached", "citizens who took part at least once", "persons per partnership", 1,
                         ("borgere nået", "citizens reached"), slots=True),
        _per_partnership("vulnerable_reached", "of them with few resources", "persons per partnership", 1,
                         ("sårbare borgere nået", "vulnerable citizens reached"), slots=True),
        _per_partnership("citizens_left_behind", "who still took part when the last activity stopped", "persons per partnership", -1,
                         ("borgere efterladt", "citizens left behind"), slots=True),
        _per_partnership("wellbeing_change", "mean change of wellbeing among those who took part", "points on a scale of 0 to 1", 1,
                         ("ændringen i trivsel", "the change of wellbeing")),
        _per_partnership("volunteers_peak", "most volunteers serving at once", "persons per partnership", 1,
                         ("frivillige på én gang", "volunteers at once")),
        _per_partnership("volunteers_at_grant_end", "volunteers serving when the grant ends", "persons per partnership", 1,
                         ("frivillige ved bevillingens slutning", "volunteers when the grant ends")),
        _per_partnership("volunteers_left", "times a volunteer stopped", "times per partnership", -1,
                         ("frivillige stoppet", "times a volunteer stopped")),
        _per_partnership("volunteers_12_months_after", "volunteers serving 12 months after the grant", "persons per partnership", 1,
                         ("frivillige et år efter", "volunteers a year later")),
        _per_partnership("key_person_departures", "key persons who left", "persons per partnership", -1,
                         ("nøglepersoner stoppet", "key persons who left")),
        _per_partnership("organisations_at_end", "members that go on when the grant ends", "organisations per partnership", 1,
                         ("organisationer, der fortsætter", "organisations that go on")),
        _per_partnership("hours_total", "hours its members gave in all", "hours per partnership", 0, ("timer i alt", "hours in all")),
    )
}  # fmt: skip


def measured(lives: Lives) -> Any:
    """All measures of some lives (runs x measures), in the order of MEASURES."""
    return np.stack([measure.of(lives) for measure in MEASURES.values()], axis=1)
