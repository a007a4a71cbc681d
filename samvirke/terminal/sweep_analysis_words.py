"""What the commands that read a sweep say, in Danish and English; what stands in braces is filled in."""

from dataclasses import dataclass

from samvirke.analysis.run.not_a_verdict import OF_MANY
from samvirke.analysis.sweep_analysis.answers import Answer
from samvirke.viz.charts.sweep_analysis_words import LANGUAGES as OF_PICTURES


@dataclass(frozen=True)
class Said:
    """The sentences of one language."""

    design: str
    blocks_left_out: str
    interval: str
    nothing_seen: str
    not_identified: str
    holds: str
    inputs_left_out: str
    no_box: str
    box: str
    chance: str
    policies: str
    posterior: str
    prior: str
    fewer: str
    policy: str
    as_it_is: str
    gain: str
    nothing_gains: str
    simulated: str
    folder: str
    not_a_verdict: str


ENGLISH = Said(
    design="{words} ({unit}); {points} points of a {kind} design.",
    blocks_left_out="{number} of its blocks were left out: some of their points have no {name}.",
    interval="{value} ({low} to {high})",
    nothing_seen="0 (no change was seen)",
    not_identified="  [not identified by the answers: narrowed by {share} %]",
    holds="{words}. It holds in {share} % of {replicates} lives.",
    inputs_left_out="Left out, because some points leave them open: {names}.",
    no_box="No box was found that is denser than chance would make it.",
    box="{method}, box {number}: it holds in {density} % of the lives in the box (density), {coverage} % of all cases (coverage); among "
    "lives held out {density_out} % and {coverage_out} %.",
    chance="  (quasi-p {value})",
    policies="{number} policies over {levers}; {draws} draws from {drawn_from}, {replicates} lives of each. An hour is priced at "
    "{price} kroner. Kroner per partnership, more than the scenario as it is.",
    posterior="the posterior fitted to {scenario}",
    prior="the prior",
    fewer="; fewer is a gain",
    policy="policy {number}: {said}",
    as_it_is="0 kr: as it is, regret {regret}",
    gain="{cost} kr: {levers}: gains {gain}, regret {regret}, on the frontier in {share} % of the draws",
    nothing_gains="Nothing that was tried gains more than chance would give.",
    simulated="What was lived: {work} (a sweep; the same command goes on with it)",
    folder="{folder}: {tables} (.parquet and .csv), pictures (.svg and .png), dictionary, manifest.",
    not_a_verdict=OF_MANY["en"],
)

DANISH = Said(
    design="{words} ({unit}); {points} punkter i et design af slagsen {kind}.",
    blocks_left_out="{number} af dets blokke er udeladt: nogle af deres punkter har ingen {name}.",
    interval="{value} ({low} til {high})",
    nothing_seen="0 (der sås ingen ændring)",
    not_identified="  [svarene indsnævrer den ikke: kun {share} %]",
    holds="{words}. Det gælder i {share} % af {replicates} forløb.",
    inputs_left_out="Udeladt, fordi nogle punkter lader dem stå åbne: {names}.",
    no_box="Der blev ikke fundet nogen kasse, som er tættere, end tilfældet ville gøre den.",
    box="{method}, kasse {number}: det gælder i {density} % af kassens forløb (tæthed), {coverage} % af alle tilfælde "
    "(dækning); blandt forløb, "
    "der er holdt udenfor, {density_out} % og {coverage_out} %.",
    chance="  (kvasi-p {value})",
    policies="{number} valg over {levers}; {draws} trækninger fra {drawn_from}, {replicates} forløb af hver. En time koster {price} kroner. "  # noqa: E501
    "Kroner pr. partnerskab ud over scenariet, som det er.",
    posterior="de parametersæt, der passer med svarene fra {scenario}",
    prior="de spænd, som ingen svar er tilpasset",
    fewer="; færre er en gevinst",
    policy="valg {number}: {said}",
    as_it_is="0 kr.: som det er, fortrydelse {regret}",
    gain="{cost} kr.: {levers}: giver {gain}, fortrydelse {regret}, på fronten i {share} % af trækningerne",
    nothing_gains="Intet af det, der blev prøvet, giver mere, end tilfældet ville give.",
    simulated="Det, der blev levet: {work} (en sweep; den samme kommando fortsætter den)",
    folder="{folder}: {tables} (.parquet og .csv), billeder (.svg og .png), ordbog, manifest.",
    not_a_verdict=OF_MANY["da"],
)

LANGUAGES: dict[str, Said] = {"en": ENGLISH, "da": DANISH}


def words_of(answer: Answer, language: str) -> str:
    """What is asked: its meaning in English, its words in Danish."""
    return answer.meaning if language == "en" else answer.words[OF_PICTURES[language].position]


def number(value: float, language: str, form: str = ".3g") -> str:
    """A number as the language writes it."""
    said = f"{value:{form}}"
    return said.translate(str.maketrans(",.", ".,")) if language == "da" else said


def percent(share: float) -> str:
    """A share in whole percent; a dash where it is not known."""
    return "–" if share != share else f"{100.0 * share:.0f}"
