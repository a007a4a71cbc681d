"""What the parameters of volunteers and citizens mean, in Danish."""

MEANINGS: dict[str, str] = {
    "share_of_reaching_that_recruits_volunteers": (
        "den del af timerne til at nå ud til mennesker, der går til at søge frivillige, hvor der er både borgere og frivillige at nå"
    ),
    "hours_per_personal_ask": "timer, det tager at spørge én person for alvor",
    "hours_per_person_advertised_to": "timers annoncering pr. person, der nås med den",
    "conversion_of_advertising": "sandsynligheden for et ja efter en annonce i forhold til efter et personligt spørgsmål",
    "meaning_before_anything_runs": "hvor meget målet betyder for dem, der spørges, før nogen aktivitet er i gang",
    "weight_of_demands_on_volunteers": "den del af ja-svarene, som et krævende tilbud koster",
    "voluntary_lead_eases_recruiting": "ekstra personer, der spørges pr. time under frivillig ledelse: 1 er dobbelt så mange",
    "volunteer_strategy_eases_recruiting": "ekstra personer, der spørges pr. time med en kommunal frivilligstrategi",
    "chance_of_volunteer_stopping_per_month": "sandsynligheden for, at en frivillig helt uden bånd stopper",
    "weight_of_belonging": "den del af sandsynligheden for at stoppe, som fuld samhørighed fjerner",
    "weight_of_recognition": "den del af sandsynligheden for at stoppe, som fuld anerkendelse og en opgave, der passer helt, fjerner",
    "weight_of_tiredness": "ekstra sandsynlighed for at stoppe, når der ingen kræfter er tilbage: 1 er det dobbelte",
    "weight_of_the_end_in_stopping": "ekstra sandsynlighed for at stoppe ved en slutning uden et næste skridt: 1 er det dobbelte",
    "support_hours_that_suffice": "støttetimer pr. frivillig om måneden, der er nok: flere end det gør ingen forskel",
    "pace_of_belonging_per_month": (
        "den del af vejen, som samhørighed og anerkendelse går mod det, som fællesskab og støtte giver mulighed for"
    ),
    "fellows_that_make_a_circle": "det antal andre frivillige, der giver halvdelen af fuld samhørighed",
    "tiring_per_month": "kræfter, der tabes om måneden ved dobbelt så mange timer, som man gerne giver, og genvindes ved ingen",
    "hours_a_volunteer_gives_gladly": "timer om måneden, som ikke trætter nogen",
    "volunteer_hours_an_activity_needs": "frivilligtimer, som én aktivitet i gang beder om",
    "most_hours_of_a_volunteer": "flest timer, en frivillig lader sig bede om",
    "hours_per_contact_in_open_meetings": "timer med åbne møder pr. borgerplads, der opnås kontakt med",
    "hours_per_contact_by_outreach": "timers opsøgende arbejde pr. borgerplads, der opnås kontakt med",
    "word_of_mouth_per_month": "sandsynligheden for, at en borger med et stort netværk hører om det, når alle andre er med",
    "municipal_lead_refers_citizens": "ekstra kontakter ved henvisning under kommunal ledelse: 1 er dobbelt så mange",
    "chance_of_lapsing_per_month": "sandsynligheden for, at en deltager i et værdiløst tilbud uden tærskel bliver væk",
    "wellbeing_gain_per_month": "trivsel, der vindes ved fuld virkning af et perfekt tilbud",
    "network_gain_per_month": "netværk, der vindes ved fuld virkning af et perfekt tilbud",
    "response_that_does_nothing": "grænse for virkningen (0-1, jævnt fordelt): er den lavere, skader det at være med",
    "volunteering_from_surplus_per_month": (
        "sandsynligheden for, at en deltager, der spørges personligt, bliver frivillig, pr. enhed vundet trivsel"
    ),
    "share_of_citizens_who_could_volunteer": "borgere, der nogensinde kunne blive frivillige",
    "meaning_lost_without_a_say": "den del af meningen, der går tabt, hvor frivillige kun er hænder",
    "meaning_lost_to_risk_framing": "den del af meningen, som et rent risikotema koster",
    "wide_search_eases_recruiting": ("ekstra personer, der spørges pr. time, hvor kommunen kender alle foreninger: 1 er dobbelt så mange"),
    "no_end_date_widens_the_search": "ekstra personer, der spørges pr. time, hvor ingen slutdato er kendt: 1 er dobbelt så mange",
    "weight_of_paperwork_on_volunteers": ("den del af ja-svarene, som papirarbejde koster, i forhold til den del af alle timer, det tager"),
    "weight_of_paperwork_in_stopping": "ekstra sandsynlighed for at stoppe, hvis papirarbejde tog alle timerne: 1 er det dobbelte",
    "weight_of_takeover_in_stopping": "ekstra sandsynlighed for at stoppe, hvor ansatte gør alt arbejdet: 1 er det dobbelte",
    "extra_support_for_lived_experience": (
        "ekstra støtte, som frivillige, der selv har levet med temaet, har brug for: 1 er dobbelt så meget"
    ),
    "credibility_of_lived_experience": (
        "den del af det, der mangler i borgernes tillid, som opvejes, når alle frivillige selv har levet med temaet"
    ),
    "belonging_lost_at_renewal": "den del af samhørigheden, der går tabt, når alle skal søge igen",
    "unmotivated_who_apply_anew": "den del af de helt umotiverede, der alligevel søger igen",
    "held_by_quality": "den del af frafaldet, som et perfekt tilbud, der passer, fjerner",
    "hours_per_renewal": "timer til optagelse pr. frivillig, der søger igen",
    "joining_lost_to_risk_framing": "den del af de sårbares tilslutning, som et rent risikotema koster",
    "joining_lost_to_diagnosis": "den del af tilslutningen, som en invitation efter diagnose koster",
    "lapsing_when_input_leads_nowhere": "ekstra frafald, hvor ingen af borgernes forslag bliver til noget: 1 er det dobbelte",
    "access_lost_to_dependence": "den del af en forenings adgang til målgruppen, som fuld afhængighed koster",
}
