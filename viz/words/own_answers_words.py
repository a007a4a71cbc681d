"""How one's own answers chose the lives, in plain words, in Danish and English."""

from collections.abc import Iterator
from dataclasses import dataclass

from samvirke.analysis.comparison.reading import SURE
from samvirke.analysis.run.seeds import Beside, Likeness


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in; of two forms the first is for one."""

    like_yours: str
    hardly_any: str
    unusual: str
    beside: str
    by_chance: str
    runs_kept: tuple[str, str]
    how_chosen: str
    other_command: str


ENGLISH = Words(
    like_yours="Lives like yours: {share} % of the lives could have answered as you did in month {month} ({partnership}).",
    hardly_any="less than 1",
    unusual=(
        "These answers are unusual here: hardly any life like these comes out so. What follows rests on few lives; read it with care."
    ),
    beside=(
        "What the answers change: it goes on at the grant's end in {with_answers} % of the lives like yours, in {without} % of "
        "lives like these without the answers."
    ),
    by_chance="That difference may be chance.",
    runs_kept=("1 life was", "{replicates} lives were"),
    how_chosen=(
        "How lives like yours were found: of {of} lives like these each counts by its chance to answer so, and together they say as "
        "much as {effective} that are sure to. {kept} kept of {looked_at} looked at; the arm as it is decides which, and all arms "
        "share them."
    ),
    other_command=(
        "run and compare do not keep the same lives from the same first seed: run gives every life parameters of its own, compare "
        "every four lives the same, so other lives could have answered so."
    ),
)
DANISH = Words(
    like_yours="Forløb som jeres: {share} % af forløbene kunne have svaret som jer i måned {month} ({partnership}).",
    hardly_any="under 1",
    unusual=(
        "De svar er usædvanlige her: næsten intet forløb som disse bliver sådan. Det følgende hviler på få forløb; læs det med forbehold."
    ),
    beside=(
        "Hvad svarene ændrer: det fortsætter ved bevillingens slutning i {with_answers} % af forløbene som jeres, i {without} % af "
        "forløb som disse uden svarene."
    ),
    by_chance="Den forskel kan være tilfældig.",
    runs_kept=("1 forløb", "{replicates} forløb"),
    how_chosen=(
        "Sådan blev forløb som jeres fundet: af {of} forløb som disse tæller hvert med sin chance for at svare sådan, og tilsammen siger "
        "de lige så meget som {effective}, der helt sikkert gør det. {kept} blev beholdt af {looked_at} set på; varianten, som det er, "
        "afgør hvilke, og alle varianter deler dem."
    ),
    other_command=(
        "run og compare beholder ikke de samme forløb, selv om de begynder ved samme lodtrækning: run giver hvert forløb sine egne "
        "parametre, compare giver fire forløb de samme, så det er andre forløb, der kunne have svaret sådan."
    ),
)
LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}


def about_own_answers(likeness: Likeness, beside: Beside | None, language: str) -> Iterator[str]:
    """How many lives could have answered so, whether that is few, and what the answers change."""
    words = LANGUAGES[language]
    percent = round(100.0 * likeness.effective / likeness.of)
    share = str(percent) if percent else words.hardly_any
    yield _tied(words.like_yours.format(share=share, month=likeness.month, partnership=likeness.partnership))
    if likeness.is_unusual:
        yield words.unusual
    if beside is not None:
        told = _tied(words.beside.format(with_answers=f"{beside.goes_on:.0f}", without=f"{beside.goes_on_without:.0f}"))
        yield told if abs(beside.goes_on - beside.goes_on_without) > SURE * beside.error else f"{told} {words.by_chance}"


def how_they_were_chosen(likeness: Likeness, replicates: int, language: str) -> Iterator[str]:
    """How the lives were found, and which command lives which: what one reads after the answer."""
    words = LANGUAGES[language]
    mark = "." if language == "da" else ","
    numbers = {"of": likeness.of, "effective": max(1, round(likeness.effective)), "lives": replicates, "looked_at": likeness.looked_at}
    said = {name: f"{number:,}".replace(",", mark) for name, number in numbers.items()}
    kept = words.runs_kept[replicates != 1].format(replicates=said["lives"])
    yield words.how_chosen.format(kept=kept, **said)
    yield words.other_command


def _tied(text: str) -> str:
    """Figures and their per cent sign stay on one line."""
    return text.replace(" %", "\N{NO-BREAK SPACE}%")
