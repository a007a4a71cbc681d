"""What a picture of a partnership says, in Danish and English."""

from dataclasses import dataclass
from textwrap import wrap

WIDEST_LABEL = 14
WIDEST_SENTENCE = 50
LITTLE, ALL = 0.075, 0.98


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in."""

    title: str
    how_to_read: str
    one_run: str
    months: tuple[str, ...]
    month: str
    sectors: dict[str, tuple[str, str]]
    unknown_sector: tuple[str, str]
    leads: str
    coordinator: str
    former_coordinator: str
    new: str
    several_new: str
    left: str
    several_left: str
    fractions: tuple[tuple[float, str], ...]
    very_little: str
    about: str
    all_trust: str
    hangs_on_coordinator: str
    coordinator_left: str
    nobody_coordinates: str
    high_in: str
    out_of_touch: str
    nobody_left: str
    no_ties: str

    def month_in_words(self, month: int, start: str) -> str:
        """A month as the calendar has it, as a title or a sentence begins; `start` is the calendar month of month 1, as YYYY-MM."""
        inside = self.month_inside(month, start)
        return inside[:1].upper() + inside[1:]

    def month_inside(self, month: int, start: str) -> str:
        """The same inside a sentence: Danish months begin with a small letter there."""
        year, first = (int(part) for part in start.split("-"))
        years, position = divmod(first - 1 + month - 1, 12)
        return self.month.format(name=self.months[position], year=year + years, month=month)

    def part_of_trust(self, share: float) -> str:
        """A share of all trust as one would say it; begins a sentence."""
        if share >= ALL:
            return self.all_trust
        if share < LITTLE:
            return self.very_little
        return self.about.format(fraction=min(self.fractions, key=lambda each: abs(each[0] - share))[1])

    def sector(self, sector: str | None, how_many: int) -> str:
        """So many organisations of a sector."""
        one, several = self.sectors.get(sector or "", self.unknown_sector)
        return one if how_many == 1 else several.format(n=how_many)


def label_lines(text: str) -> list[str]:
    """A label broken into short lines, at blanks and hyphens."""
    return wrap(text, WIDEST_LABEL, break_long_words=False)


def sentence_lines(text: str) -> list[str]:
    """A sentence broken into lines as wide as a panel."""
    return wrap(text, WIDEST_SENTENCE, break_on_hyphens=False)


ENGLISH = Words(
    title="Who trusts whom in {partnership}",
    how_to_read="A thick dark line is high trust between two persons, a thin line some, a dashed one little. "
    "An empty dashed circle: somebody has left.",
    one_run="One simulated life (seed {seed}) of the many that could have been.",
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ),
    month="{name} {year} (month {month})",
    sectors={
        "municipality": ("Municipality", "{n} municipalities"),
        "region_state_health": ("Region or health service", "{n} regions or health services"),
        "civil_society": ("Association", "{n} associations"),
        "interest_org": ("Interest organisation", "{n} interest organisations"),
        "company": ("Company", "{n} companies"),
        "research_education": ("Education or research", "{n} in education or research"),
        "housing": ("Housing organisation", "{n} housing organisations"),
    },
    unknown_sector=("Organisation", "{n} organisations"),
    leads="(leads)",
    coordinator="Coordinator",
    former_coordinator="former coordinator",
    new="new",
    several_new="{n} new",
    left="left in month\N{NO-BREAK SPACE}{month}",
    several_left="{n} left",
    fractions=(
        (0.1, "a tenth"), (0.2, "a fifth"), (0.25, "a quarter"), (1 / 3, "a third"), (0.4, "two fifths"), (0.5, "half"),
        (0.6, "three fifths"), (2 / 3, "two thirds"), (0.75, "three quarters"), (0.8, "four fifths"), (0.9, "nine tenths"),
    ),
    very_little="Very little of the trust",
    about="About {fraction} of all trust",
    all_trust="All trust",
    hangs_on_coordinator="{part} hangs on the coordinator",
    coordinator_left="{part} went when the coordinator left",
    nobody_coordinates="Nobody coordinates",
    high_in="trust is high in {high} of the {pairs} pairs who meet",
    out_of_touch="without her, {cut} pairs would lose touch",
    nobody_left="Nobody is left at the table.",
    no_ties="Those who are left do not meet each other.",
)  # fmt: skip

DANISH = Words(
    title="Hvem har tillid til hvem i {partnership}",
    how_to_read="En tyk mørk streg er høj tillid mellem to personer, en tynd streg nogen, en stiplet kun lidt. "
    "En tom stiplet cirkel: én er stoppet.",
    one_run="Ét simuleret forløb (nummer {seed}) af de mange, det kunne være blevet.",
    months=(
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december",
    ),
    month="{name} {year} (måned {month})",
    sectors={
        "municipality": ("Kommune", "{n} kommuner"),
        "region_state_health": ("Region eller sundhed", "{n} fra region og sundhed"),
        "civil_society": ("Forening", "{n} foreninger"),
        "interest_org": ("Interesse-organisation", "{n} interesse-organisationer"),
        "company": ("Virksomhed", "{n} virksomheder"),
        "research_education": ("Uddannelse og forskning", "{n} fra uddannelse og forskning"),
        "housing": ("Bolig-organisation", "{n} bolig-organisationer"),
    },
    unknown_sector=("Organisation", "{n} organisationer"),
    leads="(i spidsen)",
    coordinator="Koordinator",
    former_coordinator="tidligere koordinator",
    new="ny",
    several_new="{n} nye",
    left="stoppet i måned\N{NO-BREAK SPACE}{month}",
    several_left="{n} stoppet",
    fractions=(
        (0.1, "en tiendedel"), (0.2, "en femtedel"), (0.25, "en fjerdedel"), (1 / 3, "en tredjedel"), (0.4, "to femtedele"),
        (0.5, "halvdelen"), (0.6, "tre femtedele"), (2 / 3, "to tredjedele"), (0.75, "tre fjerdedele"), (0.8, "fire femtedele"),
        (0.9, "ni tiendedele"),
    ),
    very_little="Meget lidt af tilliden",
    about="Omkring {fraction} af al tillid",
    all_trust="Al tillid",
    hangs_on_coordinator="{part} hænger på koordinatoren",
    coordinator_left="{part} forsvandt, da koordinatoren rejste",
    nobody_coordinates="Ingen koordinerer",
    high_in="tilliden er høj i {high} af de {pairs} par, der mødes",
    out_of_touch="uden hende ville {cut} par miste forbindelsen",
    nobody_left="Der er ingen tilbage ved bordet.",
    no_ties="De, der er tilbage, mødes ikke.",
)  # fmt: skip

LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}
