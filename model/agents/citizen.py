"""The citizen: unaware, contacted, participating, lapsed or volunteering; one person whatever she does."""

from samvirke.model.arithmetic import share
from samvirke.model.fields import Field, code, count, flag, index, month_of
from samvirke.model.rule import rule

STAGES = ("unaware", "contacted", "participating", "lapsed", "volunteer")
UNAWARE, CONTACTED, PARTICIPATING, LAPSED, VOLUNTEERING = range(5)
PARTS_OF_HINDRANCE = 2.0  # threshold and stigma count alike: assumed

CITIZEN_FIELDS: tuple[Field, ...] = (
    index("partnership", "the partnership whose place she lives in"),
    index("volunteer", "her row among the volunteers, if she could ever become one; -1 if not"),
    code("stage", "where she is", STAGES),
    flag("in_target_group", "the offer is meant for her"),
    flag("vulnerable", "she has few resources"),
    flag("ever_participated", "she has taken part at least once"),
    month_of("joined_month", "month in which she last joined"),
    count("months_participated", "months in which she took part", "months"),
    Field("resources", "strength, time, money, health (0 vulnerable, 1 plenty)"),
    Field("trust_in_offer", "how much she trusts the offer and who stands behind it"),
    Field("stigma", "how much she fears to be marked by taking part"),
    Field("network", "how many she knows and could bring"),
    Field("wellbeing", "how she is doing"),
    Field("wellbeing_at_start", "how she did in the first month"),
    Field("network_at_start", "her network in the first month"),
    Field("response", "how much taking part does for her: below 0.5 little, and for some it does harm"),
    count("took_part_month", "last month in which she took part; 0 if she never has", "month"),
)


@rule
def chance_of_joining(trust: float, threshold: float, stigma: float, company: float, quality: float) -> float:
    """Chance per month that a contacted citizen joins: a good offer she trusts, less what stands in the way [C2].

    Threshold and stigma stand in the way, company on the first visits takes their part away.
    """
    hindrance = (threshold + stigma) / PARTS_OF_HINDRANCE * (1.0 - company)
    return share(trust * quality * (1.0 - hindrance))


@rule
def chance_of_lapsing(usual: float, threshold: float, quality: float, held_by_quality: float) -> float:
    """Chance per month that a participant stays away: more with a high threshold, less with a good offer that fits [C2]."""
    return share(usual * (1.0 + threshold) * (1.0 - held_by_quality * quality))
