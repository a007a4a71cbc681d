"""What pictures of an explanation say, in Danish and English."""

from dataclasses import dataclass

from samvirke.analysis.run.not_a_verdict import OF_MANY, OF_ONE


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in. `position` is that of the words of a measure."""

    position: int
    prospects: str
    prospects_level: str
    how_prospects: str
    months: str
    of_100: str
    turn: str
    small_things: str
    but_for: str
    how_but_for: str
    no_difference: str
    turning: str
    how_turning: str
    never_any: str
    not_a_verdict: str
    runs_not_a_verdict: str


ENGLISH = Words(
    position=1,
    prospects="Where {partnership} turned, in one simulated life",
    prospects_level="The prospects of {partnership}, one simulated life: nothing turned them",
    how_prospects="Of 100 lives that go on from the end of a month with other luck, so many {words}.",
    months="month",
    of_100="of 100 lives",
    turn="{number}  {month}: from {before} to {after}. {what}",
    small_things="Something that could have come did not, or many small things.",
    but_for="{partnership}: had one thing been otherwise",
    how_but_for="Of 100 such lives, how many more or fewer {words}. Bar: 95 % of what chance leaves open. Hollow: chance leaves "
    "both ways open, or nothing moves.",
    no_difference="no difference",
    turning="Which events turn endings: {scenario}",
    how_turning="Of 100 lives of a partnership, how many end otherwise when such events never happen. Bar: 95 % of what chance "
    "leaves open.",
    never_any="never any {what}",
    not_a_verdict=OF_ONE["en"],
    runs_not_a_verdict=OF_MANY["en"],
)

DANISH = Words(
    position=0,
    prospects="Hvor det vendte for {partnership}, i ét simuleret forløb",
    prospects_level="Udsigterne for {partnership}, ét simuleret forløb: intet vendte dem",
    how_prospects="Så mange af 100 forløb, der går videre fra slutningen af en måned med andre tilfældigheder, {words}.",
    months="måned",
    of_100="af 100 forløb",
    turn="{number}  {month}: fra {before} til {after}. {what}",
    small_things="Noget, der kunne være sket, udeblev, eller mange små ting.",
    but_for="{partnership}: hvis én ting havde været anderledes",
    how_but_for="Hvor mange flere eller færre af 100 sådanne forløb {words}. Streg: 95 % af det, tilfældet lader stå åbent. Hul: tilfældet "
    "lader begge veje stå åbne, eller intet flytter sig.",
    no_difference="ingen forskel",
    turning="Hvilke hændelser vender en slutning: {scenario}",
    how_turning="Hvor mange af 100 forløb af et partnerskab der slutter anderledes, når den slags aldrig sker. Streg: 95 % af det, "
    "tilfældet lader stå åbent.",
    never_any="aldrig {what}",
    not_a_verdict=OF_ONE["da"],
    runs_not_a_verdict=OF_MANY["da"],
)

LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}
