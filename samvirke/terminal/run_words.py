"""What `samvirke run` says around its numbers, in Danish and English."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in; of two forms the first is for one."""

    replicates: tuple[str, str]
    partnerships: tuple[str, str]
    seeds: tuple[str, str]
    simulated: str
    tables: str
    keep: str
    one_run: str
    defaults: str
    no_posterior: str
    own_draw: str
    one_draw: str
    posterior: str
    borrowed: str
    stale: str


ENGLISH = Words(
    replicates=("1 life", "{n} lives"),
    partnerships=("1 partnership", "{n} partnerships"),
    seeds=("seed {first}", "seeds {first} to {last}"),
    simulated="{replicates} of {partnerships} over {months} months ({seeds})",
    tables="Tables in {folder}: {names}. What their columns mean: dictionary.",
    keep="Months and events of more than {most} lives are kept if you say: --keep monthly,events",
    one_run="This is one life. How much of it is chance? Add: --replicates 100",
    defaults="Parameters: the defaults of the registry, which no answers have been fitted to.",
    no_posterior=" There is no {file}: make it with samvirke calibrate.",
    own_draw="each life its own draw",
    one_draw="draw {number}",
    posterior="Parameters: {which} from the posterior fitted to {scenario} ({draws} draws).",
    borrowed=" It is borrowed: {scenario} has no survey of its own.",
    stale="This posterior is stale: {why}. Make it anew: samvirke calibrate {scenario}",
)
DANISH = Words(
    replicates=("1 forløb", "{n} forløb"),
    partnerships=("1 partnerskab", "{n} partnerskaber"),
    seeds=("lodtrækning {first}", "lodtrækning {first} til {last}"),
    simulated="{replicates} af {partnerships} over {months} måneder ({seeds})",
    tables="Tabeller i {folder}: {names}. Hvad deres kolonner betyder: dictionary.",
    keep="Måneder og hændelser for mere end {most} forløb gemmes med: --keep monthly,events",
    one_run="Det her er ét forløb. Hvor meget af det er tilfældigt? Tilføj: --replicates 100",
    defaults="Parametre: standardværdier, som ingen svar er tilpasset.",
    no_posterior=" {file} findes ikke: lav den med samvirke calibrate.",
    own_draw="hvert forløb sit eget af de {draws} parametersæt",
    one_draw="parametersæt {number} af de {draws}",
    posterior="Parametre: {which}, der passer med svarene fra {scenario}.",
    borrowed=" De er lånt: {scenario} har ingen egen spørgeskemaundersøgelse.",
    stale="Disse parametersæt er forældede: {why}. Lav dem på ny: samvirke calibrate {scenario}",
)
LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}
