"""Who is who in a partnership, as a reader would say it: the coordinator, association 3, the key person from association 3."""

from dataclasses import dataclass
from typing import Any

from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.agents.organisation import SECTORS
from samvirke.model.events import RECORDED_KINDS, WORDS
from samvirke.model.language import N_, Language

SECTOR_NAMES: dict[str, str] = {
    "municipality": N_("municipality"),
    "region_state_health": N_("region or health service"),
    "civil_society": N_("association"),
    "interest_org": N_("interest organisation"),
    "company": N_("company"),
    "research_education": N_("education or research body"),
    "housing": N_("housing organisation"),
}
MOTIVES: dict[str, str] = {
    "commitment": N_("its commitment"),
    "trust": N_("its trust in the others"),
    "expected gain": N_("the gain it expects"),
    "backing": N_("how far its management stands behind it"),
    "money": N_("whether there is money for afterwards"),
    "felt need": N_("how much it needs the others"),
    "ownership": N_("its ownership"),
    "cost": N_("what it costs"),
    "stake": N_("how near the theme is to its own task"),
    "luck": N_("mostly chance"),
    "conflict": N_("the conflict among the partners"),
    "other tasks": N_("that other tasks take its hours"),
    "papers": N_("the paperwork"),
}
END_REASONS: dict[str, str] = {
    "alive": N_("it goes on"),
    "too_few_partners_wanted_to_go_on": N_("too few partners wanted to go on"),
    "nobody_to_lead": N_("there was nobody to lead it"),
    "no_money_and_too_few_hours": N_("there was no money and there were too few hours"),
    "partners_left_before_the_end": N_("partners had left before the end of the grant"),
    "faded_after_the_grant": N_("it faded after the grant"),
    "goal_met_or_daily_operation": N_("the goal was met, or daily operation had taken over"),
    "too_few_hours_before_the_end": N_("there had long been too few hours, before the end of the grant"),
    "too_little_trust_before_the_end": N_("there had long been too little trust, before the end of the grant"),
    "members_lost_heart_before_the_end": N_("its members had long wanted it too little, before the end of the grant"),
}
FUTURE_CLAUSES: dict[str, str] = {
    "continues_unchanged": N_("it continues unchanged"),
    "continues_adjusted": N_("it continues, adjusted"),
    "ended_activities_continue": N_("it ends, but activities go on"),
    "ended": N_("it ends altogether"),
}
PROVOCATIONS: dict[str, str] = {
    "unspoken tension": N_("differing interests that were not talked about"),
    "stakes": N_("how much was at stake"),
    "too little time": N_("too little time"),
    "a broken promise": N_("a promise that was not kept"),
}
HOSTS: dict[str, str] = {
    "none": N_("nobody"),
    "association_outside": N_("an association outside the partnership"),
    "new_association": N_("a new association, with a coordinator lent by the municipality"),
    "volunteers_themselves": N_("the volunteers themselves"),
    "social_enterprise": N_("a social enterprise"),
    "other_project": N_("another project"),
}
CAUSES: dict[str, str] = {
    "goes_on": N_("it goes on"),
    "dropped": N_("the partnership has no hours left for it"),
    "no_host": N_("nobody will carry it on"),
    "no_host_in_time": N_("no host was found in time"),
    "given_up": N_("those who ran it give it up"),
    "nobody_ran_it": N_("nobody has run it for months"),
    "nobody_came": N_("hardly anybody has come for months"),
}
LISTED = {"motive": MOTIVES, "reason": END_REASONS, "future": FUTURE_CLAUSES, "host": HOSTS, "cause": CAUSES, "provocation": PROVOCATIONS}
"""What an event can name besides members: why, and what is declared."""


@dataclass(frozen=True)
class Who:
    """The members of one partnership, laid out in `template` as the only one, in one language."""

    template: Any
    language: Language

    def subject(self, event: Any) -> str:
        """Whom an event happened to."""
        return self.called(RECORDED_KINDS[event["kind"]].subject, int(event["subject"]))

    def other(self, event: Any) -> str:
        """Whom else it concerns, or why; empty for nobody."""
        return self.called(RECORDED_KINDS[event["kind"]].other, int(event["other"])) if event["other"] >= 0 else ""

    def called(self, sort: str, number: int) -> str:
        """One of a sort by its number within the partnership, from 0."""
        if sort in LISTED:
            return self.language.gettext(LISTED[sort][WORDS[sort][number]])
        by_sort = {"organisation": self.organisation, "key person": self.key_person, "activity": self.activity}
        return by_sort[sort](number) if sort in by_sort else ""

    def organisation(self, number: int) -> str:
        """A member: its sector and its number in the tables."""
        sector = SECTORS[int(self.template.organisations[number].sector)]
        return self.language.gettext("{sector} {number}", sector=self.language.gettext(SECTOR_NAMES[sector]), number=number + 1)

    def key_person(self, number: int) -> str:
        """A holder of a seat; the first seat is the coordinator's."""
        _, (seat, generation) = self.language.gettext, divmod(number, GENERATIONS_PER_SEAT)
        organisation = self.organisation(int(self.template.seats[seat].organisation))
        person = _("the key person from {organisation}", organisation=organisation) if seat else _("the coordinator")
        return _("{person} (no. {number} on the post)", person=person, number=generation + 1) if generation else person

    def activity(self, number: int) -> str:
        """An activity by its number."""
        return self.language.gettext("activity {number}", number=number + 1)
