"""How organisations, key persons, volunteers and citizens stand before the first month."""

from samvirke.model.parameter import FREE, Fixed, LogUniform, Parameter, Uniform

ASSUMED = "assumed: "


def _share(name: str, meaning: str, low: float, high: float, mechanism: str, source: str = FREE, label: str = "") -> Parameter:
    return Parameter(name, meaning, "share", 0, 1, Uniform(low, high), mechanism, source, label=label)


def _off(name: str, meaning: str, low: float, high: float, mechanism: str, label: str = "") -> Parameter:
    """A free share that switches its mechanism off at 0."""
    return Parameter(name, meaning, "share", 0, 1, Uniform(low, high), mechanism, FREE, neutral=0.0, label=label)


def _apart(name: str, what: str) -> Parameter:
    """How far partnerships start apart in one quantity, beside what tells them apart in the table of cases."""
    meaning = f"how far partnerships start apart in {what}, up or down, unobserved"
    return Parameter(f"starts_apart_in_{name}", meaning, "share", 0, 1, Uniform(0.0, 0.3), "input", FREE, neutral=0.0)


PARAMETERS = (
    _share("difference_between_organisations", "how far organisations of a partnership differ, up or down", 0.1, 0.4, "input"),
    _share("difference_between_persons", "how far persons differ, up or down", 0.15, 0.35, "input"),
    _share("commitment_at_start", "commitment of a member before the first month", 0.55, 0.85, "M3"),
    _share("ownership_at_start", "ownership of a member that does not lead; a lead stands half-way to 1", 0.4, 0.7, "M2"),
    _share("expected_gain_at_start", "gain a member expects before the first month", 0.6, 0.9, "M3"),
    _share("felt_need_at_start", "how much a member needs the others", 0.65, 0.95, "G7"),
    _share("backing_at_start", "how much its management stands behind a member", 0.4, 0.8, "M4"),
    Parameter(
        "own_hours_per_partner", "hours a member could put in besides paid ones", "hours per month", 0, 200,
        LogUniform(8, 30), "M1", "pool 15M-puljen (Rambøll evaluation, chapter on the sustainable collaboration): 4,795 hours per "
        "project in three years with volunteers, about 130 a month over 2-11 named actors",
        label="Hours a month a partner puts in besides paid ones",
    ),
    _share("arena_access_at_start", "how well one member reaches the target group where they are", 0.25, 0.6, "C3"),
    _share("political_priority_at_start", "how high the theme stands with a municipality's politicians", 0.3, 0.7, "E4"),
    _share("budget_pressure", "usual tightness of a municipal budget", 0.3, 0.7, "E9"),
    _share("share_with_volunteer_strategy", "municipalities with a strategy for work with volunteers", 0.3, 0.7, "M4",
           ASSUMED + "about half"),
    _share("fit_of_ngos_at_start", "how well an NGO's cause fits the target group", 0.5, 0.9, "E3",
           label="How well an association's cause fits the target group"),
    _share("share_of_other_partners_in_health", "other partners (not region) with health as core task", 0.2, 0.5, "E3",
           ASSUMED + "companies, housing and education seldom have"),
    _share("own_interest_of_other_partners", "how much other partners are in it for themselves", 0.3, 0.8, "E3"),
    Parameter("share_of_dismissive_persons", "key persons who dismiss the others' input", "share", 0, 1, Uniform(0.02, 0.08), "T6",
              ASSUMED + "few; the evaluation of 15M-puljen (chapter on volunteering) reports that one is enough", neutral=0.0),
    _share("respect_of_a_dismissive_person", "respect a dismissive person shows (others: 1)", 0.1, 0.4, "T6"),
    _share("spread_of_first_views", "how far a person's first view of the goal lies from her organisation's interest", 0.1, 0.4, "G1"),
    _share("share_acquainted_at_start", "pairs of key persons who knew each other before", 0.3, 0.7, "E1"),
    _share("trust_among_acquainted", "first trust among those who knew each other", 0.55, 0.85, "T1",
           label="First trust among those who knew each other"),
    _share("trust_at_start", "trust in somebody one does not know yet: at the start, in a successor, and what ties without upkeep sink to", 0.4, 0.65, "T1 T3",
           label="First trust in somebody one does not know"),
    _share("expectations_known_at_start", "what is known of the others' expectations at first", 0.1, 0.4, "G3"),
    Parameter("months_met_before", "months of contact that acquaintance counts for", "months", 0, 60, Uniform(6, 18), "K2",
              ASSUMED + "about a year"),
    _share("share_with_lived_experience", "potential volunteers who have lived with the theme", 0.1, 0.4, "X7",
           label="Share of volunteers who have lived with the theme"),
    _share("motivation_of_volunteers", "how much the goal means to a potential volunteer", 0.3, 0.7, "V1"),
    _share("network_of_volunteers", "how near a potential volunteer is to those who ask", 0.3, 0.7, "V1"),
    _share("match_of_volunteers", "how well the first task fits a volunteer", 0.4, 0.8, "V3"),
    _share("share_vulnerable_in_general", "citizens with few resources where the target group is not the vulnerable", 0.15, 0.35,
           "C1", ASSUMED + "a quarter"),
    _share("share_vulnerable_in_target_group", "citizens with few resources where it is", 0.6, 0.95, "C1"),
    _share("resources_of_the_vulnerable", "strength, time, money and health of the vulnerable", 0.15, 0.4, "C1"),
    _share("resources_of_others", "strength, time, money and health of others", 0.55, 0.85, "C1"),
    _share("trust_of_citizens_at_start", "trust in the offer and those behind it", 0.4, 0.8, "C2"),
    _share("stigma_of_the_vulnerable", "fear of being marked by taking part", 0.2, 0.5, "C5"),
    _share("network_of_citizens", "how many a citizen knows and could bring", 0.3, 0.6, "C4",
           "evaluation of 15M-puljen, chapter on citizens' results: mean network scale 17 of 45 at the start",
           label="How many a citizen knows and could bring"),
    _share("wellbeing_at_start", "wellbeing before taking part", 0.45, 0.6, "C7",
           "evaluation of 15M-puljen, chapter on citizens' results: mean wellbeing scale 62 of 120 at the start",
           label="Wellbeing before taking part"),
    _share("goal_concreteness_at_start", "how concrete the goal is", 0.4, 0.8, "G6"),
    _share("role_clarity_at_start", "how clear the roles are", 0.35, 0.65, "G8"),
    _off("know_how_from_experience", "know-how at the start, per unit of the key persons' experience", 0.2, 0.6, "K5"),
    _share("quality_at_first", "first quality of an activity, relative to what its concept allows", 0.6, 0.9, "A1"),
    _share("local_fit_at_start", "first fit of an activity to the place", 0.3, 0.6, "A2"),
    Parameter("maturity_of_an_adapted_concept", "maturity of an adapted concept (proven 1, new 0)", "share", 0, 1, Fixed(0.5), "A1",
              "convention: half-way between new and proven"),
    Parameter("dkk_of_grant_per_activity", "grant that starts one more activity", "DKK", 1e5, 1e7, Fixed(1e6), "input",
              ASSUMED + "one activity per million, at least one and at most six", label="Kroner of the grant for each activity"),
    _share("legitimacy_of_a_funder", "what the name of a ministry or foundation lends", 0.5, 0.9, "X10"),
    _share("reporting_burden_of_a_grant", "part of the hours it pays that its reporting takes", 0.02, 0.1, "M7"),
    _share("knowledge_of_associations_at_start", "how well a municipality knows the local associations", 0.2, 0.7, "X6"),
    _share("autonomy_of_ngos_at_start", "how independent of others an NGO is", 0.5, 0.9, "X1",
           label="How independent associations are at the start"),
    _share("patience_of_ngos_with_paperwork", "how much administration an NGO puts up with", 0.3, 0.7, "V5"),
    Parameter("papers_cost_the_impatient", "extra cost of papers to an NGO with no patience for them: 1 is twice", "ratio", 0, 5, Uniform(0.5, 1.5), "V5",
              FREE, neutral=0.0),
    _share("competence_of_key_persons", "how well a key person fits the work", 0.55, 0.9, "K4"),
    _share("share_with_bad_experience", "key persons with earlier bad experience of a municipality", 0.05, 0.25, "T4",
           ASSUMED + "a minority (handbook of Sund By Netværket, Middelfart: places with memory of being ignored)",
           label="Share with bad experience of a municipality"),
    _off("trust_lost_to_bad_experience", "part of first trust in a municipality that bad experience takes", 0.1, 0.6, "T4"),
    Parameter("months_that_half_find_partners", "months of search after which half of what fits best is found", "months", 0.1, 24,
              LogUniform(1.0, 4.0), "E1", FREE),
    _off("need_lost_to_a_short_window", "part of need and fit lost where partners had to be found at once", 0.05, 0.4, "E1"),
    _off("gain_lost_to_risk_framing", "part of the expected gain that a pure risk theme takes from partners outside health", 0.0, 0.3, "V8"),
    _share("goal_strength_at_start", "how well the goal can hold differing interests", 0.4, 0.8, "G6"),
    _share("wellbeing_of_volunteers_at_start", "wellbeing of those who might volunteer", 0.55, 0.75, "W6",
           ASSUMED + "somewhat better off than those who take part"),
    _apart("first_trust", "first trust in each other"),
    _apart("commitment", "commitment at the start"),
    _apart("ownership", "ownership at the start"),
    _apart("expected_gain", "the gain expected at the start"),
    _apart("need", "the need felt at the start"),
    _apart("backing", "the backing by managements"),
    _apart("goal", "how concrete and strong the goal, and how clear the roles are at first"),
    _apart("arena_access", "how well members reach the target group"),
    _apart("first_activities", "first quality and local fit of the activities"),
    _apart("volunteers", "motivation and network of potential volunteers"),
)  # fmt: skip
