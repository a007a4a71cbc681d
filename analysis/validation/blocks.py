"""The questions in blocks, each of which is left out in its turn: items that share what they are about."""

from collections.abc import Sequence

from samvirke.analysis.calibration.likelihood import Question

BLOCKS: dict[str, tuple[str, ...]] = {
    "goals_and_values": ("shared_understanding_of_goals", "shared_value_base", "joint_decisions"),
    "trust_and_communication": ("trust_between_partners", "good_communication"),
    "ownership_and_investment": ("all_partners_invested", "all_partners_engaged_with_ownership"),
    "learning": ("knowledge_for_continuation", "partners_gained_value"),
    "seven_together": ("all_seven_c_high", "at_least_six_of_seven_c_high"),
    "synergy": ("synergy",),
    "gain_and_cost": ("benefit_exceeds_cost",),
    "quality_and_attainment": ("overall_functioning", "activity_quality", "goal_attainment"),
    "roles_and_need": ("roles_clearly_defined", "felt_need_for_partnership"),
    "arenas": ("access_to_arenas", "difficulty_recruiting_target_group"),
    "turnover": ("key_person_turnover_so_far",),
    "money": ("possible_to_raise_resources",),
    "endings": ("future", "adjusts_constellation", "adjusts_activities"),
    "how_they_work": (
        "collaboration_type", "activities_tailored_locally", "differing_interests", "time_for_collaboration", "written_agreement",
        "disagreement_or_conflict", "different_priorities_discussed",
    ),
}  # fmt: skip
"""A partition of all items; nothing stands twice, and a block none of whose items is fitted is not left out."""

BLOCK_OF: dict[str, str] = {item: block for block, items in BLOCKS.items() for item in items}


def places_of_blocks(questions: Sequence[Question]) -> dict[str, list[int]]:
    """Where each block's questions stand among these; only blocks that have some."""
    places = {block: [at for at, each in enumerate(questions) if BLOCK_OF[each.item] == block] for block in BLOCKS}
    return {block: found for block, found in places.items() if found}
