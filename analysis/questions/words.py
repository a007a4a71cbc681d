"""A question, what is claimed and what the model says of it, in plain words, in Danish and English."""

from dataclasses import dataclass

from samvirke.analysis.comparison.sentences import kind_of
from samvirke.analysis.comparison.texts import COUNT, SHARE
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.questions.questions import AGREES, CANNOT_TELL, CONTRADICTS, HARDLY_MOVES, NOTHING_CLAIMED, Answer, claimed_measures
from samvirke.analysis.run.not_a_verdict import OF_MANY
from samvirke.model.scenario import Question


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in. `goes`: of what is counted, and of a state."""

    position: int
    claimed: str
    goes: dict[str, tuple[str, str]]
    together: str
    verdicts: dict[str, str]
    assumed: str
    has_emerged: str
    note: str
    signs: dict[str, str]
    of_an_arm: dict[str, str]
    assumed_or_emerged: tuple[str, str]
    marks: tuple[str, str]
    groups: dict[str, str]
    title: str
    made: str
    posterior: str
    stale: str
    how_to_read: str
    beside: str
    page: str
    not_a_verdict: str


ENGLISH = Words(
    position=1,
    claimed="Claimed: {claim}, {when} ({source}).",
    goes={
        "+": ("more {measure}", "{measure} higher"),
        "-": ("fewer {measure}", "{measure} lower"),
        "peak": ("most {measure} in between", "{measure} highest in between"),
        "divided": ('no one direction for "{measure}"',) * 2,
        "silent": ('nothing about "{measure}"',) * 2,
    },
    together=", ",
    verdicts={
        AGREES: "The model agrees.",
        CONTRADICTS: "The model contradicts this.",
        HARDLY_MOVES: "The model shows hardly any difference.",
        CANNOT_TELL: "The model cannot tell: the range holds both ways or begins at about nothing, or only part of the claim is seen.",
        NOTHING_CLAIMED: "There is no direction to hold against the model.",
    },
    assumed="The direction is assumed, not found: {why} What the lives show is how large it is.",
    has_emerged="The direction has emerged: no rule gives it to what the arms set.",
    note="How it is read: {note}",
    signs={"+": "up", "-": "down", "peak": "highest in between", "divided": "divided", "silent": "none"},
    of_an_arm={AGREES: "agrees", CONTRADICTS: "contradicts", HARDLY_MOVES: "hardly moves", CANNOT_TELL: "cannot tell"},
    assumed_or_emerged=("of these the direction is assumed, by a rule", "and has emerged"),
    marks=("assumed", "emerged"),
    groups={
        CONTRADICTS: "Contradicted",
        HARDLY_MOVES: "Hardly any difference",
        CANNOT_TELL: "Cannot tell",
        AGREES: "In agreement",
        NOTHING_CLAIMED: "No direction is claimed",
    },
    title="Questions: what is claimed, and what the model gives",
    made="Made by `{command}`: {questions} questions of the scenarios that ship with samvirke, each lived with the arms that answer it.",
    posterior="Parameters: the {draws} draws of the posterior fitted to {scenario}; places without a survey borrow it.",
    stale="This posterior is stale: {why}.",
    how_to_read=(
        "Arms share seeds and draws. A range holds 90 % of what the parameters leave open, or what chance leaves open where that is\n"
        "wider. A contradiction is a finding: about the model, the claim, or how the question was put. Nothing is tuned to agree."
    ),
    beside="`{scenario}`, {replicates} pairs of lives, compared with: {beside}.",
    page="As a page",
    not_a_verdict=OF_MANY["en"],
)
DANISH = Words(
    position=0,
    claimed="Påstået: {claim}, {when} ({source}).",
    goes={
        "+": ("flere {measure}", "{measure} højere"),
        "-": ("færre {measure}", "{measure} lavere"),
        "peak": ("flest {measure} midt imellem", "{measure} højest midt imellem"),
        "divided": ("ikke én retning for »{measure}«",) * 2,
        "silent": ("intet om »{measure}«",) * 2,
    },
    together=", ",
    verdicts={
        AGREES: "Modellen er enig.",
        CONTRADICTS: "Modellen siger det modsatte.",
        HARDLY_MOVES: "Modellen viser næsten ingen forskel.",
        CANNOT_TELL: "Modellen kan ikke afgøre det: intervallet rummer begge veje eller begynder ved næsten intet, eller kun en del "
        "af påstanden ses.",
        NOTHING_CLAIMED: "Der er ingen retning at holde op mod modellen.",
    },
    assumed="Retningen er antaget, ikke fundet: {why} Det, forløbene viser, er, hvor stor den er.",
    has_emerged="Retningen er kommet ud af det: ingen regel giver den til det, varianterne sætter.",
    note="Sådan er det aflæst: {note}",
    signs={"+": "op", "-": "ned", "peak": "højest midt imellem", "divided": "delt", "silent": "ingen"},
    of_an_arm={AGREES: "enig", CONTRADICTS: "modsat", HARDLY_MOVES: "næsten ingen forskel", CANNOT_TELL: "kan ikke afgøres"},
    assumed_or_emerged=("af dem er retningen antaget, i en regel", "og kommet ud af det"),
    marks=("antaget", "kommet ud af det"),
    groups={
        CONTRADICTS: "Modsagt",
        HARDLY_MOVES: "Næsten ingen forskel",
        CANNOT_TELL: "Kan ikke afgøres",
        AGREES: "I overensstemmelse",
        NOTHING_CLAIMED: "Ingen retning er påstået",
    },
    title="Spørgsmål: hvad der påstås, og hvad modellen giver",
    made="Lavet med `{command}`: {questions} spørgsmål fra samvirkes egne scenarier, hvert levet med de varianter, der svarer på det.",
    posterior="Parametre: de {draws} parametersæt, der passer med svarene fra {scenario}; steder uden egen undersøgelse låner dem.",
    stale="Disse parametersæt er forældede: {why}.",
    how_to_read=(
        "Varianterne deler lodtrækninger og parametersæt. Et interval rummer 90 % af det, parametrene lader stå åbent, eller "
        "det, tilfældet lader\n"
        "stå åbent, hvor det er bredere. En modsigelse er et fund: om modellen, om påstanden eller om måden, der er spurgt på. Intet er\n"
        "stillet ind på at passe."
    ),
    beside="`{scenario}`, {replicates} par af forløb, sammenlignet med: {beside}.",
    page="Som side",
    not_a_verdict=OF_MANY["da"],
)
LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}


def claim(question: Question, language: str = "en") -> str:
    """What the source claims, in one sentence."""
    words = LANGUAGES[language]
    parts = [_direction(measure, way, words) for measure, way in claimed_measures(question).items()]
    return words.claimed.format(claim=words.together.join(parts), when=getattr(question.when, language), source=question.source)


def _direction(measure: str, way: str, words: Words) -> str:
    of_what_is_counted, of_a_state = words.goes[way]
    form = of_what_is_counted if kind_of(measure) in (SHARE, COUNT) else of_a_state
    return form.format(measure=MEASURES[measure].words[words.position])


def verdict(answer: Answer, language: str = "en") -> str:
    """What the model shows of it, and of an agreement whether it was assumed or has emerged."""
    return verdict_in_words(answer.question, answer.verdict, language)


def verdict_in_words(question: Question, verdict_of_it: str, language: str = "en") -> str:
    """The same of a question and its verdict."""
    words = LANGUAGES[language]
    said = words.verdicts[verdict_of_it]
    return f"{said} {assumed_or_emerged(question, language)}" if verdict_of_it == AGREES else said


def assumed_or_emerged(question: Question, language: str = "en") -> str:
    """Whether a rule gives the claimed direction, and which."""
    words = LANGUAGES[language]
    return words.assumed.format(why=getattr(question.built_in, language)) if question.built_in else words.has_emerged


def note(question: Question, language: str = "en") -> str:
    """How the measures and arms are to be read; empty where the file says nothing."""
    return LANGUAGES[language].note.format(note=getattr(question.note, language)) if question.note else ""
