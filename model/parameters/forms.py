"""Numbers fixed by the form of a rule: they are neither drawn nor fitted, but chosen with the rule, and move what comes out of it.

Each stands as a constant beside its rule; this is the list of them. The rules read their own constants, not this list. A mean is
written as a sum divided by the number of its parts; equal weights are then the choice.
"""

from dataclasses import dataclass

EQUAL = "assumed: equal weights"
CONVERSION = "a conversion: follows from how the scale is declared"


@dataclass(frozen=True)
class Form:
    """One number that a rule's form fixes; `value` is None for a form without a number, whose `name` is then its rule's.

    `where` is the module that the constant, or the rule, stands in.
    """

    name: str
    value: float | tuple[float, ...] | None
    meaning: str
    source: str
    mechanism: str
    where: str


_FORMS = (
    Form("SEATS_IN_A_WORKING_GROUP", 6, "most seats in a working group: ties are to those of one's group and to the coordinator",
         "assumed", "T7", "samvirke.model.layout"),
    Form("MOST_ACTIVITIES", 6, "most activities of one partnership, however large its grant", "assumed", "input", "samvirke.model.layout"),
    Form("RISK_IN_THE_FRAMING", (0.0, 0.5, 1.0), "how much a positive, a mixed and a risk framing is about risk",
         "assumed: mixed is half of it", "V8", "samvirke.model.layout"),
    Form("FEWEST_MEMBERS", 2, "members below which there is no partnership", "by definition", "E7 T7", "samvirke.model.agents.partnership"),
    Form("MIDDLE_OF_INTERESTS", 0.5, "the middle of the line that interests and views of the goal lie on (0 to 1)",
         CONVERSION, "G4", "samvirke.model.agents.organisation"),
    Form("MISSING_OWNERSHIP_A_LEAD_HAS", 0.5, "part of the ownership that members lack at the start which the lead has", "assumed", "M2",
         "samvirke.model.begin"),
    Form("PARTS_OF_FIRST_COMMUNICATION", 2.0, "communication before the first month: the mean of structure and openness", EQUAL, "G4",
         "samvirke.model.begin"),
    Form("FEWEST_GOALS", 3, "fewest goals that a partnership sets itself", "assumed", "measure", "samvirke.model.begin"),
    Form("MOST_GOALS", 10, "most goals that a partnership sets itself", "the questionnaire has room for ten", "measure", "samvirke.model.begin"),
    Form("PROVEN", 2.0, "position of a proven concept, 0 being a new one", CONVERSION, "A1", "samvirke.model.begin"),
    Form("EVEN_STEPS", (0.2, 0.4, 0.6, 0.8), "where each of the five steps of reported answers ends on a line from 0 to 1",
         "assumed: even steps", "input", "samvirke.model.begin_policies"),
    Form("ANSWERS_COUNT_PER_DIFFERENCE", 2.0,
         "how much of the reported spread of a lever is taken per unit of difference between partnerships: all from 0.5 on",
         "assumed", "input", "samvirke.model.begin_policies"),
    Form("JULY", 7, "month of the year in which few are at work", "assumed from the calendar of holidays", "input",
         "samvirke.model.processes.calendar"),
    Form("SEPTEMBER", 9, "month of the year in which organisations of students change hands", "assumed from the calendar of studies", "K6",
         "samvirke.model.processes.calendar"),
    Form("BUDGET_MONTH", 10, "month of the year in which councils adopt next year's budget",
         "assumed from the calendar of councils: mid-October", "E4", "samvirke.model.processes.calendar"),
    Form("YEARS_BETWEEN_ELECTIONS", 4, "years between two elections of councils", "council elections of 2013, 2017, 2021 and 2025", "E4",
         "samvirke.model.processes.calendar"),
    Form("PARTS_OF_THE_WILL_TO_MEET", 2.0, "will to come to meetings: the mean of commitment and of being free for the task", EQUAL, "T7",
         "samvirke.model.processes.meet"),
    Form("PARTS_OF_COMMUNICATION", 3.0, "communication: the mean of contact, attendance and knowing what the others expect", EQUAL, "G3",
         "samvirke.model.processes.meet"),
    Form("PARTS_OF_INTEGRATION", 3.0, "integration in the variant mean: of trust, communication and shared understanding", EQUAL, "G4",
         "samvirke.model.processes.meet"),
    Form("PARTS_OF_DEPTH", 3.0, "depth of collaboration: the mean of trust, shared understanding and communication", EQUAL, "T5",
         "samvirke.model.processes.meet"),
    Form("HIGHEST_LEVEL", 3.0, "position of samvirke among the levels of collaboration, taken as evenly spaced", "assumed: even steps",
         "T5", "samvirke.model.processes.meet"),
    Form("PARTS_OF_CLARITY", 3.0, "clarity of roles within reach: the mean of structure, agreement and communication", EQUAL, "G8",
         "samvirke.model.processes.disagreement"),
    Form("MEAN_OF_A_SQUARED_DRAW", 1.0 / 3.0, "mean of the squared random draw of a concept, subtracted so that chance adds nothing on average",
         "arithmetic; that the draw counts by its square is assumed", "A1", "samvirke.model.agents.activity"),
    Form("SYNERGY_OF_NO_GAIN", 0.5, "synergy where together is as much as apart; the scale's ends are then a third and three times as much",
         "assumed", "G4", "samvirke.model.processes.deliver"),
    Form("PARTS_OF_VARIETY", 3.0, "variety: the mean of that of organisations, of sectors, and of the spread of interests", EQUAL, "G4",
         "samvirke.model.processes.deliver"),
    Form("DISTANCES_TO_A_WHOLE", 4.0, "factor from mean distance to spread of interests: spread evenly over the line is full spread",
         "assumed", "G4", "samvirke.model.processes.deliver"),
    Form("PARTS_OF_ATTAINMENT", 3.0, "attainment: the mean of what is delivered, who is reached and how they fare", EQUAL, "G6",
         "samvirke.model.processes.value"),
    Form("PARTS_WITHOUT_CITIZENS", 2.0, "attainment where no citizens are met: the mean of what is delivered and know-how",
         f"{EQUAL}; our reading of what such a partnership is for", "G6", "samvirke.model.processes.value"),
    Form("PARTS_OF_LEARNING", 3.0, "pace of learning: the mean of doing, writing down and talking together", EQUAL, "E2",
         "samvirke.model.processes.value"),
    Form("PARTS_OF_WHAT_THERE_IS_TO_KNOW", 2.0, "what there is to know: half is one's own doing, half comes from each other", EQUAL, "E2",
         "samvirke.model.processes.value"),
    Form("PARTS_OF_GAIN", 5.0, "gain: the mean of results, use for one's own task, learning, legitimacy and recognition", EQUAL, "M3",
         "samvirke.model.processes.value"),
    Form("PARTS_OF_COST", 3.0, "cost: the mean of unpaid hours, tension and being left out; papers come on top", EQUAL, "M3",
         "samvirke.model.processes.value"),
    Form("PARTS_OF_COMMITMENT", 3.0, "commitment called for: the mean of expected gain, felt need and ownership", EQUAL, "G7 M2 M3",
         "samvirke.model.processes.value"),
    Form("PARTS_OF_STANDING", 2.0, "how recognised a member is: the mean of equal power and trust", EQUAL, "T6", "samvirke.model.processes.value"),
    Form("PARTS_OF_RESULTS", 2.0, "results as members see them: the mean of attainment and quality", EQUAL, "M3", "samvirke.model.processes.value"),
    Form("PARTS_OF_OWNERSHIP", 3.0, "weight of deciding together, doing one's part and a fit to the place, 1 each, beside that of money",
         EQUAL, "M1 M2 A2", "samvirke.model.processes.value"),
    Form("PARTS_OF_HINDRANCE", 2.0, "what keeps a citizen from joining: the mean of threshold and stigma", EQUAL, "C2",
         "samvirke.model.agents.citizen"),
    Form("PARTS_OF_MEANING", 2.0, "meaning of the goal: the mean of how concrete and how shared it is", EQUAL, "V1",
         "samvirke.model.processes.recruiting"),
    Form("PARTS_OF_RECOGNITION", 2.0, "recognition of volunteers: the mean of support and of a say", EQUAL, "V3",
         "samvirke.model.processes.volunteers"),
    Form("PARTS_OF_BEING_VALUED", 2.0, "what binds beside belonging: the mean of recognition and a task that fits", EQUAL, "V2 V3",
         "samvirke.model.processes.volunteers"),
    Form("ROOT_OF_FOUR", 0.25, "how open a municipal budget is: the geometric mean of priority, visibility, backing and slack",
         f"{EQUAL}, and none can be missing", "E4 E9", "samvirke.model.agents.municipality"),
    Form("ROOT_OF_THREE", 1.0 / 3.0, "how open a member's own purse is: the geometric mean of backing, expected gain and visibility",
         f"{EQUAL}, and none can be missing", "E4", "samvirke.model.processes.money"),
    Form("PARTS_OF_A_BUDGET", 3.0, "a municipality's means to host: the mean of priority, visibility and backing, less budget pressure",
         EQUAL, "E3", "samvirke.model.processes.hosts"),
    Form("PARTS_OF_OWN_MEANS", 2.0, "another member's means to host: the mean of how near the theme is and of backing", EQUAL, "E3",
         "samvirke.model.processes.hosts"),
    Form("PARTS_OF_WANTING_TO_HOST", 2.0, "wanting to host: the mean of ownership and commitment", EQUAL, "E3", "samvirke.model.processes.hosts"),
    Form("PRICES", (1.0, 0.25, 0.5, 0.0, 0.75, 0.5),
         "price of a host, relative to the dearest: municipality, association, new association, volunteers, social enterprise, other project",
         "assumed: even steps; the order from 15M-puljen, chapter on going from project to lasting effort", "W12 X5",
         "samvirke.model.processes.hosts_outside"),
    Form("FREEDOMS", (0.0, 0.75, 1.0, 1.0, 0.5, 0.25),
         "freedom that a host leaves: municipality, association, new association, volunteers, social enterprise, other project",
         "assumed: even steps; the order from 15M-puljen, chapter on going from project to lasting effort", "X5",
         "samvirke.model.processes.hosts_outside"),
    Form("NEWNESS", (0.0, 0.5, 1.0, 0.5, 1.0, 0.25),
         "what must be set up, relative to a new organisation: member, association, new association, volunteers, social enterprise, other project",
         "assumed: even steps", "W12", "samvirke.model.processes.hosts_outside"),
    Form("PARTS_OF_AN_ASSOCIATIONS_MEANS", 2.0, "means of an association outside: the mean of how good the activity is and of its volunteers",
         EQUAL, "E3 W12", "samvirke.model.processes.hosts_outside"),
    Form("MONTHS_LOOKED_BACK", 12, "months before a fixed date in which citizens are counted", "a year", "measure",
         "samvirke.model.processes.aftermath"),
    Form("PARTS_OF_RELATIONS", 2.0, "relations in the wish to stay: the mean of commitment and trust", EQUAL, "E7",
         "samvirke.model.processes.wishes"),
    Form("wish_to_stay", None, "reasons to stay are the weakest of expected gain, backing and stake: their minimum, not their mean",
         "assumed", "E7", "samvirke.model.processes.wishes"),
    Form("PARTS_OF_WHAT_HOLDS", 3.0, "what holds an activity after the grant: the mean of its keeper's means, its quality and volunteers",
         EQUAL, "X5", "samvirke.model.processes.aftermath"),
    Form("PARTS_OF_FUNCTIONING", 4.0, "how well it works: the mean of communication, clear roles, attendance and the absence of conflict",
         EQUAL, "measure", "samvirke.model.processes.survey"),
    Form("PARTS_OF_COMMUNICATION_AS_SEEN", 3.0, "communication as seen: the mean of known expectations, attendance and how it is for all",
         EQUAL, "measure", "samvirke.model.processes.survey"),
    Form("PARTS_OF_THE_FUTURE", 2.0, "the state behind the declared future: the mean of members and of activities that go on", EQUAL,
         "measure", "samvirke.model.processes.survey"),
    Form("AN_EVEN_BALANCE", 0.5, "benefit above cost where there is neither", CONVERSION, "measure", "samvirke.model.processes.survey"),
    Form("HIGHEST_RATING", 5, "highest rating of a goal, the lowest being 1; ratings are even parts of what was attained",
         "the questionnaire's scale; even parts are assumed", "measure", "samvirke.model.processes.survey"),
    Form("TALKED_OVER_WITH_SOME", 0.5, "how far talking it over with some moves what is seen, relative to talking with all", "assumed",
         "instrument", "samvirke.model.processes.survey"),
    Form("NOISE_TALKED_OVER_WITH_SOME", 0.5, "part of the way to the noise left by talking with all that talking with some goes", "assumed",
         "instrument", "samvirke.analysis.survey.instrument"),
    Form("MIDDLE_OF_A_SCALE", 0.5, "value at the middle of a scale's steps, and above which a yes is given", "assumed", "instrument",
         "samvirke.analysis.survey.instrument"),
    Form("WIDTH_OF_FOUR_STEPS", 0.25, "width of each step on a scale of four", "assumed: even steps", "instrument", "samvirke.analysis.survey.instrument"),
    Form("WIDTH_OF_A_MEAN_RATING", 0.25, "width of a step of the mean of ratings from 1 to 5, which is rounded", CONVERSION, "instrument",
         "samvirke.analysis.survey.instrument"),
    Form("HIGH", 4, "answer from which on a C counts as high", "4 is to a high degree; our reading of a high C", "measure",
         "samvirke.analysis.survey.instrument"),
)  # fmt: skip

FORMS: dict[str, Form] = {form.name: form for form in _FORMS}

if len(FORMS) != len(_FORMS):
    raise RuntimeError("a form is declared twice")
