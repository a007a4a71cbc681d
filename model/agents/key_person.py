"""The key person: she represents an organisation on a seat; when she leaves, the seat's next generation takes over."""

from samvirke.model.arithmetic import share
from samvirke.model.fields import Field, amount, code, count, flag, index, month_of
from samvirke.model.rule import rule

GENERATIONS_PER_SEAT = 8
STAGES = ("to_come", "present", "left")
TO_COME, PRESENT, LEFT = range(3)
MULTIPLICATIVE, NOOTEBOOM_LIKE = 1, 2  # positions in the variant trust_law; 0 is asymmetric additive

SEAT_FIELDS: tuple[Field, ...] = (
    index("partnership", "the partnership it belongs to"),
    index("organisation", "the organisation it represents"),
    index("holder", "the key person who sits on it; -1 while vacant"),
    index("first_person", "row of the seat's first generation; successors follow it"),
    count("generation", "how many holders came before", "persons"),
    flag("is_coordinator", "the partnership's coordinator sits here"),
    flag("is_central", "coordinator, the lead's or the largest other partner's representative"),
    index("group", "working group within the partnership"),
    index("first_tie", "row of the first tie that goes out from it"),
    count("ties", "ties that go out from it", "ties"),
    count("vacant_months", "months it has stood vacant", "months"),
    flag("attends", "its holder took part in this month's meetings"),
    Field("chance_number", "its key of chance: its partnership's number, or one made of its holder's id", "number", 0, None, "count"),
    Field("chance_slot", "its key of chance: its place in its partnership, or 0", "number", 0, None, "count"),
    flag("is_first_of_person", "the first of the seats that its holder has, or her only one"),
    index("next_of_person", "the next seat that its holder has, in this or another partnership; -1 after the last"),
    count("seats_of_person", "seats that its holder has, over all partnerships", "seats"),
    Field("part_of_her_time", "part of its holder's time that this partnership has, as she takes part elsewhere too"),
)

KEY_PERSON_FIELDS: tuple[Field, ...] = (
    index("seat", "the seat she holds, held or will hold"),
    index("partnership", "the partnership she works in"),
    index("organisation", "the organisation she represents"),
    code("stage", "where she is in her time on the seat", STAGES),
    month_of("arrived_month", "month in which she took the seat"),
    month_of("left_month", "month in which she left it"),
    flag("is_coordinator", "she coordinates the partnership"),
    flag("paid_by_grant", "her post is paid by the grant: those of the organisation that leads"),
    Field("experience", "experience with partnerships"),
    Field("mandate", "how much she may decide at the table"),
    Field("usual_mandate", "how much she may decide in quiet times"),
    Field("respect", "how she treats the others' input (0 dismissive, 1 recognising)"),
    Field("competence", "how well she fits the work"),
    Field("goal_view", "what she understands the goal to be, on a line from 0 to 1"),
    Field("understanding", "how near her view of the goal is to that of those she meets"),
    amount("hours", "hours she gave this month", "hours per month"),
)

TIE_FIELDS: tuple[Field, ...] = (
    index("partnership", "the partnership it belongs to"),
    index("from_seat", "who trusts"),
    index("to_seat", "who is trusted"),
    index("relation", "the relation between their organisations"),
    index("reverse", "the tie in the other direction"),
    Field("trust", "how much she relies on the other person"),
    Field("expectations_known", "how much she knows of what the other expects"),
    count("months_met", "months in which they met", "months"),
)

RELATION_FIELDS: tuple[Field, ...] = (
    index("partnership", "the partnership it belongs to"),
    index("from_organisation", "which organisation trusts"),
    index("to_organisation", "which is trusted"),
    Field("trust", "institutional trust: what remains when persons leave"),
)


@rule
def chance_of_leaving(yearly: float, turbulence: float, pull_of_the_end: float) -> float:
    """Chance per month that a key person leaves her post [K6].

    `yearly` is the usual chance per year; its rate is multiplied by 1 + `turbulence` while her organisation is reorganised
    and by 1 + `pull_of_the_end` as the grant that pays her runs out.
    """
    return share(1.0 - (1.0 - share(yearly)) ** ((1.0 + turbulence) * (1.0 + pull_of_the_end) / 12.0))


@rule
def establishment(months_met: int, months_to_establish: float) -> float:
    """How established a tie is (0 new, towards 1): half-way after `months_to_establish` months of meeting [K2]."""
    return months_met / (months_met + months_to_establish)


@rule
def carried_over(established: float, handover: float, agreement: float, second_person: float) -> float:
    """Share of a departed person's ties and knowledge that her successor takes over [K1, K2, K3].

    Each argument is a share; what one safeguard does not save, the next one may: 1 - the product of what each loses.
    """
    return 1.0 - (1.0 - established) * (1.0 - handover) * (1.0 - agreement) * (1.0 - second_person)


@rule
def trust_after_succession(old_trust: float, stranger_trust: float, carried: float) -> float:
    """Trust in or of a successor: a good relation partly survives, a bad one starts afresh, which is a gain [K1, K4]."""
    if old_trust <= stranger_trust:
        return stranger_trust
    return stranger_trust + carried * (old_trust - stranger_trust)


@rule
def trust_after_meeting(trust: float, experience: float, gain: float, loss_relative_to_gain: float, law: int) -> float:
    """Trust after a month of contact: slow up, fast down, towards what the other is seen to keep [T1].

    Asymmetric additive (the default): a share of the distance, a larger share downwards. Multiplicative: trust grows and
    shrinks in proportion to itself, so that little trust grows slowly. Nooteboom-like: what is close to expectation changes
    nothing, what is far from it changes trust by the square of the surprise.
    """
    surprise = experience - trust
    rate = gain if surprise >= 0.0 else share(gain * loss_relative_to_gain)
    if law == MULTIPLICATIVE:
        return share(trust * (1.0 + rate * surprise))
    if law == NOOTEBOOM_LIKE:
        return share(trust + rate * surprise * max(surprise, -surprise))
    return trust + rate * surprise


@rule
def knowledge_from_elsewhere(experience: float, seats: int, gained: float) -> float:
    """Experience of a person who takes part in several partnerships: what is learnt in one is known in the others [W2]."""
    return experience + gained * (1.0 - 1.0 / max(1, seats)) * (1.0 - experience)
