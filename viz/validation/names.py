"""What models, blocks of questions, the seven C's, interventions and outcomes are called on the page, and how an interval is written."""

from samvirke.analysis.survey.questionnaire import label_of
from samvirke.analysis.validation.endings import CONTINUES, SOMETHING_LEFT
from samvirke.model.agents.partnership import FUTURES
from samvirke.model.language import N_, Language

MODEL_NAMES: dict[str, str] = {
    "posterior": N_("this model"),
    "margins_only": N_("the reported margins alone"),
    "no_identity": N_("this model, not knowing which partnership it is"),
    "left_out": N_("this model"),
    "prior": N_("this model before the data"),
    "saturated": N_("the reported shares themselves"),
    "scale_mean": N_("mean of all items of the scale"),
    "other_items": N_("mean of the scale's other items"),
    "uniform": N_("all answers equally likely"),
    "no_differences": N_("the model without differences between partnerships"),
    "no_differences_freer_answers": N_("the same with wider bounds on answer noise"),
    "luck": N_("endings assigned at random"),
    "literature": N_("rates from the literature"),
    "persistence": N_("same answer as the first time"),
}
BLOCK_NAMES: dict[str, str] = {
    "goals_and_values": N_("goals and values"),
    "trust_and_communication": N_("trust and communication"),
    "ownership_and_investment": N_("ownership and investment"),
    "learning": N_("learning"),
    "seven_together": N_("the seven C's together"),
    "synergy": N_("synergy"),
    "gain_and_cost": N_("gain and cost"),
    "quality_and_attainment": N_("quality and attainment"),
    "roles_and_need": N_("roles and need"),
    "arenas": N_("arenas"),
    "turnover": N_("turnover"),
    "money": N_("money"),
    "endings": N_("endings"),
    "how_they_work": N_("how they work"),
}
C_NAMES: dict[str, str] = {
    "purpose": N_("purpose"),
    "congruency": N_("congruency"),
    "value": N_("value"),
    "connection": N_("connection"),
    "communication": N_("communication"),
    "learning": N_("learning"),
    "commitment": N_("commitment"),
    "synergy": N_("synergy"),
}
MOVE_NAMES: dict[str, str] = {
    "trust": N_("Trust: where it starts, how fast it grows, what it loses"),
    "trust_at_first": N_("First trust alone"),
    "money": N_("Money raised"),
    "applications": N_("Applications granted alone"),
    "host": N_("Hosts for the activities"),
    "early_anchoring": N_("Anchoring from month 12, not 33"),
}
OUTCOME_NAMES: dict[str, str] = {
    CONTINUES: N_("continue, unchanged or adjusted"),
    SOMETHING_LEFT: N_("something is left"),
}


def outcome_name(outcome: str, language: Language) -> str:
    """An ending, or several together, in words."""
    if outcome in FUTURES:
        return label_of("future4", FUTURES.index(outcome), language.code)
    return language.gettext(OUTCOME_NAMES[outcome])


def interval(low: float, high: float, language: Language, decimals: int = 0) -> str:
    """From one figure to another; with a dash only where it cannot be taken for a minus."""
    ends = language.number(low, decimals), language.number(high, decimals)
    if low != low or round(low, decimals) >= 0:
        return "–".join(ends)
    return language.gettext("{low} to {high}", low=ends[0], high=ends[1])
