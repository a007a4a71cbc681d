"""What `samvirke new` asks, in Danish and English."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The texts of one language; `questions` are the seven C's by question.

    `not_understood` turns the English sentence about an answer that cannot be into this language: patterns, and what stands for them.
    """

    begin: str
    partners: str
    grant_dkk: str
    months: str
    staff_hours: str
    volunteers: str
    answers: str
    month_of_answers: str
    questions: dict[str, str]
    made: str
    not_understood: tuple[tuple[str, str], ...] = ()


ENGLISH = Words(
    begin="A partnership of your own. Enter takes what stands in brackets; everything can be changed in the file afterwards.",
    partners="Which partners, how many of each sector? The first leads. Sectors: municipality, civil_society (associations), interest_org, "
    "company, research_education, housing, region_state_health (regions, state, health service)",
    grant_dkk="How many kroner is the grant, in all?",
    months="For how many months?",
    staff_hours="How many hours a month do the partners' own staff put in together, besides what the grant pays?",
    volunteers="How many people might be asked to volunteer (0: no volunteers)?",
    answers="How do you answer the seven C's? 1 not at all, 2 to a low degree, 3 to some degree, 4 to a high degree, 5 to a very high "
    "degree; leave empty what you do not want to answer.",
    month_of_answers="In which month of the grant do you answer?",
    questions={
        "shared_understanding_of_goals": "The partners share their understanding of the goal",
        "shared_value_base": "The partners share their values",
        "joint_decisions": "Decisions are made jointly",
        "partners_gained_value": "The partners have gained value",
        "all_partners_invested": "All partners have invested",
        "trust_between_partners": "There is trust between the partners",
        "good_communication": "Communication is good",
        "knowledge_for_continuation": "There is knowledge to build on",
        "all_partners_engaged_with_ownership": "All partners are engaged, with ownership",
    },
    made="{path} is yours to change. Then: samvirke check {path}, and: samvirke run {path}",
)
DANISH = Words(
    begin="Et partnerskab, I selv kender. Enter tager det, der står i klammer; alt kan ændres i filen bagefter.",
    partners="Hvilke partnere, hvor mange fra hver sektor? Den første leder. Sektorer: municipality (kommune), civil_society (forening), "
    "interest_org (interesseorganisation), company (virksomhed), research_education (uddannelse eller forskning), "
    "housing (boligorganisation), region_state_health (region, stat eller sundhedsvæsen)",
    grant_dkk="Hvor mange kroner er bevillingen på i alt?",
    months="Over hvor mange måneder?",
    staff_hours="Hvor mange timer om måneden lægger partnernes egne ansatte i det tilsammen, ud over det, bevillingen betaler?",
    volunteers="Hvor mange kunne spørges, om de vil være frivillige (0: ingen frivillige)?",
    answers="Hvad svarer I på de syv C'er? 1 slet ikke, 2 i lav grad, 3 i nogen grad, 4 i høj grad, 5 i meget høj grad; lad stå "
    "tomt, hvad I ikke vil svare på.",
    month_of_answers="I hvilken måned af bevillingen svarer I?",
    questions={
        "shared_understanding_of_goals": "Partnerne har en fælles forståelse af målet",
        "shared_value_base": "Partnerne har et fælles værdigrundlag",
        "joint_decisions": "Beslutninger træffes sammen",
        "partners_gained_value": "Partnerne har fået værdi ud af det",
        "all_partners_invested": "Alle partnere har investeret",
        "trust_between_partners": "Der er tillid mellem partnerne",
        "good_communication": "Kommunikationen er god",
        "knowledge_for_continuation": "Der er viden at bygge videre på",
        "all_partners_engaged_with_ownership": "Alle partnere er engagerede og har ejerskab",
    },
    made="{path} er jeres at ændre i. Derefter: samvirke check {path} --language da, og: samvirke run {path} --language da",
    not_understood=(
        (r"must lie between (\S+) and (\S+?)(:.*)?$", r"skal ligge mellem \1 og \2"),
        (r"must add up to at least 2 organisations, here (\d+)", r"skal i alt være mindst 2 organisationer, her \1"),
        (r"must be written name=number", "skal skrives navn=tal, som municipality=1"),
        (r"is not known; the nearest is", "kendes ikke; det nærmeste er"),
        (r"is not known; choices are", "kendes ikke; vælg mellem"),
    ),
)
LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}
