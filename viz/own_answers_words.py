"""How one's own answers chose the lives, in plain words, in Danish and English."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.comparison_reading import SURE
from analysis.own_answers import Beside
from analysis.seeds import Likeness


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in."""

    like_yours: str
    unusual: str
    beside: str
    by_chance: str
    other_command: str


ENGLISH = Words(
    like_yours=(
        "Lives like yours: the answers of {partnership} in month {month} were held against {of} lives like these, which then weigh "
        "as much as {effective}. {lives} lives were kept of {looked_at} looked at; the arm as it is decides which, and all arms "
        "share them."
    ),
    unusual=(
        "These answers are unusual here: hardly any life like these comes out so. What follows rests on few lives; read it with care."
    ),
    beside=(
        "What the answers change: it goes on at the grant's end in {with_answers} % of the lives like yours, in {without} % of "
        "lives like these without the answers."
    ),
    by_chance="That difference may be chance.",
    other_command=(
        "run and compare do not keep the same lives from the same first seed: run gives every life parameters of its own, compare "
        "every four lives the same, so other lives could have answered so."
    ),
)
DANISH = Words(
    like_yours=(
        "Forløb som jeres: svarene fra {partnership} i måned {month} blev holdt op mod {of} forløb som disse, som derefter vejer så "
        "meget som {effective}. {lives} forløb blev beholdt af {looked_at} set på; varianten, som det er, afgør hvilke, og alle "
        "varianter deler dem."
    ),
    unusual=(
        "De svar er usædvanlige her: næsten intet forløb som disse bliver sådan. Det følgende hviler på få forløb; læs det med forbehold."
    ),
    beside=(
        "Hvad svarene ændrer: det fortsætter ved bevillingens slutning i {with_answers} % af forløbene som jeres, i {without} % af "
        "forløb som disse uden svarene."
    ),
    by_chance="Den forskel kan være tilfældig.",
    other_command=(
        "run og compare beholder ikke de samme forløb, selv om de begynder ved samme lodtrækning: run giver hvert forløb sine egne "
        "parametre, compare giver fire forløb de samme, så det er andre forløb, der kunne have svaret sådan."
    ),
)
LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}


def about_own_answers(likeness: Likeness, beside: Beside | None, lives: int, language: str) -> Iterator[str]:
    """How many lives match, which command lives which, whether that is few, and what the answers change."""
    words = LANGUAGES[language]
    mark = "." if language == "da" else ","
    numbers = {"of": likeness.of, "effective": max(1, round(likeness.effective)), "lives": lives, "looked_at": likeness.looked_at}
    said = {name: f"{number:,}".replace(",", mark) for name, number in numbers.items()}
    yield words.like_yours.format(partnership=likeness.partnership, month=likeness.month, **said)
    yield words.other_command
    if likeness.is_unusual:
        yield words.unusual
    if beside is not None:
        change = f"{beside.goes_on:.0f}", f"{beside.goes_on_without:.0f}"
        told = words.beside.format(with_answers=change[0], without=change[1])
        told = told.replace(" %", "\N{NO-BREAK SPACE}%")
        yield told if abs(beside.goes_on - beside.goes_on_without) > SURE * beside.error else f"{told} {words.by_chance}"
