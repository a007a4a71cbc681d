"""What the parameters of anchoring and answers mean, in Danish."""

MEANINGS: dict[str, str] = {
    "chance_of_beginning_anchoring_per_month": (
        "sandsynligheden for, at en koordinator med fuldt mandat tager fat på forankringen, når slutningen er langt væk"
    ),
    "urgency_of_the_end": "ekstra sandsynlighed for at begynde forankringen i bevillingens sidste måned: 1 fordobler den",
    "pace_of_visibility_per_month": (
        "den del af vejen, som synligheden går mod det, der er nået og dokumenteret, ved fuld forankringsindsats"
    ),
    "fading_of_visibility_per_month": (
        "den del af vejen, som synligheden går mod det, der er nået og dokumenteret, uden forankringsindsats"
    ),
    "weight_of_staff_run": "den del af en værts parathed, der går tabt, når en aktivitet drives af ansatte alene",
    "chance_of_finding_a_host_per_month": (
        "sandsynligheden for, at et helt parat medlem siger ja til at være vært for en aktivitet, ved fuld indsats"
    ),
    "last_call_for_hosts": (
        "sandsynligheden for, at et helt parat medlem siger ja, når partnerskabet slutter, og alle medlemmer spørges efter tur"
    ),
    "chance_of_applying_per_month": "sandsynligheden for, at en ansøgning sendes, ved fuld indsats",
    "months_until_a_funder_decides": "måneder fra ansøgning til svar",
    "chance_of_application_granted": "sandsynligheden for, at en ansøgning imødekommes, hvor alle døre står åbne",
    "openness_of_other_pools": "hvor åbne andre puljer er for det, der er fuldt dokumenteret",
    "municipal_lead_opens_budgets": "hvor meget mere åbent budgettet er i en kommune, der leder: 1 er dobbelt så åbent",
    "part_of_the_need_an_application_covers": "den del af det, det koster at fortsætte, som en imødekommet ansøgning dækker",
    "weight_of_money_in_staying": (
        "den del af ønsket om at fortsætte, som sikrede penge afgør, hvor en bevilling betaler alle et medlems timer"
    ),
    "weight_of_relations_in_staying": (
        "den del af resten, som tillid og engagement afgør, ved siden af udbyttet, ledelsens opbakning, og hvor tæt temaet er på "
        "medlemmets egen opgave"
    ),
    "part_of_its_hours_an_activity_needs": "den del af de sædvanlige timer, uden hvilken en aktivitet ikke kan fortsætte",
    "wish_needed_to_stay": "det ønske om at fortsætte, der skal til, for at et medlem fortsætter",
    "luck_in_decisions": "hvor meget tilfældet flytter ønsket om at fortsætte, op eller ned",
    "ownership_needed_to_lead": "det ejerskab, der skal til, for at et medlem overtager ledelsen",
    "part_of_the_hours_needed_to_go_on": "den del af de nuværende timer, uden hvilken et partnerskab ikke kan fortsætte",
    "hours_that_keep_a_partnership_going": "timer pr. måned, under hvilke et partnerskab er for svagt",
    "weak_months_before_the_end": "svage måneder i træk, der får et partnerskab til at slutte",
    "chance_of_activity_stopping_per_month": "sandsynligheden for, at en aktivitet, som intet holder i gang, stopper efter bevillingen",
    "share_who_talk_it_over_with_all": "kontaktpersoner, der taler svarene igennem med alle partnere",
    "share_who_talk_it_over_with_some": "kontaktpersoner, der taler svarene igennem med nogle partnere",
    "weight_of_talking_it_over": (
        "den del af vejen mod partnernes gennemsnit, som kontaktpersonen flytter sig ved at tale svarene igennem med alle"
    ),
    "width_of_an_answer": "bredden af et svartrin på den bagvedliggende skala, for spørgsmål med fem trin",
    "social_desirability": "hvor meget vurderende svar forskydes mod den ønskværdige ende",
    "halo": "hvor meget den enkelte svarendes humør flytter alle hendes vurderende svar, op eller ned",
    "response_noise": "standardafvigelsen for støjen i et svar",
    "noise_left_by_talking_it_over": "den del af støjen, der er tilbage, når svarene er talt igennem med alle",
    "anchoring_nobody_owns": "den del af sandsynligheden for at begynde forankringen, der går tabt, hvor ingen ved, hvem der leder",
    "hours_given_up_at_the_end": "den del af egne timer, som de, der fortsætter, opgiver, når bevillingen slutter",
    "attainment_that_meets_the_goal": "den målopfyldelse, ved hvilken målet regnes for nået",
    "steadiness_of_a_municipal_host": "hvad en kommunal værts budget uden pres lægger til det, der holder en aktivitet i gang",
    "steadiness_of_a_free_host": "hvad en anden værts selvstændighed lægger til det, der holder en aktivitet i gang",
}
