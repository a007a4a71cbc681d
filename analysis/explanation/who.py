"""Who is who in a partnership, as a reader would say it: the coordinator, association 3, the key person from association 3."""

from dataclasses import dataclass
from typing import Any

from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.agents.organisation import SECTORS
from samvirke.model.events import RECORDED_KINDS, WORDS


@dataclass(frozen=True)
class WhoWords:
    """The texts of one language; what stands in braces is filled in. `listed` are words for motives, reasons and futures."""

    sectors: dict[str, str]
    organisation: str
    coordinator: str
    of_another_seat: str
    later_holder: str
    activity: str
    listed: dict[str, dict[str, str]]


ENGLISH = WhoWords(
    sectors={
        "municipality": "municipality", "region_state_health": "region or health service", "civil_society": "association",
        "interest_org": "interest organisation", "company": "company", "research_education": "education or research body",
        "housing": "housing organisation",
    },
    organisation="{sector} {number}",
    coordinator="the coordinator",
    of_another_seat="the key person from {organisation}",
    later_holder="{person} (no. {number} on the post)",
    activity="activity {number}",
    listed={
        "motive": {
            "commitment": "its commitment", "trust": "its trust in the others", "expected gain": "the gain it expects",
            "backing": "how far its management stands behind it", "money": "whether there is money for afterwards",
            "felt need": "how much it needs the others", "ownership": "its ownership", "cost": "what it costs",
            "stake": "how near the theme is to its own task", "luck": "chance",
        },
        "reason": {
            "alive": "it goes on", "too_few_partners_wanted_to_go_on": "too few partners wanted to go on",
            "nobody_to_lead": "there was nobody to lead it",
            "no_money_and_too_few_hours": "there was no money and there were too few hours",
            "partners_left_before_the_end": "partners had left before the end of the grant",
            "faded_after_the_grant": "it faded after the grant",
            "goal_met_or_daily_operation": "the goal was met, or daily operation had taken over",
        },
        "future": {
            "continues_unchanged": "it continues unchanged", "continues_adjusted": "it continues, adjusted",
            "ended_activities_continue": "it ends, but activities go on", "ended": "it ends altogether",
        },
    },
)  # fmt: skip

DANISH = WhoWords(
    sectors={
        "municipality": "kommune", "region_state_health": "region eller sundhedsvæsen", "civil_society": "forening",
        "interest_org": "interesseorganisation", "company": "virksomhed", "research_education": "uddannelse eller forskning",
        "housing": "boligorganisation",
    },
    organisation="{sector} {number}",
    coordinator="koordinatoren",
    of_another_seat="nøglepersonen fra {organisation}",
    later_holder="{person} (nr. {number} på posten)",
    activity="aktivitet {number}",
    listed={
        "motive": {
            "commitment": "engagementet", "trust": "tilliden til de andre", "expected gain": "det ventede udbytte",
            "backing": "hvor meget ledelsen bakker op", "money": "om der er penge til tiden efter",
            "felt need": "hvor meget den har brug for de andre", "ownership": "ejerskabet", "cost": "hvad det koster",
            "stake": "hvor tæt temaet er på dens egen opgave", "luck": "tilfældigheder",
        },
        "reason": {
            "alive": "det fortsætter", "too_few_partners_wanted_to_go_on": "for få partnere ville fortsætte",
            "nobody_to_lead": "der var ingen til at lede det",
            "no_money_and_too_few_hours": "der var ingen penge og for få timer",
            "partners_left_before_the_end": "partnere var gået, før bevillingen sluttede",
            "faded_after_the_grant": "det sygnede hen efter bevillingen",
            "goal_met_or_daily_operation": "målet var nået, eller den daglige drift havde taget over",
        },
        "future": {
            "continues_unchanged": "partnerskabet fortsætter uændret", "continues_adjusted": "partnerskabet fortsætter i tilpasset form",
            "ended_activities_continue": "partnerskabet slutter, men aktiviteter fortsætter", "ended": "partnerskabet slutter helt",
        },
    },
)  # fmt: skip

LANGUAGES: dict[str, WhoWords] = {"en": ENGLISH, "da": DANISH}


@dataclass(frozen=True)
class Who:
    """The members of one partnership, laid out in `template` as the only one."""

    template: Any
    words: WhoWords

    def subject(self, event: Any) -> str:
        """Whom an event happened to."""
        return self.called(RECORDED_KINDS[event["kind"]].subject, int(event["subject"]))

    def other(self, event: Any) -> str:
        """Whom else it concerns, or why; empty for nobody."""
        return self.called(RECORDED_KINDS[event["kind"]].other, int(event["other"])) if event["other"] >= 0 else ""

    def called(self, sort: str, number: int) -> str:
        """One of a sort by its number within the partnership, from 0."""
        if sort in self.words.listed:
            return self.words.listed[sort][WORDS[sort][number]]
        by_sort = {"organisation": self.organisation, "key person": self.key_person, "activity": self.activity}
        return by_sort[sort](number) if sort in by_sort else ""

    def organisation(self, number: int) -> str:
        """A member: its sector and its number in the tables."""
        sector = self.words.sectors[SECTORS[int(self.template.organisations[number].sector)]]
        return self.words.organisation.format(sector=sector, number=number + 1)

    def key_person(self, number: int) -> str:
        """A holder of a seat; the first seat is the coordinator's."""
        seat, generation = divmod(number, GENERATIONS_PER_SEAT)
        organisation = self.organisation(int(self.template.seats[seat].organisation))
        person = self.words.of_another_seat.format(organisation=organisation) if seat else self.words.coordinator
        return self.words.later_holder.format(person=person, number=generation + 1) if generation else person

    def activity(self, number: int) -> str:
        """An activity by its number."""
        return self.words.activity.format(number=number + 1)
