"""The rows of every table, structure only: who is there, who sits where, who meets whom."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import numpy as np

from samvirke.model.agents.key_person import GENERATIONS_PER_SEAT
from samvirke.model.agents.locality import places_of
from samvirke.model.agents.organisation import KINDS, SECTORS
from samvirke.model.agents.partnership import CONCEPTS, FORMATS, LEADS, LED_TOGETHER
from samvirke.model.fields import NEVER
from samvirke.model.parameters import REGISTRY, parameter_record
from samvirke.model.scenario.resolved import MONTHS_OF_A_YEAR, Arm, MemberOrganisation, PartnershipCase, Scenario
from samvirke.model.scenario.table import HIGHEST_NUMBER
from samvirke.model.scenario.values import VARIANTS
from samvirke.model.state import table

KIND_OF_SECTOR = {"municipality": "municipality", "civil_society": "ngo"}
LEAD_OF_SECTOR = {"municipality": "municipal", "civil_society": "voluntary"}
SEATS_IN_A_WORKING_GROUP = 6  # people meet those of their group and the coordinator: ties are to those one meets
MOST_ACTIVITIES = 6
MOST_REQUESTS = 12  # with so many unanswered nobody asks for more: assumed
KEYS_OF_NAMES = 2**31
GROUPS_OF_EVERYBODY = ("general_population", "adults")
RISK_IN_THE_FRAMING = {"positive": 0.0, "mixed": 0.5, "risk": 1.0}  # mixed is half of it: assumed


class Sharing:
    """Rows by the id that they share: who is who across partnerships."""

    def __init__(self) -> None:
        self.rows: dict[str, list[int]] = {}

    def before(self, name: str | None, row: int) -> int | None:
        """Add a row under its id; the last row before it with the same id, None for the first one and for a row without an id."""
        if name is None:
            return None
        rows = self.rows.setdefault(name, [])
        rows.append(row)
        return rows[-2] if len(rows) > 1 else None


def key_of_chance(name: str) -> int:
    """A key of chance that hangs on the id alone, above all numbers of partnerships: the same whoever else takes part."""
    return HIGHEST_NUMBER + 1 + crc32(name.encode()) % KEYS_OF_NAMES


def sectors_of_members(case: PartnershipCase) -> list[str]:
    """The sectors of the members in a fixed order: the lead's first, then as the sectors stand."""
    sectors = [str(sector) for sector in SECTORS for _ in range(case.members.get(sector, 0))]  # type: ignore[call-overload]
    sectors.remove(case.lead_sector)
    return [case.lead_sector, *sectors]


def sectors_of_candidates(case: PartnershipCase) -> list[str]:
    """The sectors of those who could be asked, as the sectors stand."""
    return [str(sector) for sector in SECTORS for _ in range(case.candidates.get(sector, 0))]  # type: ignore[call-overload]


def known_by_name(case: PartnershipCase) -> list[MemberOrganisation | None]:
    """For each member in its order the organisation it is, None where it is not named; who leads is the first of the lead's sector."""
    named: dict[str, list[MemberOrganisation]] = {}
    for each in sorted(case.organisations, key=lambda each: not each.lead):
        named.setdefault(each.sector, []).append(each)
    return [named[sector].pop(0) if named.get(sector) else None for sector in sectors_of_members(case)]


class Layout:
    """Collects the rows of every table while partnerships are laid out one after the other."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.rows: dict[str, list[dict[str, float]]] = {
            name: []
            for name in (
                "partnerships", "organisations", "legal_organisations", "seats", "key_persons", "relations", "ties", "volunteers",
                "citizens", "activities", "grants", "localities", "presences", "requests",
            )
        }  # fmt: skip
        self.same_organisation = Sharing()
        self.same_person = Sharing()
        self.locality_of: dict[str, int] = {}

    def parts(self, cases: Sequence[PartnershipCase], arm: Arm) -> dict[str, Any]:
        """All tables, filled with structure."""
        for case in cases:
            self._partnership(case, arm)
        parts: dict[str, Any] = {"clock": self._clock(), "parameters": parameter_record(), "policies": table("policies", len(cases))}
        return parts | {name: _filled(name, rows) for name, rows in self.rows.items()}

    def _structural(self, name: str) -> float:
        """A parameter that decides who there is: the scenario's value, or the default; the same in every arm and draw."""
        return self.scenario.parameters.get(name, REGISTRY[name].default)

    def _clock(self) -> Any:
        clock = table("clock", 1)
        clock[0].calendar_month = self.scenario.first_calendar_month
        clock[0].calendar_year = int(self.scenario.start[:4])
        for name, choices in VARIANTS.items():
            clock[0][name] = choices.index(self.scenario.variant.get(name, choices[0]))
        return clock

    def _partnership(self, case: PartnershipCase, arm: Arm) -> None:
        first = {name: len(rows) for name, rows in self.rows.items()}
        p = first["partnerships"]
        self._organisations(case, p)
        self._seats(case, p, first["organisations"], first["seats"])
        self._relations_and_ties(p, first["seats"])
        self._grants(case, arm, p)
        self._activities(p)
        self._volunteers_and_citizens(case, p)
        self._presences(case, p)
        self.rows["requests"] += [{"sent_month": NEVER} for _ in range(MOST_REQUESTS)]
        ends = [grant["end"] for grant in self.rows["grants"][first["grants"] :]]
        starts = [grant["start"] for grant in self.rows["grants"][first["grants"] :]]
        row: dict[str, float] = {
            "number": case.number,
            "lead": first["organisations"],
            "coordinator_seat": first["seats"],
            "lead_kind": LED_TOGETHER if case.shared_lead else LEADS.index(LEAD_OF_SECTOR.get(case.lead_sector, "other")),
            "has_municipality": int(case.members.get("municipality", 0) > 0),
            "citizen_facing": int(case.citizen_facing),
            "volunteer_based": int(case.volunteer_based),
            "targets_the_vulnerable": int(case.target_group == "vulnerable"),
            "for_the_young": int(case.target_group in ("children", "youth")),
            "concept": CONCEPTS.index(case.concept),
            "risk_framing": RISK_IN_THE_FRAMING[case.framing],
            "first_month": min(starts, default=1),
            "grant_end": max(ends, default=NEVER),
            "people_to_ask": self.scenario.population.volunteers,
            "persons_per_citizen": self.scenario.persons_per_citizen_of(case),
            "format": FORMATS.index(case.format),
            "targets_a_special_group": int(case.target_group not in GROUPS_OF_EVERYBODY),
        }
        for name in self.rows:
            if name not in ("partnerships", "key_persons", "legal_organisations", "localities"):
                singular = {"activities": "activity", "ties": "tie"}.get(name, name[:-1])
                row[f"first_{singular}"] = first[name]
                row[name] = len(self.rows[name]) - first[name]
        self.rows["partnerships"].append(row)

    def _organisations(self, case: PartnershipCase, p: int) -> None:
        """Members in a fixed order: the lead first, then by sector; after them those who could be asked when one is lacking."""
        for position, (sector, named) in enumerate(zip(sectors_of_members(case), known_by_name(case), strict=True)):
            self._membership(case, p, position, sector, named)
        for position, sector in enumerate(sectors_of_candidates(case), start=len(sectors_of_members(case))):
            self._membership(case, p, position, sector, None)
            self.rows["organisations"][-1]["candidate"] = 1

    def _membership(self, case: PartnershipCase, p: int, position: int, sector: str, named: MemberOrganisation | None) -> None:
        o = len(self.rows["organisations"])
        kind = KINDS.index(KIND_OF_SECTOR.get(sector, "partner"))
        member: dict[str, float] = {
            "partnership": p,
            "kind": kind,
            "sector": SECTORS.index(sector),
            "is_lead": int(position == 0),
            "next_membership": -1,
            "candidate": 0,
        }
        self.rows["organisations"].append(member)
        before = self.same_organisation.before(named.id if named else None, o)
        if before is None:
            number, slot = (key_of_chance(named.id), 0) if named else (case.number, position)
            member["legal"] = len(self.rows["legal_organisations"])
            self.rows["legal_organisations"].append({"chance_number": number, "chance_slot": slot, "first_membership": o, "memberships": 1})
            return
        member["legal"] = self.rows["organisations"][before]["legal"]
        self.rows["organisations"][before]["next_membership"] = o
        self.rows["legal_organisations"][int(member["legal"])]["memberships"] += 1

    def _seats(self, case: PartnershipCase, p: int, first_organisation: int, first_seat: int) -> None:
        """The coordinator's seat (of the lead), then one seat per member; its and the lead's are central."""
        known = (*known_by_name(case), *(None for _ in sectors_of_candidates(case)))
        persons = [case.coordinator, *(named.representative if named else None for named in known)]
        owners = [0, *range(len(self.rows["organisations"]) - first_organisation)]
        for position, (owner, person) in enumerate(zip(owners, persons, strict=True)):
            s = first_seat + position
            first_person = len(self.rows["key_persons"])
            organisation = self.rows["organisations"][first_organisation + owner]
            organisation.setdefault("first_seat", s)
            organisation["seats"] = organisation.get("seats", 0) + 1
            group = -1 if position == 0 else (position - 1) // SEATS_IN_A_WORKING_GROUP
            self.rows["seats"].append(
                {
                    "partnership": p, "organisation": first_organisation + owner, "first_person": first_person, "group": group,
                    "is_coordinator": int(position == 0), "is_central": int(position <= 1),
                    "chance_number": key_of_chance(person) if person else case.number, "chance_slot": 0 if person else position,
                    "is_first_of_person": 1, "next_of_person": -1, "seats_of_person": 1,
                }
            )  # fmt: skip
            self._same_person(person, s)
            for _ in range(GENERATIONS_PER_SEAT):
                self.rows["key_persons"].append(
                    {
                        "seat": s, "partnership": p, "organisation": first_organisation + owner,
                        "is_coordinator": int(position == 0), "paid_by_grant": int(owner == 0),
                    }
                )  # fmt: skip

    def _same_person(self, person: str | None, s: int) -> None:
        """Tie a seat to the others that the same person has."""
        seats = self.rows["seats"]
        before = self.same_person.before(person, s)
        if before is not None:
            seats[s]["is_first_of_person"] = 0
            seats[before]["next_of_person"] = s
            for each in self.same_person.rows[str(person)]:
                seats[each]["seats_of_person"] = len(self.same_person.rows[str(person)])

    def _relations_and_ties(self, p: int, first_seat: int) -> None:
        """Directed ties within each working group and between everybody and the coordinator."""
        seats = self.rows["seats"]
        relation_of: dict[tuple[float, float], int] = {}
        tie_of: dict[tuple[int, int], int] = {}
        for a in range(first_seat, len(seats)):
            seats[a]["first_tie"] = len(self.rows["ties"])
            for b in range(first_seat, len(seats)):
                if self._meet(seats[a], seats[b]):
                    pair = (seats[a]["organisation"], seats[b]["organisation"])
                    if pair not in relation_of:
                        relation_of[pair] = len(self.rows["relations"])
                        self.rows["relations"].append({"partnership": p, "from_organisation": pair[0], "to_organisation": pair[1]})
                    tie_of[a, b] = len(self.rows["ties"])
                    self.rows["ties"].append({"partnership": p, "from_seat": a, "to_seat": b, "relation": relation_of[pair]})
            seats[a]["ties"] = len(self.rows["ties"]) - int(seats[a]["first_tie"])
        for (a, b), row in tie_of.items():
            self.rows["ties"][row]["reverse"] = tie_of[b, a]

    @staticmethod
    def _meet(one: dict[str, float], other: dict[str, float]) -> bool:
        """Whether two seats have a tie: of different organisations, and in one working group or one of them the coordinator's."""
        if one["organisation"] == other["organisation"]:
            return False
        return -1 in (one["group"], other["group"]) or one["group"] == other["group"]

    def _grants(self, case: PartnershipCase, arm: Arm, p: int) -> None:
        for granted in case.grants:
            grant = granted if arm.grants is None else arm.grants.applied_to(granted)
            self.rows["grants"].append(
                {
                    "partnership": p, "amount_dkk": grant.amount_dkk, "start": grant.start,
                    "end": NEVER if grant.end is None else grant.end, "months": grant.months or MONTHS_OF_A_YEAR,
                    "legitimacy": grant.conditions.get("legitimacy", np.nan),
                    "reporting_burden": grant.conditions.get("reporting_burden", np.nan),
                }
            )  # fmt: skip

    def _activities(self, p: int) -> None:
        """One activity per so much of the grant as the arm without changes gives, so that arms share their activities."""
        amount = sum(grant.amount_dkk for grant in self.scenario.partnerships[p].grants)
        wanted = round(amount / self._structural("dkk_of_grant_per_activity"))
        self.rows["activities"] += [{"partnership": p} for _ in range(min(MOST_ACTIVITIES, max(1, wanted)))]

    def _volunteers_and_citizens(self, case: PartnershipCase, p: int) -> None:
        """Potential volunteers from outside, then one row for each citizen who could ever volunteer."""
        population = self.scenario.population
        first_volunteer = len(self.rows["volunteers"])
        first_citizen = len(self.rows["citizens"])
        could = int(population.citizens * self._structural("share_of_citizens_who_could_volunteer"))
        for slot in range(population.volunteers + could):
            citizen = first_citizen + slot - population.volunteers if slot >= population.volunteers else -1
            self.rows["volunteers"].append({"partnership": p, "citizen": citizen})
        for slot in range(population.citizens):
            volunteer = first_volunteer + population.volunteers + slot if slot < could else -1
            self.rows["citizens"].append({"partnership": p, "volunteer": volunteer, "in_target_group": 1})

    def _presences(self, case: PartnershipCase, p: int) -> None:
        """Where its people live: every place that the scenario lets it share with others."""
        municipalities = (each.id for each in case.organisations if each.sector == "municipality")
        for name, part in places_of(case.place, municipalities, case.reach).items():
            row = self.locality_of.setdefault(name, len(self.locality_of))
            if row == len(self.rows["localities"]):
                self.rows["localities"].append({"presences": 0})
            self.rows["localities"][row]["presences"] += 1
            self.rows["presences"].append({"partnership": p, "locality": row, "part": part})


def _filled(name: str, rows: list[dict[str, float]]) -> Any:
    filled = table(name, len(rows))
    for column in {column for row in rows for column in row}:
        filled[column] = [row[column] for row in rows]
    return filled
