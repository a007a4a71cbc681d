"""What a partnership is called on the screen, in Danish and English.

A name stands in two lines of 22 letters below its partnership; one that has none here is called by its id.
"""

from collections.abc import Iterable

NAMES: dict[str, tuple[str, str]] = {
    "village": ("Landsbyen", "Village"),
    "first-suburb": ("Den første forstad", "First suburb"),
    "second-suburb": ("Den anden forstad", "Second suburb"),
    "city-centre": ("Bymidten", "City centre"),
    "shared-house": ("Det fælles hus", "Shared house"),
    "meeting-place": ("Mødestedet", "Meeting place"),
    "trivselsambassadoerer": ("Trivselsambassadørerne", "Wellbeing ambassadors"),
    "three-areas": ("De tre områder", "Three areas"),
    "three-into-one": ("Tre kommuner bliver til én", "Three municipalities into one"),
    "four-into-one": ("Fire kommuner bliver til én", "Four municipalities into one"),
    "lokalsamfund": ("Lokalsamfundene", "Local communities"),
    "kommune-1": ("Kommune A", "Municipality A"),
    "kommune-2": ("Kommune B", "Municipality B"),
    "kommune-3": ("Kommune C", "Municipality C"),
    "kommune-4": ("Kommune D", "Municipality D"),
    "shared-meals": ("Fællesmåltider", "Shared meals"),
    "two-led-by-municipality": ("To partnere med kommunen i spidsen", "Two partners led by the municipality"),
    "two-led-by-association": ("To partnere med en forening i spidsen", "Two partners led by an association"),
    "two-led-by-both": ("To partnere, der leder sammen", "Two partners leading together"),
    "three-led-by-association": ("Tre partnere med en forening i spidsen", "Three partners led by an association"),
    "four-led-by-municipality": ("Fire partnere med kommunen i spidsen", "Four partners led by the municipality"),
    "five-led-by-association": ("Fem partnere med en forening i spidsen", "Five partners led by an association"),
    "five-led-by-both": ("Fem partnere, der leder sammen", "Five partners leading together"),
    "eleven-led-by-municipality": ("Elleve partnere med kommunen i spidsen", "Eleven partners led by the municipality"),
    "health-house": ("Sundhedshuset", "Health house"),
    "open-from-the-start": ("Åbent fra begyndelsen", "Open from the start"),
    "quarrels-first": ("Først skænderi", "Quarrels first"),
    "naermiljoe": ("Nærmiljøet", "Neighbourhood"),
    "peers": ("Peers", "Peers"),
    "health-sites": ("Sundhedsstederne", "Health sites"),
    "companions": ("Ledsagerne", "Companions"),
}
PROJECTS: dict[str, str] = {
    "abc-mental-sundhed": "ABC for mental sundhed",
    "alkoholpartnerskabet": "Alkoholpartnerskabet",
    "baby-sikker": "Baby-Sikker",
    "bedre-byer-mere-sundhed": "Bedre byer, mere sundhed",
    "broen-til-bedre-sundhed": "Broen til bedre sundhed",
    "baeredygtig-sundhed-yderomraader": "Bæredygtig sundhed i yderområder",
    "de-tunge-drenge": "De tunge drenge",
    "det-digitale-sundhedscenter": "Det digitale sundhedscenter",
    "dropmob": "DropMob",
    "sundhedsfremme-vaeresteder": "Sundhedsfremme på væresteder",
    "forum-for-maends-sundhed": "Forum for mænds sundhed",
    "faellesskab-paa-tvaers": "Fællesskab på tværs",
    "i-form-i-fremtiden": "I form i fremtiden",
    "indflydelse-paa-egen-sundhed": "Indflydelse på egen sundhed",
    "jump4fun": "Jump4Fun",
    "laks": "Lige adgang (LAKS)",
    "livsstilsguide-i-praksis": "Livsstilsguide i praksis",
    "laering-for-sundhed": "Læring for sundhed",
    "mad-og-sundhed-vestegnen": "Mad og sundhed på Vestegnen",
    "mental-sundhed-boligafdelinger": "Mental sundhed i boligafdelinger",
    "mere-liv-i-lungerne": "Mere liv i lungerne",
    "mit-gode-liv": "Mit gode liv",
    "maend-i-fokus": "Mænd i fokus",
    "nye-veje-boligomraader": "Nye veje i boligområder",
    "opsporing-inaktive-skoleboern": "Opsporing af inaktive skolebørn",
    "samskabelse-unge-alkohol": "Samskabelse, unge og alkohol",
    "sosu-erhvervsskoler": "Sundhed på SOSU- og erhvervsskoler",
    "borgernaere-sundhedstilbud-almene": "Borgernære tilbud i almene boliger",
    "sunde-boern-boligomraader": "Sunde børn i sundere boligområder",
    "sundere-erhvervsskoler-holstebro": "Sundere erhvervsskoler i Holstebro",
    "sundhed-der-bevaeger": "Sundhed der bevæger",
    "sundhedsidraet": "Sundhedsidræt",
    "sundhedskompas": "Sundhedskompas",
    "type2-diabetes-familien": "Type 2-diabetes i familien",
    "ungeevent-psykisk-saarbarhed": "Ungeevent om psykisk sårbarhed",
    "unge-paa-sporet": "Unge på sporet",
    "vi-hopper-fra-smoegerne": "Vi hopper fra smøgerne",
}
"""The partnerships of Partnerskabspuljen: short forms of their own names, which are Danish in both languages."""
DANISH_ORDER = " 0123456789abcdefghijklmnopqrstuvwxyzæøå"
LETTERS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))


def case_named(case: str, language: str = "da") -> str:
    """A partnership's name; an id without one is said as words: `moedet-i-byen` is Mødet i byen."""
    named = NAMES.get(case) or (PROJECTS.get(case) or _in_words(case),) * 2
    return named[language != "da"]


def _in_words(case: str) -> str:
    for written, letter in LETTERS:
        case = case.replace(written, letter)
    said = case.replace("-", " ")
    return said[:1].upper() + said[1:]


def alphabetically(cases: Iterable[str], language: str) -> list[str]:
    """Cases in the order of their names, as Danish has it."""
    return sorted(cases, key=lambda case: [DANISH_ORDER.find(letter) for letter in case_named(case, language).lower()])
