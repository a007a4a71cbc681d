"""What `samvirke compare` says around its numbers, in Danish and English."""

from dataclasses import dataclass

from samvirke.analysis.run.not_a_verdict import OF_MANY


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in."""

    arms: tuple[str, str]
    partnerships: tuple[str, str]
    pairs: tuple[str, str]
    seeds: tuple[str, str]
    compared: str
    until: str
    not_reached: str
    defaults: str
    posterior: str
    borrowed: str
    stale: str
    columns: tuple[str, ...]
    table: str
    also: str
    asked_too: str
    nothing_else: str
    one_pair_else: str
    one_pair: str
    chance: str
    parameters: str
    one_set: str
    wider: str
    pairing: str
    no_pairing: str
    range: str
    cannot_tell: str
    files: str
    not_a_verdict: str


ENGLISH = Words(
    arms=("1 arm", "{n} arms"),
    partnerships=("1 partnership", "{n} partnerships"),
    pairs=("1 pair of lives", "{n} pairs of lives"),
    seeds=("seed {first}", "seeds {first} to {last}"),
    compared="Compared with {baseline}: {arms} over {pairs} of {partnerships} ({seeds}).",
    until="Runs were added until the Monte Carlo error was at most {until} in every arm; it is {reached}.",
    not_reached="The Monte Carlo error asked for, {until}, was not reached with {runs} runs; it is {reached}.",
    defaults="Parameters: the defaults of the registry, which no answers have been fitted to.",
    posterior="Parameters: {draws} of the {all} draws of the posterior fitted to {scenario}.",
    borrowed="They are borrowed: {scenario} has no survey of its own.",
    stale="This posterior is stale: {why}. Make it anew: samvirke calibrate {scenario}",
    columns=("arm", "from", "to", "mean", "90 % interval", "MC error", "draws better", "cost: hours", "cost: kr"),
    table="{measure} ({unit}); costs are per partnership, – where no price is declared",
    also="It also moves most:",
    asked_too="The question is also about:",
    nothing_else="It hardly moves anything else.",
    one_pair_else="What else it moves, one pair of lives cannot tell.",
    one_pair="One pair of lives does not tell how far others would differ: MC error and interval are not known (–). "
    "More lives: --replicates",
    chance="MC error: how far the mean may be off because only so many lives were lived; more runs shrink it.",
    parameters=" The interval they do not: it is what is not known about the parameters.",
    one_set="All lives have one set of parameters, so the interval is what chance leaves open. In the files low and high are the "
    "parameters' alone, and have no width.",
    wider="Where chance still leaves more open than the parameters, table, sentences and picture say the wider range; in the files low "
    "and high are the parameters' alone. Cannot tell: the lives are too few to say in how many draws it is better.",
    pairing="Every arm has the same seeds: with seeds of its own it would take {times} times as many runs for the same MC error.",
    no_pairing="Nothing was left to chance in this measure.",
    range="{low} to {high}",
    cannot_tell="cannot tell",
    files="Table, workbook and picture are in {folder}: {files}",
    not_a_verdict=OF_MANY["en"],
)

DANISH = Words(
    arms=("1 variant", "{n} varianter"),
    partnerships=("1 partnerskab", "{n} partnerskaber"),
    pairs=("1 par af forløb", "{n} par af forløb"),
    seeds=("lodtrækning {first}", "lodtrækning {first} til {last}"),
    compared="Sammenlignet med {baseline}: {arms} over {pairs} i {partnerships} ({seeds}).",
    until="Der blev lagt forløb til, indtil simuleringsusikkerheden højst var {until} i alle varianter; den er {reached}.",
    not_reached="Den ønskede simuleringsusikkerhed, {until}, blev ikke nået med {runs} forløb; den er {reached}.",
    defaults="Parametre: standardværdier, som ingen svar er tilpasset.",
    posterior="Parametre: {draws} af de {all} parametersæt, der passer med svarene fra {scenario}.",
    borrowed="De er lånt: {scenario} har ingen egen spørgeskemaundersøgelse.",
    stale="Disse parametersæt er forældede ({why}). Lav dem på ny: samvirke calibrate {scenario}",
    columns=("variant", "fra", "til", "middel", "90 %-interval", "simulerings-\nusikkerhed", "bedre i", "pris: timer", "pris: kr."),
    table="{measure} ({unit}); prisen er pr. partnerskab, – hvor ingen er sat",
    also="Den flytter desuden mest:",
    asked_too="Spørgsmålet handler også om:",
    nothing_else="Den flytter næsten intet andet.",
    one_pair_else="Hvad den ellers flytter, kan ét par forløb ikke afgøre.",
    one_pair="Ét par forløb siger ikke, hvor meget andre ville afvige: simuleringsusikkerhed og interval kendes ikke (–). Flere forløb: "
    "--replicates",
    chance="Simuleringsusikkerheden er det, middelværdien kan være forkert med, fordi kun så mange forløb er levet; flere "
    "forløb gør den mindre.",
    parameters=" Intervallet gør de ikke smallere: det er det, vi ikke ved om parametrene.",
    one_set="Alle forløb har ét sæt parametre, så intervallet er det, tilfældet lader stå åbent. I filerne er low og high parametrenes "
    "alene, og har ingen bredde.",
    wider="Hvor tilfældet endnu lader mere stå åbent end parametrene, siger tabel, sætninger og billede det bredeste interval; i filerne "
    "er low og high parametrenes alene. Kan ikke ses: der er levet for få forløb til at sige, i hvor mange parametersæt det er bedre.",
    pairing="Alle varianter deler lodtrækninger: med hver sine skulle der {times} gange så mange forløb til for den samme "
    "simuleringsusikkerhed.",
    no_pairing="I dette mål blev intet overladt til tilfældet.",
    range="{low} til {high}",
    cannot_tell="kan ikke ses",
    files="Tabel, regneark og billede ligger i {folder}: {files}",
    not_a_verdict=OF_MANY["da"],
)

LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}
