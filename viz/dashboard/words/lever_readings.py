"""Levers as a room understands them: in groups, with words at both ends, and how one stands in words and not as a bare number."""

from samvirke.model.levers import LEVERS
from samvirke.model.scenario import Lever
from samvirke.viz.dashboard.words.digits import in_digits
from samvirke.viz.dashboard.words.words import Words

Pair = tuple[str, str]
"""Danish, English."""

GROUPS: dict[Pair, tuple[str, ...]] = {
    ("Tiden efter bevillingen", "The time after the grant"): (
        "anchoring_start_month", "co_running", "share_of_hours_on_documentation",
    ),
    ("Samarbejdet", "Working together"): (
        "openness", "share_of_hours_on_relations", "structure", "shared_power", "agreement_detail", "agreement_revision_months",
        "share_of_grant_with_lead", "sparring_months", "differing_interests", "months_to_find_partners",
    ),
    ("Målet og aktiviteterne", "The goal and the activities"): (
        "formulation_months", "tailoring_months", "size_of_goal", "places",
    ),
    ("Nøglepersonerne", "The key persons"): (
        "handover_months", "second_person", "concentration_of_hours", "experience_at_start", "mandate_at_start",
    ),
    ("Frivillige og borgere", "Volunteers and citizens"): (
        "support_hours_per_volunteer", "share_of_personal_asks", "renewal_months", "share_of_outreach", "company_on_first_visits",
        "threshold", "invitation_by_interest", "input_acted_on",
    ),
}  # fmt: skip
ENDS: dict[str, tuple[Pair, Pair]] = {
    "openness": (("udskydes høfligt", "politely postponed"), ("tages altid op", "always spoken of")),
    "share_of_hours_on_relations": (("ingen timer", "no hours"), ("mange timer", "many hours")),
    "structure": (("uformelt", "informal"), ("helt fast", "fully fixed")),
    "shared_power": (("én bestemmer", "one decides"), ("alle er lige", "equal standing")),
    "agreement_detail": (("ingen aftale", "none"), ("alt er skrevet ned", "all spelled out")),
    "share_of_grant_with_lead": (("alt hos de andre", "all with the others"), ("alt hos den ledende", "all with the lead")),
    "differing_interests": (("ens", "alike"), ("modsatte", "opposed")),
    "co_running": (("slet ikke", "not at all"), ("hele tiden", "all the time")),
    "share_of_hours_on_documentation": (("ingen timer", "no hours"), ("mange timer", "many hours")),
    "second_person": (("slet ikke", "not at all"), ("fuldt ud", "fully")),
    "concentration_of_hours": (("delt", "shared"), ("alt på én", "all on one")),
    "experience_at_start": (("ingen", "none"), ("stor", "great")),
    "mandate_at_start": (("intet", "nothing"), ("alt", "everything")),
    "share_of_personal_asks": (("kun annoncer", "only advertising"), ("kun personligt", "only in person")),
    "share_of_outreach": (("kun åbne møder", "only open meetings"), ("kun opsøgende", "only outreach")),
    "company_on_first_visits": (("ingen", "nobody"), ("alle nye", "all newcomers")),
    "threshold": (("intet", "nothing"), ("meget", "much")),
    "invitation_by_interest": (("efter diagnose", "by diagnosis"), ("efter interesse", "by interest")),
    "input_acted_on": (("intet", "none"), ("alt", "all")),
}
"""What the lowest and the highest value are; where none stand here, the values themselves say it."""

SHARE = "share"
AT_REST: dict[str, Pair] = {
    "anchoring_start_month": ("ikke planlagt", "not planned"),
    "agreement_revision_months": ("aldrig", "never"),
    "renewal_months": ("ingen", "none"),
    "sparring_months": ("ingen", "none"),
}
"""What the lowest value of these is called."""


def stands(name: str, value: float, words: Words) -> str:
    """How a lever stands, in words: 70 of 100, 2 months, month 12, not planned."""
    lowest = LEVERS[name].low
    if name in AT_REST and lowest is not None and value <= lowest:
        return AT_REST[name][words.position]
    unit = LEVERS[name].unit
    number = in_digits(round(100.0 * value) if unit == SHARE else value, words)
    return words.lever_units[unit][value != 1].format(number=number)


def ends(name: str, lever: Lever, words: Words) -> tuple[str, str]:
    """What its ends mean."""
    if name in ENDS:
        low, high = ENDS[name]
        return low[words.position], high[words.position]
    return stands(name, lever.low, words), stands(name, lever.high, words)


def price(name: str, lever: Lever, words: Words) -> str:
    """What turning it costs; empty where no price is declared."""
    unit = words.lever_price_of[LEVERS[name].unit]
    if lever.cost_hours_per_month:
        return f"{words.lever_cost_hours.format(hours=in_digits(lever.cost_hours_per_month, words))} {unit}"
    return f"{words.lever_cost_dkk.format(dkk=in_digits(lever.cost_dkk, words))} {unit}" if lever.cost_dkk else ""


def grouped(names: list[str]) -> list[tuple[Pair, list[str]]]:
    """The levers of a scenario in groups; groups with none are left out."""
    found = [(title, [name for name in members if name in names]) for title, members in GROUPS.items()]
    return [(title, members) for title, members in found if members]
