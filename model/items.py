"""The questionnaire's items: what 0 and 1 mean, on which scale they are answered, and whether there is a desirable pole.

Names are those of the reported figures (Holt and others 2019, *Partnerskaber på folkesundhedsområdet*). The labels are the
scales' own steps; their wording here is ours.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """An answering scale: the codes of its steps are `first`, `first` + 1 …; `labels` in the same order, as in files and tables.

    `wording` are the labels as a reader reads them, where tables have names.
    """

    name: str
    first: int
    labels: tuple[str, ...]
    wording: tuple[str, ...] = ()

    @property
    def codes(self) -> range:
        """The integer answers it allows."""
        return range(self.first, self.first + len(self.labels))

    @property
    def words(self) -> tuple[str, ...]:
        """Its answers for a reader, in the order of the codes: messages of the context `answer`."""
        return self.wording or self.labels


SCALES: dict[str, Scale] = {
    scale.name: scale
    for scale in (
        Scale(
            "degree5", 1,
            ("not at all", "to a low degree", "to some degree", "to a high degree", "to a very high degree"),
        ),
        Scale(
            "agree5", 1,
            ("disagree", "mostly disagree", "neither agree nor disagree", "mostly agree", "fully agree"),
        ),
        Scale(
            "satisfaction5", 1,
            ("very dissatisfied", "dissatisfied", "neither", "satisfied", "very satisfied"),
        ),
        Scale("yesno", 0, ("no", "yes")),
        Scale("frequency4", 1, ("never", "rarely", "sometimes", "often")),
        Scale(
            "future4", 0,
            ("continues_unchanged", "continues_adjusted", "ended_activities_continue", "ended"),
            ("continues unchanged", "continues, adjusted", "ends, activities continue", "ends"),
        ),
        Scale(
            "collaboration4", 0,
            ("network", "coordination", "cooperation", "samvirke"),
        ),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One question. `latent` is a measure in 0-1 that is 0 as `zero` says and 1 as `one` says.

    `label` is its short name, of ours, not the questionnaire's wording; `zero` and `one` are messages of the context `answer`.
    `evaluative` items have a desirable pole, towards which respondents may shade: +1 the high end, -1 the low end, 0 factual.
    `counted` items are not asked but counted from other answers; `declared` items are asked at the grant's end only.
    """

    name: str
    label: str
    scale: str
    zero: str
    one: str
    evaluative: int = 1
    counted: bool = False
    declared: bool = False


ITEMS: dict[str, Item] = {
    item.name: item
    for item in (
        Item("shared_understanding_of_goals", "Shared understanding of the goals", "agree5",
             "views so far apart that nothing of the goal is shared", "all see the same goal"),
        Item("shared_value_base", "Shared values", "degree5",
             "interests far apart and unknown to each other", "alike, or known to each other"),
        Item("joint_decisions", "Joint decisions", "degree5",
             "one decides alone", "all take part in all decisions"),
        Item("all_partners_invested", "All partners have invested", "degree5",
             "no partner gives any of the hours it could", "every partner gives all of them"),
        Item("trust_between_partners", "Trust between the partners", "degree5",
             "no trust along any tie", "full trust along every tie"),
        Item("good_communication", "Good communication", "degree5",
             "nobody meets or knows what others expect", "all meet, are informed and know"),
        Item("knowledge_for_continuation", "Knowledge to build on", "degree5",
             "nothing learnt", "all learnt that there is to learn"),
        Item("all_partners_engaged_with_ownership", "All are engaged, with ownership", "degree5",
             "no member holds it to be its own", "every member does"),
        Item("all_seven_c_high", "All seven C's high", "yesno",
             "no", "yes", 0, counted=True),
        Item("at_least_six_of_seven_c_high", "At least six of seven C's high", "yesno",
             "no", "yes", 0, counted=True),
        Item("synergy", "Synergy", "degree5",
             "a third as much together as apart, or less", "three times as much together as apart, or more"),
        Item("benefit_exceeds_cost", "Gains exceed costs", "agree5",
             "all cost, no gain expected", "all gain, no cost"),
        Item("overall_functioning", "How the partnership works overall", "satisfaction5",
             "no contact, no clear role, open conflict", "full contact, clear roles, no conflict"),
        Item("activity_quality", "Quality of the activities", "satisfaction5",
             "worthless", "as good as can be"),
        Item("goal_attainment", "Goal attainment", "degree5",
             "nothing of what was promised for now", "all of it, on every goal"),
        Item("roles_clearly_defined", "Clear roles", "degree5",
             "nobody knows who does what", "everybody does"),
        Item("differing_interests", "Differing interests", "degree5",
             "alike", "opposed", 0),
        Item("felt_need_for_partnership", "Need for the partnership", "agree5",
             "no partner needs the others", "no partner could reach the goal alone", 0),
        Item("time_for_collaboration", "Time for collaboration", "degree5",
             "no hours for coordination", "all that the partnership's size demands", 0),
        Item("written_agreement", "Written agreement", "degree5",
             "none", "fully spelled out", 0),
        Item("access_to_arenas", "Access to the target group's arenas", "degree5",
             "no member reaches the target group", "the target group is reached where it is", 0),
        Item("activities_tailored_locally", "Activities tailored locally", "agree5",
             "not fitted to the place at all", "fully fitted", 0),
        Item("difficulty_recruiting_target_group", "Hard to recruit the target group", "yesno",
             "all reached that were promised for now", "nobody reached", 0),
        Item("key_person_turnover_so_far", "Key person replaced", "yesno",
             "no central key person has left", "at least one has", 0),
        Item("possible_to_raise_resources", "Possible to raise resources", "degree5",
             "no prospect of money for afterwards", "all that is needed is secured", 0),
        Item("future", "What happens when the grant ends", "future4",
             "nothing goes on", "all members and activities go on", 0, declared=True),
        Item("adjusts_constellation", "Adjusts who takes part", "yesno",
             "same members", "other members", 0, declared=True),
        Item("adjusts_activities", "Adjusts the activities", "yesno",
             "same activities", "other activities", 0, declared=True),
        Item("collaboration_type", "Type of collaboration", "collaboration4",
             "network", "samvirke", 0),
        Item("partners_gained_value", "Partners gained value", "degree5",
             "no partner expects any gain any more", "every partner gains on every count"),
        Item("disagreement_or_conflict", "Disagreement or conflict", "frequency4",
             "neither tension nor conflict", "open conflict every month", -1),
        Item("different_priorities_discussed", "Differing priorities are discussed", "degree5",
             "never spoken of", "spoken of by all, every month", 0),
    )
}  # fmt: skip
ITEM_NUMBER: dict[str, int] = {name: number for number, name in enumerate(ITEMS)}
WAVES_ASKED = "waves of the questionnaire, and last the declaration at the grant's end"

SEVEN_CS: dict[str, tuple[str, ...]] = {
    "purpose": ("shared_understanding_of_goals",),
    "congruency": ("shared_value_base", "joint_decisions"),
    "value": ("partners_gained_value",),
    "connection": ("all_partners_invested", "trust_between_partners"),
    "communication": ("good_communication",),
    "learning": ("knowledge_for_continuation",),
    "commitment": ("all_partners_engaged_with_ownership",),
}
