"""What the parameters are called that a scenario or one of its arms sets, in Danish and English; levers have words of their own."""

PARAMETER_WORDS: dict[str, tuple[str, str]] = {
    "autonomy_of_ngos_at_start": ("Hvor selvstændige foreninger er fra begyndelsen", "How independent associations are at the start"),
    "clarity_from_sparring": (
        "Hvor meget klarere roller bliver med sparring udefra",
        "How much clearer roles become with outside sparring",
    ),
    "dkk_of_grant_per_activity": ("Kroner af bevillingen for hver aktivitet", "Kroner of the grant for each activity"),
    "fit_of_ngos_at_start": ("Hvor godt foreningers sag passer til målgruppen", "How well an association's cause fits the target group"),
    "months_until_a_funder_decides": ("Måneder fra ansøgning til svar", "Months between application and answer"),
    "most_hours_of_a_volunteer": (
        "Flest timer om måneden, en frivillig lader sig bede om",
        "Most hours a month that a volunteer lets be asked of her",
    ),
    "network_of_citizens": ("Hvor mange en borger kender og kunne tage med", "How many a citizen knows and could bring"),
    "own_hours_per_partner": ("Timer om måneden, en partner selv lægger i det", "Hours a month a partner puts in besides paid ones"),
    "pace_from_sparring": (
        "Hvor meget hurtigere mål bliver fælles med sparring udefra",
        "How much faster goals settle with outside sparring",
    ),
    "share_with_bad_experience": ("Andel med dårlig erfaring med kommunen", "Share with bad experience of a municipality"),
    "share_with_lived_experience": (
        "Andel af frivillige, der selv har levet med temaet",
        "Share of volunteers who have lived with the theme",
    ),
    "trust_among_acquainted": ("Første tillid mellem dem, der kendte hinanden", "First trust among those who knew each other"),
    "trust_at_start": ("Første tillid til én, man ikke kender", "First trust in somebody one does not know"),
    "volunteer_hours_an_activity_needs": ("Frivilligtimer, en aktivitet beder om", "Volunteer hours that an activity asks for"),
    "wellbeing_at_start": ("Trivsel, før man er med", "Wellbeing before taking part"),
}
"""Danish, English."""
