"""What a summary says, in Danish and English: its titles, heads and labels by the English ones, and how to read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from samvirke.analysis.run.not_a_verdict import OF_MANY


@dataclass(frozen=True)
class Words:
    """The texts of one language; `labels` are those that differ from the English; what stands in braces is filled in."""

    labels: Mapping[str, str]
    title_of_month: str
    two_views: str
    shares: str
    people: str
    medians: str
    not_a_verdict: str
    not_reached: str
    of_runs: str
    yes: str
    no: str
    range: str
    thousands: str

    def label(self, english: str) -> str:
        """A title, head or label; an indent stays."""
        text = english.lstrip()
        title, comma, month = text.partition(", in month ")
        if comma:
            return self.title_of_month.format(title=self.labels.get(title, title), month=month)
        return english[: len(english) - len(text)] + self.labels.get(text, text)

    def number(self, value: float) -> str:
        """A whole number, thousands apart."""
        return f"{round(value):,}".replace(",", self.thousands)


ENGLISH = Words(
    labels={},
    title_of_month="{title}, in month {month}",
    two_views="As answered: by the contact person, 4 or 5 of 5. As it is: the state behind it, in the upper two fifths.",
    shares="Lives: in brackets how many of 100 such lives it is, as far as so many lives tell (90 %).",
    people="People: the median of {replicates} lives, and the range that holds 90 % of them.",
    medians="Each number is the median of {replicates} lives; in brackets the range that holds 90 % of them.",
    not_a_verdict=OF_MANY["en"],
    not_reached="not reached",
    of_runs="{number} of {replicates} lives ({low} to {high} of 100)",
    yes="yes",
    no="no",
    range="{low} to {high}",
    thousands=",",
)
DANISH = Words(
    labels={
        "When the grant ends": "Når bevillingen slutter",
        "High or very high": "Høj eller meget høj",
        "People": "Mennesker",
        "What ended partnerships, by the end of the run": "Hvorfor partnerskaber sluttede, inden simuleringen er forbi",
        "as declared": "erklæret",
        "a year later": "et år efter",
        "as answered": "som svaret",
        "as it is": "som det er",
        "continues": "fortsætter",
        "unchanged": "uændret",
        "adjusted": "tilpasset",
        "ended, activities continue": "sluttet, aktiviteter fortsætter",
        "ended": "sluttet",
        "not known: the run ends before": "vides ikke: simuleringen slutter før",
        "purpose": "formål",
        "congruency": "overensstemmelse",
        "value": "værdi",
        "connection": "forbindelse",
        "communication": "kommunikation",
        "learning": "læring",
        "commitment": "forpligtelse",
        "synergy": "synergi",
        "citizens reached": "borgere nået",
        "of them with few resources": "heraf med få ressourcer",
        "times a volunteer joined": "gange en frivillig kom til",
        "times a volunteer left": "gange en frivillig stoppede",
        "volunteers when the grant ends": "frivillige, når bevillingen slutter",
        "volunteers a year later": "frivillige et år efter",
        "too few partners wanted to go on": "for få partnere ville fortsætte",
        "nobody to lead": "ingen til at lede",
        "no money and too few hours": "ingen penge og for få timer",
        "partners left before the end": "partnere gik ud før slutningen",
        "faded after the grant": "ebbede ud efter bevillingen",
        "goal met or daily operation": "målet nået, eller blevet daglig drift",
    },
    title_of_month="{title}, i måned {month}",
    two_views="Som svaret: af kontaktpersonen, 4 eller 5 af 5. Som det er: tilstanden bag svaret, i de to øverste femtedele.",
    shares="Forløb: i parentes hvor mange af 100 sådanne forløb det er, så vidt så mange forløb kan sige det (90 %).",
    people="Mennesker: det midterste af {replicates} forløb, og det interval, der rummer 90 % af dem.",
    medians="Hvert tal er det midterste af {replicates} forløb; i parentes det interval, der rummer 90 % af dem.",
    not_a_verdict=OF_MANY["da"],
    not_reached="ikke nået",
    of_runs="{number} af {replicates} forløb ({low} til {high} af 100)",
    yes="ja",
    no="nej",
    range="{low} til {high}",
    thousands=".",
)
LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}
