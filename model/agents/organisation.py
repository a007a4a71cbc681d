"""What every organisation has, whatever its kind; municipality, NGO and other partner add their own in their files.

An organisation can be a member of several partnerships: a row of `organisations` is one membership, a row of
`legal_organisations` the organisation itself, with what is one for it whatever it takes part in.
"""

from samvirke.model.fields import Field, amount, code, count, flag, index, month_of

SECTORS = (
    "municipality",
    "region_state_health",
    "civil_society",
    "interest_org",
    "company",
    "research_education",
    "housing",
)
KINDS = ("municipality", "ngo", "partner")
MUNICIPALITY, NGO, PARTNER = range(3)
MEMBERSHIPS = ("member", "outside", "refused", "left")
MEMBER, OUTSIDE, REFUSED, LEFT_AGAIN = range(4)
MIDDLE_OF_INTERESTS = 0.5  # on the line from 0 to 1 that interests and views of the goal lie on

ORGANISATION_FIELDS: tuple[Field, ...] = (
    index("partnership", "the partnership it takes part in"),
    index("first_seat", "its first seat at the table"),
    count("seats", "its seats at the table", "seats"),
    code("kind", "which agent it is", KINDS),
    code("sector", "where it belongs", SECTORS),
    flag("is_lead", "it leads the partnership"),
    flag("active", "it is a member this month"),
    month_of("left_month", "month in which it left"),
    flag("stays", "its decision at the grant's end: it goes on with the others"),
    Field("interest", "where its own interest in the matter lies, on a line from 0 to 1"),
    Field("share_of_grant", "its part of the grant"),
    amount("own_hours", "hours it could put in a month besides what the grant pays", "hours per month"),
    amount("planned_hours", "hours it has promised this month", "hours per month"),
    amount("given_hours", "hours it put in this month", "hours per month"),
    Field("kept", "part of its promise that it kept this month"),
    Field("commitment", "how much it wants the partnership"),
    Field("ownership", "how much it holds the partnership to be its own"),
    Field("expected_gain", "gain it expects: for citizens, itself, learning, legitimacy"),
    Field("felt_need", "how much it needs the others to reach the goal"),
    Field("backing", "how much its management stands behind it"),
    Field("usual_backing", "how much it does in quiet times"),
    amount("paid_hours_given", "hours it put in this month that money paid", "hours per month"),
    Field("standing", "how far its input is recognised by the others"),
    Field("arena_access", "how well it reaches the target group where they are"),
    Field("availability", "how free it is for the task this month: 1 is as planned"),
    Field("hours_cut", "part of its own hours that savings have taken"),
    Field("involvement", "how much of the joint decisions it took part in, as a running average"),
    flag("run_by_students", "pupils or students run it and change posts every year"),
    Field("busyness", "how much other tasks have taken of what it promised, a running average"),
    code("membership", "whether it is, may become, will not become or was a member", MEMBERSHIPS),
    month_of("joined_month", "month in which it became a member; 0 for those there from the start"),
    flag("candidate", "it is asked only when a member of its sector is lacking"),
    index("legal", "the organisation itself, in `legal_organisations`"),
    index("next_membership", "its next membership, in this or another partnership; -1 after the last"),
    Field("part_of_hours_there", "part of the hours asked of it here that it has, as it takes part elsewhere too"),
    Field("trusted_here", "mean trust that the others in this partnership have in it"),
    Field("reputation_elsewhere", "mean trust that it enjoys in its other partnerships; as here where there are none"),
    Field("results_elsewhere", "how visible the results of its other partnerships are"),
    count("carries_elsewhere", "activities that it runs as a host after its other partnerships", "activities"),
    amount("gives_dkk", "money per month that it has promised this partnership for the time after the grant", "DKK per month"),
    Field("associations_kept", "part of what it knew of local associations that stays when persons have left here since last month"),
)

LEGAL_ORGANISATION_FIELDS: tuple[Field, ...] = (
    Field("chance_number", "its key of chance: its partnership's number, or one made of its id", "number", 0, None, "count"),
    Field("chance_slot", "its key of chance: its place in its partnership, or 0", "number", 0, None, "count"),
    index("first_membership", "its first membership, in `organisations`"),
    count("memberships", "memberships laid out", "memberships"),
    amount("hours_there", "hours per month that it could put in besides what grants pay, over all its partnerships", "hours per month"),
    amount("hours_asked", "hours per month that it could put in, were each of its partnerships the only one", "hours per month"),
    Field("part_of_money_there", "part of what is applied for with it this month that its frame has room for"),
    amount("frame_dkk", "money per month that it can give to what grants have begun (municipality; else 0)", "DKK per month"),
    amount("given_dkk", "money per month that it has given to its partnerships", "DKK per month"),
    amount("answers_left", "requests that it still has time to answer, over all partnerships that it leads", "requests"),
)
