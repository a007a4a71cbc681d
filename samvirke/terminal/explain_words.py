"""What `samvirke explain` says around its findings, in Danish and English."""

from dataclasses import dataclass

from samvirke.analysis.run.not_a_verdict import OF_MANY, OF_ONE


@dataclass(frozen=True)
class Words:
    """The texts of one language; what stands in braces is filled in. `position` is that of the words of a measure."""

    position: int
    why_lasted: str
    why_ended: str
    simulated: str
    like_yours: str
    all_like_yours: str
    draw: str
    defaults: str
    became: str
    a_year_later: str
    ended_in: str
    not_declared: str
    to_begin_with: str
    other_parameters: str
    carried: str
    spoke_for: str
    against: str
    would_have_helped: str
    without_it: str
    without_any: str
    with_it: str
    more: str
    fewer: str
    nothing_carried: str
    nothing_against: str
    likely: str
    open: str
    turned_most: str
    happened: str
    besides: str
    turned: str
    not_turned: str
    one_turn: str
    nothing_recorded: str
    never_turned: str
    trust: str
    but_for: str
    columns: tuple[str, ...]
    the_same: str
    how_to_read: str
    range: str
    stale: str
    picture: str
    files: str
    not_a_verdict: str
    ensemble: str
    ensemble_simulated: str
    ensemble_columns: tuple[str, ...]
    ensemble_read: str
    ensemble_answer: str
    ensemble_none: str
    runs_not_a_verdict: str


ENGLISH = Words(
    position=1,
    why_lasted="{partnership} lasted in this one simulated life: {cause}.",
    why_ended="{partnership} did not last in this one simulated life: {cause}.",
    simulated="One life of it: {scenario}; {arm}; seed {seed}, {parameters}.",
    like_yours="It is a life that could have answered as you did in month {month}.",
    all_like_yours="They are lives that could have answered as you did in month {month}.",
    draw="draw {number} of the parameters fitted to {scenario}",
    defaults="the default parameters, which no answers have been fitted to",
    became="When the grant ends, {future}.",
    a_year_later="A year later {future}.",
    ended_in="It ended in {month}: {reason}.",
    not_declared="Nothing was declared: the grant has no end, or the run stops before it.",
    to_begin_with="Of 100 lives that begin just like it, {near} {words}; with another beginning {begun}{far}.",
    other_parameters="; with other parameters too {far}",
    carried="What carried it:",
    spoke_for="What spoke for it:",
    against="What weighed against it:",
    would_have_helped="What would have helped such lives:",
    without_it="{month}: {what}. Without it, of 100 such lives {points} ({range}) {way} {words} "
    "({as_it_was} → {otherwise}, from the month before).",
    without_any="{what}. Without any, of 100 such lives {points} ({range}) {way} {words} ({as_it_was} → {otherwise}).",
    with_it="{what}. With it, of 100 such lives {points} ({range}) {way} {words} ({as_it_was} → {otherwise}).",
    more="more",
    fewer="fewer",
    nothing_carried="Nothing that happened carried it by itself: without it, hardly fewer of 100 such lives {words}.",
    nothing_against="Nothing that happened brought it down by itself: without it, hardly more of 100 such lives {words}.",
    likely="It was likely from the beginning.",
    open="It was open from the beginning, and luck decided.",
    turned_most="It turned most in {turn}",
    happened="What happened (and of 100 lives going on from the end of that month, how many go on when the grant ends; * mattered)",
    besides="Besides: {list}.",
    turned="Where it turned",
    not_turned="Nothing turned it",
    one_turn="{month}: from {before} to {after} of 100. {what}",
    nothing_recorded="Nothing stands in the ledger of that month: something that could have come did not, or many small things.",
    never_turned="In no month did its prospects move by 5 of 100 or more; little by little they went from {first} to {last}.",
    trust="Who trusts whom",
    but_for="But for one thing: of 100 such lives, how many more or fewer {words}",
    columns=("", "as it was", "but for it", "change", "95 %", "elsewhere", "this very life"),
    the_same="the same",
    how_to_read="Events: as from the month before, other luck thereafter. The others: the same beginning, other luck from month 1. "
    "Elsewhere: other beginnings and parameters. This very life: all luck as it was.",
    range="{low} to {high}",
    stale="The posterior is stale: {why}.",
    picture="The picture: {file}",
    files="Tables and pictures are in {folder}: {files}",
    not_a_verdict=OF_ONE["en"],
    ensemble="Which events turn endings",
    ensemble_simulated="{scenario}; {arm}: {runs} runs, {replicates} lives of a partnership (seeds {first} to {last}; {parameters}).",
    ensemble_columns=("never any …", "happens in", "turns", "95 %", "only then last", "no longer last", "change", "95 %"),
    ensemble_read="Of 100 lives: in how many it happens before the decision; how many end otherwise without it; how many {words} "
    "only without it, and only with it. The change is the difference of the two.",
    ensemble_answer="What turns most endings: {what}, {turns} of 100.",
    ensemble_none="None of the kinds of event that are asked about happened.",
    runs_not_a_verdict=OF_MANY["en"],
)

DANISH = Words(
    position=0,
    why_lasted="{partnership} holdt i dette ene simulerede forløb: {cause}.",
    why_ended="{partnership} holdt ikke i dette ene simulerede forløb: {cause}.",
    simulated="Ét forløb af det: {scenario}; {arm}; lodtrækning {seed}, {parameters}.",
    like_yours="Det er et forløb, der kunne have svaret som jer i måned {month}.",
    all_like_yours="Det er forløb, der kunne have svaret som jer i måned {month}.",
    draw="parametersæt {number} af dem, der passer med svarene fra {scenario}",
    defaults="standardværdier, som ingen svar er tilpasset",
    became="Da bevillingen slutter: {future}.",
    a_year_later="Et år efter: {future}.",
    ended_in="Det sluttede i {month}: {reason}.",
    not_declared="Der er ikke meddelt noget: bevillingen har ingen slutdato, eller kørslen stopper før den.",
    to_begin_with="Af 100 forløb, der begynder netop som det, er det {near}, der {words}; med en anden begyndelse {begun}{far}.",
    other_parameters="; også med andre parametre {far}",
    carried="Det, der bar det:",
    spoke_for="Det, der talte for det:",
    against="Det, der vejede imod det:",
    would_have_helped="Det, der ville have hjulpet sådanne forløb:",
    without_it="{month}: {what}. Uden det er det {points} ({range}) {way} af 100 sådanne forløb, der {words} "
    "({as_it_was} → {otherwise}, set fra måneden før).",
    without_any="{what}. Uden er det {points} ({range}) {way} af 100 sådanne forløb, der {words} ({as_it_was} → {otherwise}).",
    with_it="{what}. Med det er det {points} ({range}) {way} af 100 sådanne forløb, der {words} ({as_it_was} → {otherwise}).",
    more="flere",
    fewer="færre",
    nothing_carried="Intet af det, der skete, bar det i sig selv: uden det er det næppe færre af 100 sådanne forløb, der {words}.",
    nothing_against="Intet af det, der skete, væltede det i sig selv: uden det er det næppe flere af 100 sådanne forløb, der {words}.",
    likely="Det var sandsynligt fra begyndelsen.",
    open="Det var åbent fra begyndelsen, og tilfældet afgjorde det.",
    turned_most="Det vendte mest i {turn}",
    happened="Hvad der skete (og hvor mange af 100 forløb, der går videre fra slutningen af den måned, som fortsætter, når bevillingen "
    "slutter; * betød noget)",
    besides="Desuden: {list}.",
    turned="Hvor det vendte",
    not_turned="Intet vendte det",
    one_turn="{month}: fra {before} til {after} af 100. {what}",
    nothing_recorded="Der står intet om den måned: noget, der kunne være sket, udeblev, eller mange små ting.",
    never_turned="I ingen måned flyttede udsigterne sig med 5 af 100 eller mere; lidt efter lidt gik de fra {first} til {last}.",
    trust="Hvem har tillid til hvem",
    but_for="Hvis én ting havde været anderledes: hvor mange flere eller færre af 100 sådanne forløb {words}",
    columns=("", "som det var", "ellers", "ændring", "95 %", "andre steder", "netop dette forløb"),
    the_same="det samme",
    how_to_read="Hændelser: fra måneden før, med andre tilfældigheder derefter. De andre: samme begyndelse, andre tilfældigheder fra "
    "måned 1. "
    "Andre steder: andre begyndelser og parametre. Netop dette forløb: alle tilfældigheder, som de var.",
    range="{low} til {high}",
    stale="Parametersættene er forældede: {why}.",
    picture="Billedet: {file}",
    files="Tabeller og billeder ligger i {folder}: {files}",
    not_a_verdict=OF_ONE["da"],
    ensemble="Hvilke hændelser vender en slutning",
    ensemble_simulated="{scenario}; {arm}: {runs} kørsler, {replicates} forløb af et partnerskab (lodtrækning {first} til {last}; {parameters}).",  # noqa: E501
    ensemble_columns=("aldrig nogen …", "sker i", "vender", "95 %", "holder kun da", "holder ikke da", "ændring", "95 %"),
    ensemble_read="Af 100 forløb: hvor mange det sker i før beslutningen; hvor mange der slutter anderledes uden; hvor mange der "
    "kun uden det, og kun med det, er blandt dem, der {words}. Ændringen er forskellen på de to.",
    ensemble_answer="Det, der vender flest slutninger: {what}, {turns} af 100.",
    ensemble_none="Ingen af de slags hændelser, der spørges om, skete.",
    runs_not_a_verdict=OF_MANY["da"],
)

LANGUAGES: dict[str, Words] = {"en": ENGLISH, "da": DANISH}
