"""Levers as a room understands them: in groups, with words at both ends, and how one stands in words and not as a bare number."""

from samvirke.model.language import Language
from samvirke.model.levers import LEVERS
from samvirke.model.scenario import Lever
from samvirke.viz.dashboard.words.names import in_digits, of_pair

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


def stands(name: str, value: float, language: Language) -> str:
    """How a lever stands, in words: 70 of 100, 2 months, month 12, not planned."""
    lowest, unit = LEVERS[name].low, LEVERS[name].unit
    if name in AT_REST and lowest is not None and value <= lowest:
        return of_pair(AT_REST[name], language)
    if unit == SHARE:
        return language.gettext("{number} of 100", number=language.number(100.0 * value))
    return _amount(unit, 1 if value == 1 else 2, in_digits(value, language), language)


def _amount(unit: str, one_or_several: int, number: str, language: Language) -> str:
    """So many of a unit."""
    said = language.ngettext
    return {
        "months": said("{n} month", "{n} months", one_or_several, n=number),
        "month": language.gettext("month {month}", month=number),
        "hours per month": said("{n} hour", "{n} hours", one_or_several, n=number),
        "ratio": said("{n} time", "{n} times", one_or_several, n=number),
        "places": said("{n} place", "{n} places", one_or_several, n=number),
    }[unit]


def ends(name: str, lever: Lever, language: Language) -> tuple[str, str]:
    """What its ends mean."""
    if name in ENDS:
        low, high = ENDS[name]
        return of_pair(low, language), of_pair(high, language)
    return stands(name, lever.low, language), stands(name, lever.high, language)


def price(name: str, lever: Lever, language: Language) -> str:
    """What turning it costs; empty where no price is declared."""
    _, unit = language.gettext, LEVERS[name].unit
    if lever.cost_hours_per_month:
        cost = _("{hours} working hours a month", hours=in_digits(lever.cost_hours_per_month, language))
    elif lever.cost_dkk:
        cost = language.kroner(lever.cost_dkk)
    else:
        return ""
    return {
        SHARE: _("costs up to {cost}", cost=cost),
        "months": _("each month costs about {cost}", cost=cost),
        "month": _("each month costs about {cost}", cost=cost),
        "hours per month": _("each hour costs about {cost}", cost=cost),
        "ratio": _("each time as much costs about {cost}", cost=cost),
        "places": _("each place costs about {cost}", cost=cost),
    }[unit]


def grouped(names: list[str]) -> list[tuple[Pair, list[str]]]:
    """The levers of a scenario in groups; groups with none are left out."""
    found = [(title, [name for name in members if name in names]) for title, members in GROUPS.items()]
    return [(title, members) for title, members in found if members]
