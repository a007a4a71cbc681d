"""The glossary: what a word on the screen means, where it comes from, and how certain it is."""

from dataclasses import dataclass

from markupsafe import Markup

from samvirke.model.language import N_, Language
from samvirke.viz.dashboard.content.texts import part

USUALLY = N_(
    "Where it says “as above”: how fast things grow and fall is fitted to answers from 37 partnerships (Holt and others 2019); what the "
    "answers do not settle is judgement. Numbers are computed by the model: one run gives one number, another run another."
)
AS_ABOVE = N_("as above")
OF_THE_FILE = N_("In the scenario's file; the source of each number is on the page Evidence.")
OF_THE_RULES = N_("The model's rules; what each claims, and its source, is on the page Evidence.")
ON_EVIDENCE: dict[str, str] = {
    OF_THE_FILE: N_("In the scenario's file; the source of each number is further down."),
    OF_THE_RULES: N_("The model's rules; what each claims, and its source, is further down."),
}
"""Where the page Evidence has the details of a measure or term."""
THE_MODEL = N_("The model.")


@dataclass(frozen=True)
class Entry:
    """A word on the screen. `views` are where it is seen; `explains` the measures it is about; the rest is usually as above."""

    term: str
    meaning: str
    views: tuple[str, ...]
    source: str = AS_ABOVE
    certainty: str = AS_ABOVE
    explains: tuple[str, ...] = ()


GLOSSARY: tuple[Entry, ...] = (
    Entry(
        N_("Trust"), N_("How much the key persons rely on each other, as the mean over all ties. 0 is not at all, 100 is fully."),
        ("one", "all", "what-if"), explains=("trust",),
    ),
    Entry(
        N_("Tie"),
        N_("The relation between two key persons: how much they trust each other, and what each knows of the other's expectations."),
        ("one",), OF_THE_RULES,
    ),
    Entry(
        N_("Shared understanding"), N_("How close the key persons' views of the goal are to each other. 100 is identical."),
        ("one", "what-if"), explains=("shared_understanding",),
    ),
    Entry(
        N_("Unspoken disagreement"),
        N_("Disagreement that is not talked about. It grows in silence, and one day it may break out as a conflict."),
        ("one", "what-if"), explains=("tension",),
    ),
    Entry(
        N_("Conflict"),
        N_("When unspoken disagreement breaks out and everybody notices; it costs trust. In differences: how much disagreement and "
           "conflict the contact person notices, from 0 to 100."),
        ("one", "what-if"), explains=("conflict",),
    ),
    Entry(
        N_("Synergy"),
        N_("What the partners achieve together compared with working apart. 50 is just as much, 100 is three times as much, 0 is a third."),
        ("one", "what-if"), explains=("synergy",),
    ),
    Entry(
        N_("Goal attainment"),
        N_("How much of what was promised has been reached. 0 is nothing, 100 is everything. If part of the promise is given up, the rest "
           "counts."),
        ("what-if",), explains=("goal_attainment",),
    ),
    Entry(
        N_("Network, coordination, cooperation, samvirke"),
        N_("Four steps, each closer than the one before. Network: they know each other. Coordination: they adjust what they do to each "
           "other. Cooperation: they work together. Samvirke: they share goals, responsibility and decisions."),
        ("one",), OF_THE_RULES,
    ),
    Entry(
        N_("Key person"),
        N_("Who sits at the table for an organisation. When she leaves, trust and knowledge are lost, and the seat may stand empty."),
        ("one", "all", "what-if"), OF_THE_RULES, explains=("key_person_departures",),
    ),
    Entry(
        N_("Volunteers"), N_("Persons who help in the activities this month without pay."),
        ("one", "all", "what-if"), explains=("volunteers", "volunteers_at_grant_end"),
    ),
    Entry(
        N_("Citizens"),
        N_("Persons who take part in the activities this month. A dot in the picture stands for several citizens; how many is given below "
           "the picture. Citizens reached are all who have taken part at least once."),
        ("one", "all", "what-if"), explains=("participants", "citizens_reached"),
    ),
    Entry(
        N_("Citizens with few resources"),
        N_("Citizens short of strength, time, money or health. In differences they are called vulnerable."),
        ("one", "what-if"), explains=("vulnerable_reached",),
    ),
    Entry(
        N_("Activities"), N_("What the partnership offers to citizens. The number is how many are running this month."),
        ("one", "what-if"), explains=("activities",),
    ),
    Entry(
        N_("Hours"), N_("Working hours that the organisations put into the partnership in a month."),
        ("one", "what-if"), explains=("hours",),
    ),
    Entry(
        N_("Broken promise"), N_("In a month a partner gives noticeably fewer hours than it promised the others. It costs trust."),
        ("one",), OF_THE_RULES,
    ),
    Entry(
        N_("Promises given up"),
        N_("Every few months there is a review. If too little has been reached, the partnership gives up part of what it promised to do."),
        ("one",), OF_THE_RULES,
    ),
    Entry(
        N_("Anchoring"),
        N_("The work to make something last after the grant: applying for money, showing results, and finding somebody to carry the "
           "activities on."),
        ("one", "what-if"), OF_THE_RULES,
    ),
    Entry(
        N_("Go on and leave something behind"),
        N_("At the end of the grant a partnership says whether it goes on, unchanged or adjusted. It leaves something behind if it goes on "
           "itself or if an activity does. This is checked again one and three years later."),
        ("what-if",), OF_THE_RULES,
        explains=("continues", "something_left", "continues_a_year_later", "activity_alive_36_months"),
    ),
    Entry(
        N_("Bridge"),
        N_("Money for the time right after the grant, so that the partnership has time to find other funding."), ("what-if",), OF_THE_FILE,
    ),
    Entry(
        N_("Money received"), N_("The grant and other money, added up from the beginning."), ("one",), OF_THE_FILE,
        N_("The grant is reported or assumed, as stated there; whether more money comes depends on the work and on chance in the run."),
    ),
    Entry(
        N_("Seven signs of good collaboration"),
        N_("Seven traits of a collaboration that contact persons were asked about, in research called the seven C's. The bar shows how "
           "things are; the answer shows what the contact person said. The two may differ: she sees it from her own position."),
        ("one",),
        N_("The questions are those of the questionnaire in Holt and others 2019; the answer is the simulated contact person's."),
    ),
    Entry(
        N_("Run"),
        N_("One possible history of the partnership. The same number gives the same run; another number gives other random events."),
        ("one", "all", "what-if"), THE_MODEL, N_("One run is no prediction."),
    ),
    Entry(
        N_("Variant"), N_("The same partnership with one thing done differently, as described in the scenario (there called an arm)."),
        ("one", "all", "what-if"), OF_THE_FILE, N_("What a variant costs is assumed."),
    ),
    Entry(
        N_("Lever"), N_("Something the partnership itself can do differently."), ("what-if",), OF_THE_FILE, N_("Prices are assumptions."),
    ),
    Entry(
        N_("Of 100 partnerships"),
        N_("250 runs, counted as 100, computed twice with the same random events: without the levers and with them."),
        ("what-if",), OF_THE_RULES,
        N_("The range in the sentence is a 90 % interval: it includes both chance and uncertainty about the model's numbers."),
    ),
    Entry(
        N_("Reported and simulated"),
        N_("Reported: what real contact persons answered. Simulated: what the model's contact persons answer to the same question."),
        ("survey",), N_("The source is under each question."),
        N_("Reported: a few answers (n) can move a bar. Simulated: the survey 60 times in all partnerships; the black line shows "
           "where the bar's last part begins in 90 of 100 of them."),
    ),
)  # fmt: skip


def glossary_markup(language: Language, view: str = "") -> Markup:
    """The terms of a view, or all (for the page Evidence), as a table. A remark that holds for most stands once, above it."""
    entries = [each for each in GLOSSARY if not view or view in each.views]
    rows = [
        (each.term, each.meaning, each.source if view else ON_EVIDENCE.get(each.source, each.source), each.certainty) for each in entries
    ]
    usual = USUALLY if any(AS_ABOVE in row for row in rows) else ""
    return part("evidence.jinja", "glossary", language, rows=rows, usual=usual)


def folded(language: Language, view: str) -> Markup:
    """The same, folded under what it explains."""
    return part("evidence.jinja", "folded", language, inside=glossary_markup(language, view))
