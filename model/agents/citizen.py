"""The citizen: unaware, contacted, participating, lapsed or volunteering; one person whatever she does."""

from samvirke.model.arithmetic import ratio, share
from samvirke.model.fields import Field, code, count, flag, index, month_of
from samvirke.model.rule import rule

STAGES = ("unaware", "contacted", "participating", "lapsed", "volunteer")
UNAWARE, CONTACTED, PARTICIPATING, LAPSED, VOLUNTEERING = range(5)
PARTS_OF_HINDRANCE = 2.0  # threshold and stigma count alike: assumed
MOST_ACQUAINTANCES = 4  # in each of two circles the one before and the one after her: assumed

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
    Field("response_of_network", "how much taking part does for her network: below 0.5 little, and for some it does harm"),
    index("acquaintance_0", "the citizen before her in her first circle of acquaintances; -1 for none"),
    index("acquaintance_1", "the citizen after her in her first circle of acquaintances; -1 for none"),
    index("acquaintance_2", "the citizen before her in her second circle of acquaintances; -1 for none"),
    index("acquaintance_3", "the citizen after her in her second circle of acquaintances; -1 for none"),
    count("acquaintances_there", "of her acquaintances those who take part, or serve as volunteers", "ties"),
    count("acquaintances_gone", "of her acquaintances those who have taken part and stay away", "ties"),
    flag("was_left_behind", "she took part when the last activity stopped"),
    count("took_part_month", "last month in which she took part; 0 if she never has", "month"),
    month_of("waits_since_month", "month since which she has waited to be matched with a volunteer; 9999 if she does not wait"),
    index("waits_after_her", "the citizen whose turn to be matched comes after hers; -1 for nobody"),
    index("her_volunteer", "the volunteer she is matched with; -1 for none"),
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


@rule
def heard_from_acquaintances(there: float, word_of_mouth: float) -> float:
    """Chance per month that a well-connected citizen hears of it from those of her acquaintances who take part [C4, W7]."""
    return word_of_mouth * there / MOST_ACQUAINTANCES


@rule
def company_to_go_in(offered: float, there: float, of_an_acquaintance: float) -> float:
    """Company on the first visits (0-1): what is offered, and an acquaintance who takes part to go with [C2, W7]."""
    return offered + of_an_acquaintance * (there > 0) * (1.0 - offered)


@rule
def chance_of_following(usual: float, there: float, gone: float, weight: float) -> float:
    """Chance per month that a participant stays away: higher, the larger the part of the acquaintances who came and have gone [W7]."""
    return share(usual * (1.0 + weight * ratio(gone, there + gone)))


@rule
def after_taking_part(level: float, effect: float) -> float:
    """Wellbeing or network after an effect: a gain is a part of what she lacks, harm a part of what she has [C7]."""
    return share(level + effect * (1.0 - level if effect > 0.0 else level))
