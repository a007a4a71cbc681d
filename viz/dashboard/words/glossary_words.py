"""The glossary's entries, in Danish and English: what a word means, where it comes from, how sure it is."""

from dataclasses import dataclass

Pair = tuple[str, str]
"""Danish, English."""

USUALLY: Pair = (
    "Hvor der står “som ovenfor”: hvor hurtigt noget vokser og falder, er tilpasset besvarelser fra 37 partnerskaber (Holt m.fl. "
    "2019), og det, de ikke afgør, er skøn. Tallene er regnet ud af modellen: ét forløb giver ét tal, et andet forløb et andet.",
    "Where it says “as above”: how fast things grow and fall is fitted to answers of 37 partnerships (Holt and others 2019), and what "
    "they do not settle is judgement. Numbers are computed by the model: one life gives one number, another life another.",
)
AS_ABOVE: Pair = ("som ovenfor", "as above")
ON_EVIDENCE: Pair = ("er på siden Belæg", "is on the page Evidence")
FURTHER_DOWN: Pair = ("står længere nede", "is further down")
OF_THE_FILE: Pair = (
    "Står i scenariets fil; kilden til hvert tal {place}.",
    "Stands in the scenario's file; the source of each number {place}.",
)
OF_THE_RULES: Pair = (
    "Modellens regler; hvad hver påstår, og hvem der siger det, {place}.",
    "The model's rules; what each claims and who says so {place}.",
)
THE_MODEL: Pair = ("Modellen.", "The model.")


@dataclass(frozen=True)
class Entry:
    """A word on the screen. `views` are where it is seen; `explains` the measures it tells of; without a source or how sure: as usual."""

    term: Pair
    meaning: Pair
    views: tuple[str, ...]
    source: Pair | None = None
    sure: Pair | None = None
    explains: tuple[str, ...] = ()


GLOSSARY: tuple[Entry, ...] = (
    Entry(
        ("Tillid", "Trust"),
        ("Hvor meget nøglepersonerne regner med hinanden, som gennemsnit over alle bånd. 0 er slet ikke, 100 er fuldt ud.",
         "How much the key persons rely on each other, the mean over all ties. 0 is not at all, 100 is fully."),
        ("one", "all", "what-if"), explains=("trust",),
    ),
    Entry(
        ("Bånd", "Tie"),
        ("Forbindelsen mellem to nøglepersoner: hvor meget de stoler på hinanden, og hvad de ved om, hvad den anden forventer.",
         "What joins two key persons: how much they trust each other, and what each knows of what the other expects."),
        ("one",), OF_THE_RULES,
    ),
    Entry(
        ("Fælles forståelse", "Shared understanding"),
        ("Hvor nær nøglepersonernes syn på målet er hinanden. 100 er helt ens.",
         "How near the key persons' views of the goal are. 100 is the same."),
        ("one", "what-if"), explains=("shared_understanding",),
    ),
    Entry(
        ("Spænding", "Tension"),
        ("Uenighed, der ikke tales om. Den vokser i stilhed, og en dag kan den bryde ud i en konflikt.",
         "Disagreement that is not spoken of. It grows in silence, and one day it may break out as a conflict."),
        ("one", "what-if"), explains=("tension",),
    ),
    Entry(
        ("Konflikt", "Conflict"),
        ("Når en spænding bryder ud, så alle mærker det; det koster tillid. I forskelle: hvor meget uenighed og konflikt "
         "kontaktpersonen mærker, fra 0 til 100.",
         "When tension breaks out and everybody feels it; it costs trust. In differences: how much disagreement and conflict the contact "
         "person feels, from 0 to 100."),
        ("one", "what-if"), explains=("conflict",),
    ),
    Entry(
        ("Synergi", "Synergy"),
        ("Hvad partnerne får ud af det sammen i forhold til hver for sig. 50 er lige så meget, "
         "100 er tre gange så meget, 0 er en tredjedel.",
         "What the partners achieve together, relative to each on its own. 50 is as much, 100 is three times as much, 0 is a third."),
        ("one", "what-if"), explains=("synergy",),
    ),
    Entry(
        ("Målopfyldelse", "Goal attainment"),
        ("Hvor meget af det lovede der er nået. 0 er intet af det, 100 er alt. Droppes noget af det lovede, måles der mod resten.",
         "How much of what was promised has been reached. 0 is nothing of it, 100 is all. Where some of it is given up, the rest counts."),
        ("what-if",), explains=("goal_attainment",),
    ),
    Entry(
        ("Netværk, koordinering, samarbejde, samvirke", "Network, coordination, cooperation, samvirke"),
        ("Fire trin, hver tættere end det før. Netværk: man kender hinanden. Koordinering: man afstemmer, hvad man gør. Samarbejde: man "
         "løser opgaver sammen. Samvirke: man er fælles om mål, ansvar og beslutninger.",
         "Four steps, each closer than the one before. Network: they know each other. Coordination: they adjust what they do to each "
         "other. Cooperation: they work together. Samvirke: they share goals, responsibility and decisions."),
        ("one",), OF_THE_RULES,
    ),
    Entry(
        ("Nøgleperson", "Key person"),
        ("Den, der sidder med ved bordet for en organisation. Stopper hun, går tillid og viden tabt, og pladsen kan stå tom.",
         "Who sits at the table for an organisation. When she leaves, trust and knowledge are lost, and the seat may stand empty."),
        ("one", "all", "what-if"), OF_THE_RULES, explains=("key_person_departures",),
    ),
    Entry(
        ("Frivillige", "Volunteers"),
        ("Personer, der hjælper i aktiviteterne denne måned uden at få løn.", "Persons who help in the activities this month without pay."),
        ("one", "all", "what-if"), explains=("volunteers", "volunteers_at_grant_end"),
    ),
    Entry(
        ("Borgere", "Citizens"),
        ("Personer, der er med i aktiviteterne denne måned. Én prik i billedet står for flere borgere; hvor mange, står under billedet. "
         "Borgere nået er alle, der har været med mindst én gang.",
         "Persons who take part in the activities this month. A dot in the picture stands for several; how many is said below it. "
         "Citizens reached are all who took part at least once."),
        ("one", "all", "what-if"), explains=("participants", "citizens_reached"),
    ),
    Entry(
        ("Borgere med få ressourcer", "Citizens with few resources"),
        ("Borgere med lidt overskud: af kræfter, tid, penge eller helbred.",
         "Citizens short of strength, time, money or health. In differences they are called vulnerable."),
        ("one", "what-if"), explains=("vulnerable_reached",),
    ),
    Entry(
        ("Aktiviteter", "Activities"),
        ("Det, partnerskabet tilbyder borgerne. Tallet er, hvor mange der er i gang denne måned.",
         "What the partnership offers to citizens. The number is how many are running this month."),
        ("one", "what-if"), explains=("activities",),
    ),
    Entry(
        ("Timer", "Hours"),
        ("Arbejdstimer, som organisationerne lægger i partnerskabet på en måned.", "Working hours that the organisations put in, a month."),
        ("one", "what-if"), explains=("hours",),
    ),
    Entry(
        ("Brudt løfte", "Broken promise"),
        ("En partner giver i en måned mærkbart færre timer, end den har lovet de andre. Det koster tillid.",
         "In a month a partner gives noticeably fewer hours than it promised the others. It costs trust."),
        ("one",), OF_THE_RULES,
    ),
    Entry(
        ("Det lovede droppes", "Promises given up"),
        ("Med nogle måneders mellemrum gøres der status. Er for lidt nået, opgiver partnerskabet en del af det, det har lovet at nå.",
         "Every few months there is a review. If too little has been reached, the partnership gives up a part of what it promised to do."),
        ("one",), OF_THE_RULES,
    ),
    Entry(
        ("Forankring", "Anchoring"),
        ("Arbejdet for, at noget lever videre, når bevillingen slutter: at søge penge, vise resultater og finde nogen, der fører "
         "aktiviteterne videre.",
         "The work for something to live on when the grant ends: applying for money, showing results, and finding somebody to carry "
         "the activities on."),
        ("one", "what-if"), OF_THE_RULES,
    ),
    Entry(
        ("Fortsætter og efterlader noget", "Go on and leave something behind"),
        ("Ved bevillingens udløb siger partnerskabet, om det fortsætter, uændret eller tilpasset. Det efterlader noget, hvis det selv "
         "fortsætter, eller hvis en aktivitet gør. Et og tre år efter ses der efter igen.",
         "At the end of the grant a partnership says whether it goes on, unchanged or adjusted. It leaves something behind if it goes on "
         "itself or if an activity does. One and three years later one looks again."),
        ("what-if",), OF_THE_RULES,
        explains=("continues", "something_left", "continues_a_year_later", "activity_alive_36_months"),
    ),
    Entry(
        ("Bro", "Bridge"),
        ("Penge til tiden lige efter bevillingen, så partnerskabet kan nå at finde andre.",
         "Money for the time right after the grant, so that the partnership has time to find other."),
        ("what-if",), OF_THE_FILE,
    ),
    Entry(
        ("Penge modtaget", "Money received"),
        ("Bevillingen og andre penge, lagt sammen fra begyndelsen.", "The grant and other money, added up from the beginning."),
        ("one",), OF_THE_FILE,
        ("Bevillingen er rapporteret eller antaget, som der står; om der kommer flere penge, afgøres af arbejdet og tilfældet i forløbet.",
         "The grant is reported or assumed, as is said; whether more money comes is luck and work in the one life."),
    ),
    Entry(
        ("De syv C'er", "The seven C's"),
        ("Syv træk ved et samarbejde, som kontaktpersonerne blev spurgt om. Bjælken viser, hvordan det står til; svaret viser, hvad "
         "kontaktpersonen sagde. De to kan være forskellige: hun ser fra sin egen plads.",
         "Seven traits of a collaboration that contact persons were asked about. The bar shows how things are; the answer shows what the "
         "contact person said. The two may differ: she sees it from her own seat."),
        ("one",),
        ("Spørgsmålene er fra spørgeskemaet i Holt m.fl. 2019; svaret er den simulerede kontaktpersons.",
         "The questions are those of the questionnaire in Holt and others 2019; the answer is the simulated contact person's."),
    ),
    Entry(
        ("Et forløb", "A life"),
        ("Én tænkt historie for partnerskabet. Samme nummer giver samme forløb; et andet nummer giver andre tilfældigheder.",
         "One conceivable history of the partnership. The same number gives the same life; another number gives other chance."),
        ("one", "all", "what-if"), THE_MODEL, ("Et forløb er ingen forudsigelse.", "One life is no prediction."),
    ),
    Entry(
        ("Variant", "Variant"),
        ("Det samme partnerskab med én ting anderledes, sådan som scenariet har beskrevet det på forhånd.",
         "The same partnership with one thing otherwise, as the scenario has described it beforehand."),
        ("one", "all", "what-if"), OF_THE_FILE, ("Hvad varianten koster, er antaget.", "What a variant costs is assumed."),
    ),
    Entry(
        ("Greb", "Lever"),
        ("Noget partnerskabet selv kan gøre anderledes.", "Something the partnership itself can do otherwise."),
        ("what-if",), OF_THE_FILE, ("Priserne er antagelser.", "Prices are assumptions."),
    ),
    Entry(
        ("Af 100 partnerskaber", "Of 100 partnerships"),
        ("250 forløb, regnet om til 100, regnet to gange med de samme tilfældigheder: uden grebene og med dem.",
         "250 lives, counted as 100, lived twice with the same chance: without the levers and with them."),
        ("what-if",), OF_THE_RULES,
        ("Spændet i sætningen rummer 90 procent af det, som tilfældet og usikre tal lader stå åbent.",
         "The range in the sentence holds 90 per cent of what chance and uncertain numbers leave open."),
    ),
    Entry(
        ("Rapporteret og simuleret", "Reported and simulated"),
        ("Rapporteret: hvad virkelige kontaktpersoner svarede. Simuleret: hvad modellens kontaktpersoner svarer på samme spørgsmål.",
         "Reported: what real contact persons answered. Simulated: what the model's contact persons answer to the same question."),
        ("survey",), ("Kilden står under hvert spørgsmål.", "The source is under each question."),
        ("Rapporteret: nogle få svar (n) kan flytte en bjælke. Simuleret: undersøgelsen 60 gange i alle partnerskaber; "
         "den sorte streg viser, hvor bjælkens sidste stykke begynder i 90 af 100 af dem.",
         "Reported: a few answers (n) can move a bar. Simulated: the survey 60 times in all partnerships; the black line shows "
         "where the bar's last part begins in 90 of 100 of them."),
    ),
)  # fmt: skip
