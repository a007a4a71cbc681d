"""What the words and numbers on the screen mean, where they come from and how sure they are, in Danish and English."""

from collections.abc import Iterable
from dataclasses import dataclass

from viz.dashboard.words import Words
from viz.html_pieces import escaped

Pair = tuple[str, str]
"""Danish, English."""

ONE_LIFE: Pair = (
    "Regnet ud af modellen. Ét liv giver ét tal og et andet liv et andet: prøv et andet nummer.",
    "Computed by the model. One life gives one number and another life another: try another number.",
)
OF_THE_FILE: Pair = (
    "Står i scenariets fil; kilden til hvert tal er på siden Belæg.",
    "Stands in the scenario's file; its source is on the page Evidence.",
)
FITTED: Pair = (
    "Hvor hurtigt det vokser og falder, er tilpasset besvarelser fra 37 partnerskaber (Holt m.fl. 2019); det, de ikke afgør, er skøn.",
    "How fast it grows and falls is fitted to answers of 37 partnerships (Holt and others 2019); what they do not settle is judgement.",
)
OF_THE_RULES: Pair = (
    "Modellens regler; hvad hver påstår, og hvem der siger det, er på siden Belæg.",
    "The model's rules; what each claims and who says so is on the page Evidence.",
)


@dataclass(frozen=True)
class Entry:
    """A word on the screen: what it is called and means, where it comes from, how sure it is; `views` are where it is seen."""

    term: Pair
    meaning: Pair
    source: Pair
    sure: Pair
    views: tuple[str, ...]


def glossary_markup(words: Words, view: str = "") -> str:
    """The words of a view (all, if none is named) as a table."""
    head = "".join(f'<th scope="col">{escaped(each)}</th>' for each in words.glossary_head)
    rows = "".join(_row(each, words.position) for each in GLOSSARY if not view or view in each.views)
    return f'<table class="plain"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def folded(words: Words, view: str) -> str:
    """The same, folded under what it explains."""
    return f"<details><summary>{escaped(words.what_it_means)}</summary>{glossary_markup(words, view)}</details>"


def _row(entry: Entry, position: int) -> str:
    cells: Iterable[Pair] = (entry.meaning, entry.source, entry.sure)
    told = "".join(f"<td>{escaped(each[position])}</td>" for each in cells)
    return f'<tr><th scope="row">{escaped(entry.term[position])}</th>{told}</tr>'


GLOSSARY: tuple[Entry, ...] = (
    Entry(
        ("Tillid", "Trust"),
        ("Hvor meget nøglepersonerne regner med hinanden, som gennemsnit over alle bånd. 0 er slet ikke, 100 er fuldt ud.",
         "How much the key persons rely on each other, the mean over all ties. 0 is not at all, 100 is fully."),
        FITTED, ONE_LIFE, ("one", "all", "what-if"),
    ),
    Entry(
        ("Fælles forståelse", "Shared understanding"),
        ("Hvor nær nøglepersonernes syn på målet er hinanden. 100 er helt ens.",
         "How near the key persons' views of the goal are. 100 is the same."),
        FITTED, ONE_LIFE, ("one", "what-if"),
    ),
    Entry(
        ("Spænding", "Tension"),
        ("Uenigheder, der ikke tales om. Den vokser i stilhed, og en dag kan den blive til en konflikt.",
         "Disagreements that are not spoken of. It grows in silence, and one day it may become a conflict."),
        FITTED, ONE_LIFE, ("one", "what-if"),
    ),
    Entry(
        ("Synergi", "Synergy"),
        ("Hvad partnerne får ud af det sammen i forhold til hver for sig. 50 er lige så meget, "
         "100 er tre gange så meget, 0 er en tredjedel.",
         "What the partners achieve together, relative to each on its own. 50 is as much, 100 is three times as much, 0 is a third."),
        FITTED, ONE_LIFE, ("one", "what-if"),
    ),
    Entry(
        ("Nøgleperson", "Key person"),
        ("Den, der sidder med ved bordet for en organisation. Rejser hun, går tillid og viden tabt, og pladsen kan stå tom.",
         "Who sits at the table for an organisation. When she leaves, trust and knowledge are lost, and the seat may stand empty."),
        OF_THE_RULES, ONE_LIFE, ("one", "all"),
    ),
    Entry(
        ("Frivillige", "Volunteers"),
        ("Personer, der hjælper i aktiviteterne denne måned uden at få løn.", "Persons who help in the activities this month without pay."),
        FITTED, ONE_LIFE, ("one", "all", "what-if"),
    ),
    Entry(
        ("Borgere", "Citizens"),
        ("Personer, der er med i aktiviteterne denne måned. Én prik i billedet står for flere borgere; hvor mange, står under billedet.",
         "Persons who take part in the activities this month. A dot in the picture stands for several; how many is said below it."),
        FITTED, ONE_LIFE, ("one", "all", "what-if"),
    ),
    Entry(
        ("Timer", "Hours"),
        ("Arbejdstimer, som organisationerne lægger i partnerskabet på en måned.", "Working hours that the organisations put in, a month."),
        FITTED, ONE_LIFE, ("one", "what-if"),
    ),
    Entry(
        ("Penge modtaget", "Money received"),
        ("Bevillingen og andre penge, lagt sammen fra begyndelsen.", "The grant and other money, added up from the beginning."),
        OF_THE_FILE,
        ("Bevillingen er rapporteret eller antaget, som der står; om der kommer flere penge, er held og arbejde i det ene liv.",
         "The grant is reported or assumed, as is said; whether more money comes is luck and work in the one life."),
        ("one",),
    ),
    Entry(
        ("De syv C'er", "The seven C's"),
        ("Syv træk ved et samarbejde, som kontaktpersonerne blev spurgt om. Bjælken viser, hvordan det står til; svaret viser, hvad "
         "kontaktpersonen sagde. De to kan være forskellige: hun ser fra sin egen plads.",
         "Seven traits of a collaboration that contact persons were asked about. The bar shows how things are; the answer shows what the "
         "contact person said. The two may differ: she sees it from her own seat."),
        ("Spørgsmålene er fra spørgeskemaet i Holt m.fl. 2019; svaret er den simulerede kontaktpersons.",
         "The questions are those of the questionnaire in Holt and others 2019; the answer is the simulated contact person's."),
        ONE_LIFE, ("one",),
    ),
    Entry(
        ("Et liv", "A life"),
        ("Én tænkelig historie for partnerskabet. Samme nummer giver samme liv; et andet nummer giver andet held og uheld.",
         "One conceivable history of the partnership. The same number gives the same life; another number gives other luck."),
        ("Modellen.", "The model."), ("Ét liv er ingen forudsigelse.", "One life is no prediction."), ("one", "all", "what-if"),
    ),
    Entry(
        ("Greb", "Lever"),
        ("Noget partnerskabet selv kan gøre anderledes.", "Something the partnership itself can do otherwise."),
        OF_THE_FILE, ("Priserne er antagelser.", "Prices are assumptions."), ("what-if",),
    ),
    Entry(
        ("Af 100 partnerskaber", "Of 100 partnerships"),
        ("250 liv, regnet om til 100, levet to gange med samme held: uden grebene og med dem.",
         "250 lives, counted as 100, lived twice with the same luck: without the levers and with them."),
        OF_THE_RULES,
        ("Spændet i sætningen rummer 90 procent af det, som held og usikre tal lader stå åbent.",
         "The range in the sentence holds 90 per cent of what luck and uncertain numbers leave open."),
        ("what-if",),
    ),
    Entry(
        ("Rapporteret og simuleret", "Reported and simulated"),
        ("Rapporteret: hvad virkelige kontaktpersoner svarede. Simuleret: hvad modellens kontaktpersoner svarer på samme spørgsmål.",
         "Reported: what real contact persons answered. Simulated: what the model's contact persons answer to the same question."),
        ("Kilden står under hvert spørgsmål.", "The source is under each question."),
        ("Rapporteret: nogle få svar (n) kan flytte en bjælke. Simuleret: undersøgelsen 60 gange i alle partnerskaber; "
         "den sorte streg viser, hvor bjælkens sidste stykke begynder i 90 af 100 af dem.",
         "Reported: a few answers (n) can move a bar. Simulated: the survey 60 times in all partnerships; the black line shows "
         "where the bar's last part begins in 90 of 100 of them."),
        ("survey",),
    ),
)  # fmt: skip
