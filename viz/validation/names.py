"""What blocks of questions are called, in Danish and English."""

BLOCK_NAMES: dict[str, tuple[str, str]] = {
    "goals_and_values": ("mål og værdier", "goals and values"),
    "trust_and_communication": ("tillid og kommunikation", "trust and communication"),
    "ownership_and_investment": ("ejerskab og investering", "ownership and investment"),
    "learning": ("læring", "learning"),
    "seven_together": ("de syv C'er sammen", "the seven C's together"),
    "synergy": ("synergi", "synergy"),
    "gain_and_cost": ("udbytte og indsats", "gain and cost"),
    "quality_and_attainment": ("kvalitet og målopfyldelse", "quality and attainment"),
    "roles_and_need": ("roller og behov", "roles and need"),
    "arenas": ("arenaer", "arenas"),
    "turnover": ("udskiftning", "turnover"),
    "money": ("penge", "money"),
    "endings": ("hvad der sker bagefter", "endings"),
    "how_they_work": ("samarbejdsform", "how they work"),
}
"""Danish, English."""

C_NAMES: dict[str, tuple[str, str]] = {
    "purpose": ("formål", "purpose"),
    "congruency": ("overensstemmelse", "congruency"),
    "value": ("værdi", "value"),
    "connection": ("forbindelse", "connection"),
    "communication": ("kommunikation", "communication"),
    "learning": ("læring", "learning"),
    "commitment": ("forpligtelse", "commitment"),
    "synergy": ("synergi", "synergy"),
}
"""Danish, English."""
