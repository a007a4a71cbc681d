"""What a picture of differences says, in Danish and English."""

from dataclasses import dataclass

from samvirke.analysis.comparison.texts import COUNT, SHARE, SMALL_STATE, STATE
from samvirke.analysis.run.not_a_verdict import OF_MANY


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in. `question`, `axis` and `ways` (less, more) by kind of measure."""

    question: dict[str, str]
    compared_with: str
    how_to_read: str
    of_chance: str
    order: dict[int, str]
    not_a_verdict: str
    no_difference: str
    axis: dict[str, str]
    ways: dict[str, tuple[str, str]]


ENGLISH = Words(
    question={
        SHARE: "Of 100 partnerships, how many more or fewer {words}?",
        COUNT: "How many more or fewer {words} per partnership?",
        STATE: "How much higher or lower is {words}, in points of 100?",
        SMALL_STATE: "How much higher or lower is {words}, on a scale of 0 to 1?",
    },
    compared_with="{scenario}. Compared with: {baseline} ({runs} pairs of lives).",
    how_to_read="Dot: the mean. Bar: 90 % of what the model holds plausible. Hollow and grey: either way, or hardly any difference.",
    of_chance="Dot: the mean. Bar: what chance leaves open of it, 90 % (all lives have one set of parameters).",
    order={1: "Best at the top.", 0: "Most at the top.", -1: "Best at the top."},
    not_a_verdict=OF_MANY["en"],
    no_difference="no difference",
    axis={
        SHARE: "of 100 partnerships",
        COUNT: "per partnership",
        STATE: "points of 100",
        SMALL_STATE: "on a scale of 0 to 1",
    },
    ways={SHARE: ("fewer", "more"), COUNT: ("fewer", "more"), STATE: ("lower", "higher"), SMALL_STATE: ("lower", "higher")},
)

DANISH = Words(
    question={
        SHARE: "Hvor mange flere eller færre af 100 partnerskaber {words}?",
        COUNT: "Hvor mange flere eller færre {words} pr. partnerskab?",
        STATE: "Hvor meget højere eller lavere er {words}, i point af 100?",
        SMALL_STATE: "Hvor meget højere eller lavere er {words}, på en skala fra 0 til 1?",
    },
    compared_with="{scenario}. Sammenlignet med: {baseline} ({runs} par af forløb).",
    how_to_read="Prik: gennemsnittet. Bjælke: 90 % af det, modellen finder muligt. Hul og grå: begge veje eller næsten ingen forskel.",
    of_chance="Prik: gennemsnittet. Bjælke: det, tilfældet lader stå åbent, 90 % (alle forløb har ét sæt parametre).",
    order={1: "Bedst øverst.", 0: "Mest øverst.", -1: "Bedst øverst."},
    not_a_verdict=OF_MANY["da"],
    no_difference="ingen forskel",
    axis={
        SHARE: "af 100 partnerskaber",
        COUNT: "pr. partnerskab",
        STATE: "point af 100",
        SMALL_STATE: "på en skala fra 0 til 1",
    },
    ways={SHARE: ("færre", "flere"), COUNT: ("færre", "flere"), STATE: ("lavere", "højere"), SMALL_STATE: ("lavere", "højere")},
)

LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}
