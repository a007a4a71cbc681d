"""What pictures of sweeps say, in Danish and English."""

from dataclasses import dataclass

from samvirke.analysis.comparison.sentences import unit_in_words
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.run.not_a_verdict import OF_MANY
from samvirke.analysis.sweep_analysis.answers import Answer
from samvirke.analysis.sweep_analysis.folder import Input
from samvirke.model.language import language_of
from samvirke.model.levers import LEVERS


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in."""

    position: int
    moves: str
    how_morris: str
    how_sobol: str
    hollow: str
    axis_morris: str
    axis_sobol: str
    settles: str
    how_settles: str
    axis_points: str
    where: str
    how_boxes: str
    box: str
    no_box: str
    buys: str
    how_frontier: str
    axis_dkk: str
    axis_gain: str
    policy: str
    as_it_is: str
    not_a_verdict: str


ENGLISH = Words(
    position=1,
    moves="What moves this most: {words}",
    how_morris="Dot: mean size of the change over the whole range of the input; bar: 90 % interval (Morris, {points} points).",
    how_sobol="Dot: share of the variance with all it does together with others; bar: 90 %; stroke: alone (Sobol, {points} points).",
    hollow="Hollow: a parameter that the reported answers do not narrow, so its place in its range is not known.",
    axis_morris="change over the range, {unit}",
    axis_sobol="share of the variance",
    settles="Do the figures settle? {words}",
    how_settles="The index from fewer points and from all of them, with 90 % intervals.",
    axis_points="points",
    where="Where this happens: {words}",
    how_boxes="It holds in {base} % of all {replicates} lives. Grey: the range that was swept. Coloured: the box; its limits hold together.",  # noqa: E501
    box="Box {number} ({method}): {density} % of its lives, and {coverage} % of all cases (held out: {density_out} % and {coverage_out} %)",
    no_box="No box was found that is denser than chance would make it.",
    buys="What buys most: {scenario}",
    how_frontier="Dots: policies. Joined: nothing that costs as much or less is expected to gain more. Bars: 90 % of the draws.",
    axis_dkk="1,000 kroner per partnership, hours priced, more than as it is",
    axis_gain="gain",
    policy="{number}: {levers}",
    as_it_is="as it is",
    not_a_verdict=OF_MANY["en"],
)

DANISH = Words(
    position=0,
    moves="Hvad flytter mest: {words}",
    how_morris="Prik: ændringens gennemsnitlige størrelse over hele spændet; bjælke: 90 %-interval (Morris, {points} punkter).",
    how_sobol="Prik: andel af variansen med alt samspil; bjælke: 90 %; streg: alene (Sobol, {points} punkter).",
    hollow="Hul: en parameter, som de rapporterede svar ikke indsnævrer, så man ikke ved, hvor i spændet den ligger.",
    axis_morris="ændring over spændet, {unit}",
    axis_sobol="andel af variansen",
    settles="Falder tallene til ro? {words}",
    how_settles="Indekset fra færre punkter og fra dem alle, med 90 %-intervaller.",
    axis_points="punkter",
    where="Hvor det sker: {words}",
    how_boxes="Det gælder i {base} % af alle {replicates} forløb. Grå: det afprøvede spænd. Farvet: kassen; dens grænser gælder sammen.",
    box="Kasse {number} ({method}): {density} % af dens forløb og {coverage} % af alle tilfælde "
    "(holdt udenfor: {density_out} % og {coverage_out} %)",
    no_box="Der blev ikke fundet nogen kasse, som er tættere end tilfældet ville gøre den.",
    buys="Hvad giver mest: {scenario}",
    how_frontier="Prikker: valg. Forbundne: intet, som koster det samme eller mindre, ventes at give mere. Bjælker: 90 % af trækningerne.",
    axis_dkk="1.000 kroner pr. partnerskab med timerne prissat, ud over som det er",
    axis_gain="gevinst",
    policy="{number}: {levers}",
    as_it_is="som det er",
    not_a_verdict=OF_MANY["da"],
)

LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}


def unit_of(answer: Answer, language: str) -> str:
    """What a measure is counted in; of those that `compare` has too in the reader's language."""
    return unit_in_words(answer.name, language) if answer.name in MEASURES else answer.unit


def label_of(each: Input, language: str) -> str:
    """A lever in words, a parameter by the name that `samvirke evidence` knows."""
    if each.of == "levers":
        return language_of(language).gettext(LEVERS[each.column.removeprefix("lever_")].label)
    return each.column
