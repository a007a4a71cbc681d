"""What is said of differences, in Danish and English."""

from dataclasses import dataclass

SHARE, COUNT, STATE, SMALL_STATE = "share", "count", "state", "small state"


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in.

    By kind of measure: `less`, `more`; a whole sentence of one direction (`one_way`, with `ends` or `no_ends` of its range), of one
    that may be none (`at_most`), of either way and of hardly any difference. `either_way`, `up_to`, `from_to`
    and `about` are for an amount alone.
    """

    position: int
    marks: dict[str, str]
    less: dict[str, str]
    more: dict[str, str]
    one_way: dict[str, str]
    ends: dict[str, str]
    no_ends: dict[str, str]
    at_most: dict[str, str]
    or_none: str
    cannot_tell: dict[str, str]
    nothing: dict[str, str]
    less_than_one: str
    in_a_clause: tuple[str, str]
    either_way: str
    up_to: str
    from_to: str
    about: str
    hardly_any: str
    not_known: str
    not_simulated: str
    one_pair: str
    one_pair_alone: str
    it: str
    costs: str
    saves: str
    hours: str
    kroner: str
    millions: str
    together: str
    per_partnership: str
    of_one: tuple[str, str]


ENGLISH = Words(
    position=1,
    marks={},
    less={SHARE: "fewer", COUNT: "fewer", STATE: "points lower", SMALL_STATE: "lower"},
    more={SHARE: "more", COUNT: "more", STATE: "points higher", SMALL_STATE: "higher"},
    one_way={
        SHARE: "about {mean} {way} of 100 partnerships {words}{ends}",
        COUNT: "per partnership, about {mean} {way} {words}{ends}",
        STATE: "{words} is about {mean} {way}{ends}",
        SMALL_STATE: "{words} is about {mean} {way}{ends}",
    },
    ends={
        SHARE: " ({near} to {far})",
        COUNT: " ({near} to {far})",
        STATE: " ({near} to {far} of 100)",
        SMALL_STATE: " ({near} to {far} on a scale of 0 to 1)",
    },
    no_ends={SHARE: "", COUNT: "", STATE: " (of 100)", SMALL_STATE: " (on a scale of 0 to 1)"},
    at_most={
        SHARE: "at most {far} {way} of 100 partnerships {words}",
        COUNT: "per partnership, at most {far} {way} {words}",
        STATE: "{words} is at most {far} {way} (of 100)",
        SMALL_STATE: "{words} is at most {far} {way} (on a scale of 0 to 1)",
    },
    or_none=", or there is no difference",
    cannot_tell={
        SHARE: "the model cannot tell whether more or fewer partnerships {words}: from {low} {less} to {high} {more} of 100",
        COUNT: "the model cannot tell whether there are more or fewer {words}: from {low} {less} to {high} {more} per partnership",
        STATE: "the model cannot tell whether {words} is higher or lower: from {low} {less} to {high} {more} (of 100)",
        SMALL_STATE: "the model cannot tell whether {words} is higher or lower: from {low} {less} to {high} {more} (on a scale of 0 to 1)",
    },
    nothing={
        SHARE: "about as many of 100 partnerships {words}",
        COUNT: "hardly any difference in {words}",
        STATE: "hardly any difference in {words}",
        SMALL_STATE: "hardly any difference in {words}",
    },
    less_than_one="less than 1",
    in_a_clause=("", ""),
    either_way="between {low} {less} and {high} {more}",
    up_to="at most {far} {way}",
    from_to="{near} to {far} {way}",
    about="about {far} {way}",
    hardly_any="hardly any difference",
    not_known="not known: {words}",
    not_simulated="cannot be seen, because the lives end before, or the grant does not end: {words}",
    one_pair="one pair of lives cannot tell: {words}",
    one_pair_alone="one pair of lives cannot tell",
    it="it ",
    costs="costs about {what}",
    saves="saves about {what}",
    hours="{n} hours",
    kroner="{n} kr",
    millions="{n} million",
    together=" and ",
    per_partnership=" per partnership",
    of_one=(" 1 points", " 1 point"),
)

DANISH = Words(
    position=0,
    marks={",": ".", ".": ","},
    less={SHARE: "færre", COUNT: "færre", STATE: "point lavere", SMALL_STATE: "lavere"},
    more={SHARE: "flere", COUNT: "flere", STATE: "point højere", SMALL_STATE: "højere"},
    one_way={
        SHARE: "omkring {mean} {way} af 100 partnerskaber {words}{ends}",
        COUNT: "pr. partnerskab omkring {mean} {way} {words}{ends}",
        STATE: "{words} er omkring {mean} {way}{ends}",
        SMALL_STATE: "{words} er omkring {mean} {way}{ends}",
    },
    ends={
        SHARE: " ({near} til {far})",
        COUNT: " ({near} til {far})",
        STATE: " ({near} til {far} af 100)",
        SMALL_STATE: " ({near} til {far} på en skala fra 0 til 1)",
    },
    no_ends={SHARE: "", COUNT: "", STATE: " (af 100)", SMALL_STATE: " (på en skala fra 0 til 1)"},
    at_most={
        SHARE: "højst {far} {way} af 100 partnerskaber {words}",
        COUNT: "pr. partnerskab højst {far} {way} {words}",
        STATE: "{words} er højst {far} {way} (af 100)",
        SMALL_STATE: "{words} er højst {far} {way} (på en skala fra 0 til 1)",
    },
    or_none=", eller ingen forskel",
    cannot_tell={
        SHARE: "modellen kan ikke afgøre, om flere eller færre partnerskaber {words}: fra {low} {less} til {high} {more} af 100",
        COUNT: "modellen kan ikke afgøre, om der er flere eller færre {words}: fra {low} {less} til {high} {more} pr. partnerskab",
        STATE: "modellen kan ikke afgøre, om {words} er højere eller lavere: fra {low} {less} til {high} {more} (af 100)",
        SMALL_STATE: "modellen kan ikke afgøre, om {words} er højere eller lavere: fra {low} {less} til {high} {more} "
        "(på en skala fra 0 til 1)",
    },
    nothing={
        SHARE: "omtrent lige mange af 100 partnerskaber {words}",
        COUNT: "næsten ingen forskel i {words}",
        STATE: "næsten ingen forskel i {words}",
        SMALL_STATE: "næsten ingen forskel i {words}",
    },
    less_than_one="under 1",
    in_a_clause=("er stadig ", "stadig er "),
    either_way="mellem {low} {less} og {high} {more}",
    up_to="højst {far} {way}",
    from_to="{near} til {far} {way}",
    about="omkring {far} {way}",
    hardly_any="næsten ingen forskel",
    not_known="vides ikke: {words}",
    not_simulated="kan ikke ses, fordi forløbene slutter før, eller bevillingen ikke slutter: {words}",
    one_pair="ét par forløb kan ikke afgøre: {words}",
    one_pair_alone="ét par forløb kan ikke afgøre det",
    it="det ",
    costs="koster omkring {what}",
    saves="sparer omkring {what}",
    hours="{n} timer",
    kroner="{n} kr.",
    millions="{n} mio.",
    together=" og ",
    per_partnership=" pr. partnerskab",
    of_one=(" 1 flere", " 1 mere"),
)

LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}
