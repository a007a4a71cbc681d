"""What levers and events are called, in Danish and English, where a scenario has no label of its own for them."""

LEVER_WORDS: dict[str, tuple[str, str]] = {
    "openness": ("Åbenhed om forskellige prioriteringer", "Openness about differing priorities"),
    "share_of_hours_on_relations": ("Andel af timerne til relationer", "Share of hours on relations"),
    "structure": ("Fast struktur: grupper, møder, referater", "Fixed structure: groups, meetings, minutes"),
    "formulation_months": ("Måneder til at formulere målet sammen", "Months of formulating the goal together"),
    "tailoring_months": ("Måneder til at tilpasse aktiviteterne til stedet", "Months of fitting the activities to the place"),
    "agreement_detail": ("Hvor detaljeret den skriftlige aftale er", "How detailed the written agreement is"),
    "agreement_revision_months": (
        "Måneder mellem fornyelser af aftalen",
        "Months between revisions of the agreement",
    ),
    "handover_months": ("Måneders overlap, når en nøgleperson afløses", "Months of overlap when a key person is replaced"),
    "second_person": ("Hvor godt en anden kender nøglepersonens arbejde", "How well a second person knows the key person's work"),
    "anchoring_start_month": ("Arbejdet for tiden efter begynder senest", "Work for the time after begins at the latest"),
    "share_of_hours_on_documentation": ("Andel af timerne til dokumentation", "Share of hours on documentation"),
    "support_hours_per_volunteer": ("Støttetimer pr. frivillig om måneden", "Hours of support per volunteer and month"),
    "share_of_personal_asks": ("Spørge frivillige personligt frem for at annoncere", "Asking volunteers in person instead of advertising"),
    "share_of_outreach": ("Opsøgende arbejde frem for åbne møder", "Outreach instead of open meetings"),
    "threshold": ("Hvor meget det kræver at være med", "How much it takes to join"),
    "company_on_first_visits": ("Følgeskab de første gange", "Company on the first visits"),
    "shared_power": ("Ligeværd og fælles beslutninger", "Equal standing and joint decisions"),
    "share_of_grant_with_lead": ("Andel af bevillingen hos den ledende organisation", "Share of the grant with the leading organisation"),
    "size_of_goal": ("Hvor meget der loves i forhold til timerne", "How much is promised relative to the hours"),
    "co_running": ("Aktiviteter drevet sammen med dem, der skal overtage", "Activities run together with those who will take over"),
    "experience_at_start": ("Nøglepersonernes erfaring fra begyndelsen", "The key persons' experience at the start"),
    "mandate_at_start": ("Nøglepersonernes mandat fra begyndelsen", "The key persons' mandate at the start"),
    "differing_interests": ("Hvor forskellige interesserne er", "How far apart interests lie"),
    "months_to_find_partners": ("Måneder til at finde partnere før ansøgningen", "Months to find partners before the application"),
    "concentration_of_hours": ("Hvor meget af lederens arbejde der ligger hos én", "How much of the lead's work one person does"),
    "renewal_months": ("Måneder, før frivillige skal søge igen", "Months after which volunteers apply anew"),
    "sparring_months": ("Måneders sparring udefra", "Months of outside sparring"),
    "places": ("Steder, som de samme timer skal række til", "Places that the same hours must serve"),
    "invitation_by_interest": ("Invitation efter interesse frem for diagnose", "Invitation by interest instead of diagnosis"),
    "input_acted_on": ("Del af borgernes forslag, der bliver til noget", "Part of the citizens' input that is acted on"),
}
"""Danish, English."""

EVENT_WORDS: dict[str, tuple[str, str]] = {
    "reorganisation": ("Reorganisering i kommunen", "Reorganisation in the municipality"),
    "savings_round": ("Sparerunde i kommunen", "Savings round in the municipality"),
    "key_person_leaves": ("En nøgleperson stopper", "A key person leaves"),
    "organisation_leaves": ("En organisation træder ud", "An organisation leaves"),
    "set_lever": ("Fra da af gør man det anderledes", "From then on it is done differently"),
    "quarrel": ("Et åbent skænderi", "An open quarrel"),
}
"""Danish, English."""

PARTS: dict[str, tuple[str, str]] = {
    "": ("hele partnerskabet", "the whole partnership"),
    "coordinator": ("koordinatoren", "the coordinator"),
    "lead": ("den ledende organisation", "the leading organisation"),
    "municipality": ("kommunen", "the municipality"),
    "organisation": ("organisation {number}", "organisation {number}"),
}
"""Whom an event happens to: Danish, English."""

CHOICES: dict[str, tuple[str, str]] = {
    "proven": ("afprøvet", "proven"),
    "adapted": ("tilpasset", "adapted"),
    "new": ("nyt", "new"),
    "positive": ("noget at vinde", "something to gain"),
    "mixed": ("begge dele", "both"),
    "risk": ("noget at undgå", "something to avoid"),
}
"""Concepts and framings of a partnership: Danish, English."""

HAPPENINGS: dict[str, tuple[str, str]] = {
    "reorganisation": ("En kommune reorganiseres", "A municipality is reorganised"),
    "savings_round": ("En kommune sparer timer", "A municipality saves hours"),
    "lever_set": ("Et nyt greb tages i brug", "A practice is changed"),
    "quarrel": ("Et skænderi, som scenariet lægger ind", "A quarrel that the scenario puts in"),
    "key_person_leaves": ("En nøgleperson stopper", "A key person leaves"),
    "successor_arrives": ("En afløser kommer", "A successor arrives"),
    "conflict_breaks_out": ("En konflikt bryder ud", "A conflict breaks out"),
    "agreement_revised": ("Aftalen fornyes", "The agreement is revised"),
    "collaboration_deepens": ("Samarbejdet bliver tættere", "The collaboration deepens"),
    "collaboration_loosens": ("Samarbejdet bliver løsere", "The collaboration loosens"),
    "promise_broken": ("Et løfte om timer brydes", "A promise of hours is broken"),
    "activity_starts": ("En aktivitet begynder", "An activity starts"),
    "volunteer_joins": ("En frivillig kommer til", "A volunteer joins"),
    "volunteer_stops": ("En frivillig stopper", "A volunteer stops"),
    "citizen_volunteers": ("En borger bliver frivillig", "A citizen becomes a volunteer"),
    "organisation_leaves": ("En organisation træder ud", "An organisation leaves"),
    "anchoring_begins": ("Forankringen begynder", "Anchoring begins"),
    "host_found": ("En aktivitet får en vært for tiden efter", "An activity finds a host for afterwards"),
    "application_sent": ("En ansøgning sendes", "An application is sent"),
    "money_won": ("En ansøgning lykkes", "An application succeeds"),
    "application_refused": ("En ansøgning afslås", "An application is refused"),
    "organisation_stays": ("En organisation vil fortsætte", "An organisation wants to go on"),
    "organisation_withdraws": ("En organisation vil ikke fortsætte", "An organisation does not want to go on"),
    "future_declared": ("Fremtiden erklæres", "The future is declared"),
    "activity_handed_over": ("En aktivitet overdrages", "An activity is handed over"),
    "activity_ends": ("En aktivitet slutter", "An activity ends"),
    "partnership_ends": ("Partnerskabet slutter", "The partnership ends"),
    "host_withdrew": ("En vært trækker sig", "A host withdraws"),
    "activity_falls_through": ("En aktivitet går i vasken", "An activity falls through"),
    "promises_scaled_down": ("Noget af det lovede droppes", "Promises are scaled down"),
    "partnership_weakens": ("Partnerskabet er for svagt i en måned", "The partnership is too weak for a month"),
}
"""What the table of events calls things: Danish, English."""
