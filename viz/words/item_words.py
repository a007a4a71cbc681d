"""What the questions are called on a page, in Danish and English: short names of ours, not the questionnaire's wording."""

from collections.abc import Sequence

from samvirke.analysis.calibration.targets import AT_THE_END, Target
from samvirke.model.items import ITEMS, SCALES

ITEM_NAMES: dict[str, tuple[str, str]] = {
    "shared_understanding_of_goals": ("Fælles forståelse af målene", "Shared understanding of the goals"),
    "shared_value_base": ("Fælles værdigrundlag", "Shared values"),
    "joint_decisions": ("Fælles beslutninger", "Joint decisions"),
    "all_partners_invested": ("Alle partnere har investeret", "All partners have invested"),
    "trust_between_partners": ("Tillid mellem partnerne", "Trust between the partners"),
    "good_communication": ("God kommunikation", "Good communication"),
    "knowledge_for_continuation": ("Viden at bygge videre på", "Knowledge to build on"),
    "all_partners_engaged_with_ownership": ("Alle er engagerede og har ejerskab", "All are engaged, with ownership"),
    "all_seven_c_high": ("Alle syv C'er høje", "All seven C's high"),
    "at_least_six_of_seven_c_high": ("Mindst seks af syv C'er høje", "At least six of seven C's high"),
    "synergy": ("Synergi", "Synergy"),
    "benefit_exceeds_cost": ("Udbyttet overstiger indsatsen", "Gains exceed costs"),
    "overall_functioning": ("Partnerskabets funktion i det hele", "How the partnership works overall"),
    "activity_quality": ("Aktiviteternes kvalitet", "Quality of the activities"),
    "goal_attainment": ("Målopfyldelse", "Goal attainment"),
    "roles_clearly_defined": ("Klare roller", "Clear roles"),
    "differing_interests": ("Forskellige interesser", "Differing interests"),
    "felt_need_for_partnership": ("Behov for partnerskabet", "Need for the partnership"),
    "time_for_collaboration": ("Tid til samarbejdet", "Time for collaboration"),
    "written_agreement": ("Skriftlig aftale", "Written agreement"),
    "access_to_arenas": ("Adgang til målgruppens arenaer", "Access to the target group's arenas"),
    "activities_tailored_locally": ("Aktiviteter tilpasset lokalt", "Activities tailored locally"),
    "difficulty_recruiting_target_group": ("Svært at rekruttere målgruppen", "Hard to recruit the target group"),
    "key_person_turnover_so_far": ("Nøgleperson udskiftet", "Key person replaced"),
    "possible_to_raise_resources": ("Muligt at rejse ressourcer", "Possible to raise resources"),
    "future": ("Hvad der sker, når bevillingen slutter", "What happens when the grant ends"),
    "adjusts_constellation": ("Tilpasser kredsen af partnere", "Adjusts who takes part"),
    "adjusts_activities": ("Tilpasser aktiviteterne", "Adjusts the activities"),
    "collaboration_type": ("Samarbejdsform", "Type of collaboration"),
    "partners_gained_value": ("Partnerne har fået værdi", "Partners gained value"),
    "disagreement_or_conflict": ("Uenighed eller konflikt", "Disagreement or conflict"),
    "different_priorities_discussed": ("Forskellige prioriteringer drøftes", "Differing priorities are discussed"),
}
"""Danish, English."""

ASKED_AGAIN = ("benefit_exceeds_cost", "activity_quality", "key_person_turnover_so_far")
MONTH = {"da": ", måned {month}", "en": ", month {month}"}
GIVEN = {"da": " · blandt dem med: {given}", "en": " · among those with: {given}"}
AMONG: dict[tuple[str, tuple[int, ...]], tuple[str, str]] = {
    ("all_seven_c_high", (1,)): (
        " · blandt partnerskaber, hvor alle syv C'er er høje",
        " · among partnerships where all seven C's are high",
    ),
    ("all_seven_c_high", (0,)): (
        " · blandt partnerskaber, hvor ikke alle syv C'er er høje",
        " · among partnerships where not all seven C's are high",
    ),
    ("future", (1,)): (" · blandt dem, der fortsatte i tilpasset form", " · among those that went on, adjusted"),
    ("goal_attainment", (4, 5)): (
        " · blandt dem med høj eller meget høj målopfyldelse",
        " · among those with high or very high goal attainment",
    ),
}
"""Conditions said as one would: Danish, English."""
Condition = tuple[str, tuple[int, ...]] | None


def item_name(item: str, language: str) -> str:
    """A question's short name."""
    danish, english = ITEM_NAMES[item]
    return danish if language == "da" else english


def label_of(scale: str, code: int, language: str) -> str:
    """One answer in words."""
    labels = SCALES[scale].labels_da if language == "da" else SCALES[scale].labels_en
    return labels[code - SCALES[scale].first].replace("ended_", "ended, ").replace("ophørt", "ophører").replace("_", " ")


def answers_in_words(item: str, codes: Sequence[int], language: str) -> str:
    """Answers in words: one, or from the first to the last where several stand side by side."""
    labels = [label_of(ITEMS[item].scale, code, language) for code in sorted(codes)]
    return labels[0] if len(labels) == 1 else f"{labels[0]} – {labels[-1]}"


def question_title(item: str, month: str, given: Condition, language: str) -> str:
    """What was asked, when if it was asked more than once, and of whom if not of all."""
    when = MONTH[language].format(month=month) if item in ASKED_AGAIN and month != AT_THE_END else ""
    return f"{item_name(item, language)}{when}{_condition(given, language)}"


def row_label(target: Target, language: str) -> str:
    """What a reported percentage counts."""
    title = question_title(target.item, target.month, None, language)
    counted = "" if target.codes == (1,) and ITEMS[target.item].scale == "yesno" else _what_counts(target, language)
    return f"{title}{counted}{_condition(target.given, language)}"


def _what_counts(target: Target, language: str) -> str:
    return f": {answers_in_words(target.item, target.codes, language)}"


def _condition(given: Condition, language: str) -> str:
    if given is None:
        return ""
    item, codes = given[0], tuple(sorted(given[1]))
    if (item, codes) in AMONG:
        return AMONG[item, codes][language != "da"]
    words = f"{item_name(item, language)}: {answers_in_words(item, codes, language)}"
    return GIVEN[language].format(given=words[0].lower() + words[1:])
