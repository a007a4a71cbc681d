"""What the parameters of context and turnover mean, in Danish."""

MEANINGS: dict[str, str] = {
    "share_of_money_for_staff": "den del af pengene, der betaler timer",
    "cost_of_an_hour_dkk": "hvad en lønnet time koster",
    "drift_of_politics_per_month": "hvor langt prioritering og budgetpres kan flytte sig på en måned",
    "chance_of_reorganisation_per_year": "sandsynligheden for, at en kommune, der er medlem, reorganiseres",
    "months_of_unrest": "måneder, hvor en reorganisering kan mærkes",
    "loss_from_reorganisation": "den del af opbakning, mandat, klarhed og synlighed, som en reorganisering tager",
    "chance_of_leaving_post_per_year": "sandsynligheden for, at en nøgleperson forlader sin post i rolige tider",
    "leaving_after_reorganisation": "ekstra sandsynlighed for at stoppe, så længe uroen varer: 1 fordobler den",
    "leaving_as_the_grant_ends": "ekstra sandsynlighed for at forlade en lønnet post i bevillingens sidste måned: 1 fordobler den",
    "months_the_end_is_felt": "måneder før en bevilling slutter, hvor slutningen kan mærkes",
    "chance_of_filling_a_post_per_month": "sandsynligheden for, at en ledig post besættes",
    "months_an_agreement_stays_fresh": "den alder, hvor en aftale er det halve værd",
    "saved_by_an_established_tie": "den del af et fuldt etableret bånd, som overlever, at nogen stopper",
    "lost_with_a_departure": "hvor stor en del af det, som intet bevarer, der virkelig går tabt, når en nøgleperson stopper",
    "saved_by_a_month_of_handover": "den del af bånd og viden, som en måneds overlap bevarer",
    "saved_by_a_fresh_agreement": "den del, som en fuldt detaljeret og frisk aftale bevarer",
    "saved_by_a_second_person": "den del, som en anden person, der kender hele arbejdet, bevarer",
    "weight_of_central_persons": "hvor meget mere kunnen en central person tager med sig: 1 er dobbelt så meget",
    "weight_of_institutional_trust": "den del af tilliden mellem organisationerne, som en afløser begynder med",
    "months_of_a_plan_without_end": "måneder, som en plan uden slutdato dækker",
    "shift_at_elections": "hvor langt et kommunalvalg kan flytte prioriteringen af temaet",
    "hours_lost_in_july": "den del af de ulønnede timer, som ingen lover i juli",
    "search_lost_with_a_person": "den del af en kommunes kendskab til foreninger, som går tabt, når en person stopper",
    "recovery_per_month": "den del af vejen, som opbakning og mandater finder tilbage, når uroen er forbi",
    "rotation_of_student_organisations": (
        "sandsynligheden for, at en uddannelsesorganisations plads går videre til en ny person i september"
    ),
}
