"""What the parameters of levers mean, in Danish."""

MEANINGS: dict[str, str] = {
    "openness": "typisk: hvor åbent der tales om forskellige prioriteringer (0 det udskydes høfligt, 1 der tales altid om dem)",
    "share_of_hours_on_relations": "typisk: den andel af alle timer, der går til at mødes, tale sammen og holde kontakten",
    "structure": "typisk: hvor fast strukturen er: arbejdsgrupper, mødekadence, referater (0 uformel, 1 helt fast)",
    "formulation_months": "typisk: måneder, hvor målet formuleres sammen, før aktiviteterne begynder",
    "tailoring_months": "typisk: måneder, der bruges på at tilpasse aktiviteterne til stedet, før de begynder",
    "agreement_detail": "typisk: hvor detaljeret den skriftlige aftale er (0 ingen, 1 alt er skrevet ud)",
    "agreement_revision_months": "typisk: måneder mellem to fornyelser af aftalen; 0 er aldrig",
    "handover_months": (
        "typisk: måneder, hvor den, der stopper, og afløseren overlapper hinanden; under 1 er det andelen af afgange med overlap"
    ),
    "second_person": "typisk: hvor godt en anden person kender hver central nøglepersons arbejde",
    "anchoring_start_month": "typisk: den måned, hvor arbejdet med forankring senest begynder; -1 overlader det til tilfældet",
    "share_of_hours_on_documentation": "typisk: den andel af alle timer, der går til dokumentation og rapporter",
    "support_hours_per_volunteer": "typisk: lønnede timers støtte pr. aktiv frivillig om måneden",
    "share_of_personal_asks": (
        "typisk: den andel af timerne til rekruttering, der bruges på at spørge folk personligt (resten går til annoncer)"
    ),
    "share_of_outreach": (
        "typisk: den andel af timerne til at nå ud, der bruges på den enkeltes egne præmisser (resten går til åbne møder)"
    ),
    "threshold": "typisk: hvor meget det kræver at komme med i en aktivitet: tilmelding, fast fremmøde (0 intet, 1 meget)",
    "company_on_first_visits": "typisk: den andel af de nye, der får følgeskab de første gange",
    "shared_power": "typisk: hvor ligeværdigt partnerne beslutter og anerkendes (0 én bestemmer, 1 fuldt ligeværd)",
    "share_of_grant_with_lead": "typisk: den andel af bevillingen, der bliver hos den ledende organisation",
    "size_of_goal": "typisk: hvor meget der loves i forhold til det, de planlagte timer plejer at give",
    "co_running": "typisk: den andel af arbejdet i aktiviteterne, der gøres sammen med dem, der ville eje dem efter bevillingen",
    "experience_at_start": "typisk: de første nøglepersoners erfaring med partnerskaber",
    "mandate_at_start": "typisk: hvor meget de første nøglepersoner må beslutte ved bordet",
    "differing_interests": "typisk: hvor langt organisationernes interesser ligger fra hinanden (0 ens, 1 modsatte)",
    "months_to_find_partners": "typisk: måneder til at finde partnere, før ansøgningen skal være inde",
    "concentration_of_hours": (
        "typisk: den del af den ledende organisations timer, som koordinatoren selv lægger (0,5 delt, 1 alt hos én)"
    ),
    "renewal_months": "typisk: måneder, hvorefter alle frivillige skal søge igen; 0 er uden slutdato",
    "sparring_months": "typisk: måneder med sparring udefra, regnet fra begyndelsen",
    "places": "typisk: steder (landsbyer, områder), som de samme timer skal række til",
    "invitation_by_interest": (
        "typisk: i hvor høj grad borgere inviteres efter interesse eller aktivitet frem for efter diagnose eller problemer"
    ),
    "input_acted_on": "typisk: den del af borgernes forslag, der bliver til handling",
    "difference_between_partnerships": (
        "hvor langt en praksis, eller et medlems egne timer, kan ligge over eller under sin typiske værdi, i forhold til den; 0: "
        "alle gør det ens"
    ),
    "practices_go_together": (
        "sandsynligheden for, at et partnerskab i én måde at arbejde sammen på ligger lige så langt over eller under det typiske "
        "som i de andre; 0: hver måde er for sig"
    ),
    "agreements_up_to_step_1": "den andel af partnerskaberne, der svarer trin 1 eller lavere om en skriftlig aftale",
    "agreements_up_to_step_2": "den andel af partnerskaberne, der svarer trin 2 eller lavere om en skriftlig aftale",
    "agreements_up_to_step_3": "den andel af partnerskaberne, der svarer trin 3 eller lavere om en skriftlig aftale",
    "agreements_up_to_step_4": "den andel af partnerskaberne, der svarer trin 4 eller lavere om en skriftlig aftale",
    "differing_interests_up_to_step_1": "den andel af partnerskaberne, der svarer trin 1 eller lavere om forskellige interesser",
    "differing_interests_up_to_step_2": "den andel af partnerskaberne, der svarer trin 2 eller lavere om forskellige interesser",
    "differing_interests_up_to_step_3": "den andel af partnerskaberne, der svarer trin 3 eller lavere om forskellige interesser",
    "differing_interests_up_to_step_4": "den andel af partnerskaberne, der svarer trin 4 eller lavere om forskellige interesser",
}
