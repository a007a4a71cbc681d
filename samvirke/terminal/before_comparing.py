"""What is said before many arms are lived: how many, about how long it takes, and how to name one."""

from samvirke.model.scenario import Scenario

SECONDS_PER_PARTNERSHIP_MONTH = 6e-6  # measured on two cores that others use too
MANY_ARMS = 6
SECONDS_OF_A_MINUTE = 60
ENOUGH_SECONDS = 20.0

WORDS = {
    "en": (
        "{arms} arms with {replicates} lives each: about {minutes} on two cores. One alone is quicker: "
        "samvirke compare {scenario} --arm {first} (samvirke check {scenario} lists them)"
    ),
    "da": (
        "{arms} varianter med {replicates} forløb hver: omkring {minutes} på to kerner. Én alene går hurtigere: "
        "samvirke compare {scenario} --arm {first} (samvirke check {scenario} nævner dem)"
    ),
}
MINUTES = {"en": ("half a minute", "1 minute", "{n} minutes"), "da": ("et halvt minut", "1 minut", "{n} minutter")}


def what_is_ahead(scenario: Scenario, arms: tuple[str, ...], replicates: int, typed: str, language: str) -> str:
    """The sentence; empty where it is few arms or soon done."""
    months = len(scenario.partnerships) * scenario.months
    seconds = (1 + len(arms)) * replicates * months * SECONDS_PER_PARTNERSHIP_MONTH
    if len(arms) < MANY_ARMS or seconds < ENOUGH_SECONDS:
        return ""
    return WORDS[language].format(
        arms=len(arms), replicates=replicates, minutes=_minutes(seconds, language), scenario=typed, first=arms[0],
    )  # fmt: skip


def _minutes(seconds: float, language: str) -> str:
    half, one, several = MINUTES[language]
    minutes = round(seconds / SECONDS_OF_A_MINUTE)
    if seconds < 0.75 * SECONDS_OF_A_MINUTE:
        return half
    return one if minutes <= 1 else several.format(n=minutes)
