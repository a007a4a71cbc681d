"""What the parameters of meeting mean, in Danish."""

MEANINGS: dict[str, str] = {
    "coordination_hours_per_partner": "timer til koordinering, som de første partnere kræver hver",
    "growth_of_coordination": "den potens af antallet af partnere, som koordineringen vokser med: 1 er i takt med antallet",
    "informal_contact_lost_per_partner": (
        "hvor hurtigt kontakten holder op med at passe sig selv, når der kommer partnere til ud over to: halvdelen er tabt ved 1 "
        "/ dette tal"
    ),
    "absence_of_the_uncommitted": "den del af møderne, som én uden vilje eller tid udebliver fra",
    "trust_gain_per_month": "den del af vejen op mod det, den anden holder, som tilliden stiger for hver måned med møder",
    "trust_loss_relative_to_gain": "hvor stort et tab af tillid er i forhold til en stigning",
    "fading_of_ties_per_month": (
        "den del af kendskabet, og af tilliden ud over den til en fremmed, som går tabt på en måned uden møder eller pleje"
    ),
    "settling_of_trust_per_month": "den del af vejen, som tilliden mellem organisationer følger efter tilliden mellem personer",
    "months_to_establish_a_tie": "måneder med møder, hvorefter et bånd er halvt etableret",
    "weight_of_standing_in_trust": "vægten af respekt og ligeværd i indtrykket, i forhold til holdte løfter",
    "weight_of_the_unspoken_in_trust": "vægten af at vide, hvor langt væk den andens interesse ligger, i forhold til holdte løfter",
    "weight_of_tension_in_trust": "vægten af, at der ingen spænding er, i forhold til holdte løfter",
    "learning_of_expectations_per_month": "den del af det ukendte, som et møde gør kendt ved fuld åbenhed",
    "alignment_per_month": "den del af vejen, som ens syn på målet flytter sig hen mod synet hos dem, man mødes med",
    "pace_of_formulation": (
        "hvor meget hurtigere mål og forventninger falder på plads, mens målet formuleres sammen: 1 er dobbelt så hurtigt"
    ),
    "pace_of_experience": "hvor meget hurtigere det går med erfaring og mandat over det sædvanlige: 1 er dobbelt så hurtigt",
    "usual_experience": "erfaring x mandat, hvor farten er den sædvanlige",
    "drift_of_views_per_month": ("den del af vejen, som et syn på målet skrider tilbage mod ens egen interesse, og hvor meget det flakker"),
    "distance_without_shared_goal": "den afstand mellem to syn på målet (0-1), hvor intet af målet er fælles",
    "growth_of_tension_per_month": "den spænding, der kommer til, når modsatte interesser hverken bindes sammen eller tales om",
    "relief_by_talk_per_month": "den del af spændingen, som helt åben snak løser",
    "chance_of_conflict_per_month": "sandsynligheden for, at fuld spænding bryder ud i konflikt",
    "trust_lost_in_conflict": "den del af al tillid, som et udbrud ved fuld spænding koster",
    "air_cleared_by_open_conflict": "den del af spændingen, som et udbrud rydder af vejen ved fuld åbenhed",
    "settling_of_roles_per_month": "den del af vejen, som rolleklarheden flytter sig hen mod det, som struktur og snak gør muligt",
    "memory_per_month": "vægten af denne måned i det, der mærkes som et løbende gennemsnit",
    "months_on_a_level": "den korteste tid på et trin i samarbejdet",
    "depth_of_samvirke": "det gennemsnit af tillid, forståelse og kommunikation, som det tætteste trin kræver",
    "slack_before_a_step_down": "den del af et trins dybde, som samarbejdet skal falde under, før trinnet går tabt",
    "weight_of_competence_in_trust": "den del af det, der er holdt, som ikke tæller, når kompetencen er helt forkert",
    "integration_withheld_below_samvirke": "den del af integrationen, som et rent netværk ikke når",
    "clarity_from_sparring": (
        "hvor stor en del af den manglende rolleklarhed en sparringspartner udefra tilfører, og hvor meget før den falder på plads"
    ),
    "pace_from_sparring": (
        "hvor meget hurtigere mål og forventninger falder på plads med en sparringspartner udefra: 1 er dobbelt så hurtigt"
    ),
    "trust_lost_per_month_of_waiting": "den del af tilliden til en kommune, som et afslag koster for hver måned, man har ventet på det",
}
