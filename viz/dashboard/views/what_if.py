"""What if? A lever is moved, and 250 runs answer: the difference in one sentence, of 100 partnerships, and over the months."""

from typing import TYPE_CHECKING

import solara

from samvirke.analysis.measures import MEASURES
from samvirke.viz.charts.colours import ACCENT
from samvirke.viz.dashboard.charts.months import fan_option
from samvirke.viz.dashboard.charts.room import LETTERS_ON_A_DESK, LETTERS_ON_A_WALL
from samvirke.viz.dashboard.content.glossary import folded
from samvirke.viz.dashboard.content.texts import of_100, part
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.names import first_large
from samvirke.viz.dashboard.runs.followed_run import TURNED
from samvirke.viz.dashboard.runs.measures import MONTHLY, SHARES, SHOWN_BY_MONTH, asked_where
from samvirke.viz.dashboard.runs.session import RUNS_FOR_WIDTHS, parameters_of
from samvirke.viz.dashboard.views.levers import Levers
from samvirke.viz.dashboard.views.widgets import chart, put

if TYPE_CHECKING:
    from samvirke.analysis.comparison.comparison import Comparison
    from samvirke.viz.dashboard.runs.paired_runs import Pairs, Simulated

SHOWN_TOGETHER = ("scenario", "case", "arm", "seed", "branch", "tab")
"""Parts of the address that, with the levers, decide what is computed."""
WIDTH, WIDTH_ON_A_WALL, HEIGHT = 760, 650, 280


@solara.component
def WhatIfView(desk: Desk) -> None:  # noqa: N802
    """Levers on the left, answers on the right. While new runs are computed, the answer before them stays."""
    address = desk.address.value
    key = (address.scenario, address.case, address.arm, address.seed, address.branch, tuple(address.levers.items()))

    def both() -> "tuple[Simulated, Pairs | None]":
        return desk.session.without(address), desk.session.pairs(address)

    task = solara.lab.use_task(lambda: desk.trying(both), dependencies=[key])
    kept, keep = solara.use_state(None)
    if task.finished and task.value is not kept:
        keep(task.value)
    with solara.Div(classes=["two"]):
        with solara.Div(classes=["levers"]):
            Levers(desk)
        with solara.Div(classes=["answers"]):
            found = task.value if task.finished else kept
            if found is None:
                put(desk.language.gettext("Computing 250 runs with and without …"), classes="answer")
            else:
                Answers(desk, found[0], found[1] if address.levers else None)


@solara.component
def Answers(desk: Desk, without: "Simulated", pairs: "Pairs | None") -> None:  # noqa: N802
    """The sentence first, then the pictures; before a lever is moved, the runs as they are."""
    language = desk.language
    _ = language.gettext
    MeasureAsked(desk)
    if pairs is None:
        put(_("Move one of the levers to see the difference here."), classes="answer")
    else:
        Difference(desk, pairs)
    with_levers = [] if pairs is None else [(_("With the levers"), pairs.with_levers.futures)]
    if without.declared or (pairs is not None and pairs.with_levers.declared):
        put(_("Of 100 partnerships like this"), "h2")
        put(of_100([(_("As it is"), without.futures), *with_levers], language), "div")
    put(_("250 runs: the line is the middle run; 8 of 10 lie in the coloured band"), "h2")
    Fan(desk, without, None if pairs is None else pairs.with_levers)
    put(part("answers.jinja", "how_they_are_paired", language), classes="soft")
    put(folded(language, "what-if"), "div")


@solara.component
def Difference(desk: Desk, pairs: "Pairs") -> None:  # noqa: N802
    """What the levers change, what that costs, and what else they move."""
    _, code, measure = desk.language.gettext, desk.language.code, desk.measure_asked()
    put(pairs.sentence(measure, code), classes="answer", aria_live="polite")
    cost, also = pairs.cost_in_words(code), pairs.also(measure, code)
    put(_("Price: it {cost}. Prices are assumptions.", cost=cost) if cost else _("No price is given for these levers."))
    if also:
        put(_("Other large effects: {sentences}", sentences=" ".join(map(first_large, also))))
    WhatTheDataAdd(desk)


@solara.component
def WhatTheDataAdd(desk: Desk, arms: tuple[str, ...] = (TURNED,)) -> None:  # noqa: N802
    """Whether the data narrow the range of the levers, or of some variants: on request, for it takes many more runs than the answer."""
    _, address = desk.language.gettext, desk.address.value
    this = (*(getattr(address, part) for part in SHOWN_TOGETHER), tuple(address.levers.items()), arms)
    (asked, ask), (done, tell) = solara.use_state(None), solara.use_state(0)

    def note(simulated: int, of: int) -> None:
        desk.still(address, *SHOWN_TOGETHER, "levers")
        tell(100 * simulated // of)

    def compared() -> "Comparison | None":
        return desk.trying(lambda: desk.session.with_prior(address, arms, note)) if asked == this else None

    task = solara.lab.use_task(compared, dependencies=[this, asked])
    if parameters_of(address.scenario) is None:
        return
    if asked != this:
        with solara.Div(classes=["row-of"]):
            solara.Button(_("How much of the range do the data decide?"), on_click=lambda: ask(this), outlined=True)
    elif not task.finished:
        put(_("Computing {n} runs, and half as many from assumptions alone …", n=desk.language.number(RUNS_FOR_WIDTHS)), aria_live="polite")
        solara.ProgressLinear(value=done, color=ACCENT)
    elif task.value is not None:
        from samvirke.viz.dashboard.content.compare import what_the_data_add

        put(_("Over {n} runs:", n=desk.language.number(RUNS_FOR_WIDTHS)), classes="soft")
        for each in what_the_data_add(task.value, desk.measure_asked(), desk.language):
            put(each, aria_live="polite")


@solara.component
def MeasureAsked(desk: Desk) -> None:  # noqa: N802
    """The measure of the difference."""
    language, ends = desk.language, desk.session.run(desk.address.value).grant_end is not None
    names = [{"text": language.pgettext("measure", MEASURES[name].label), "value": name} for name in asked_where(ends)]
    solara.v.Select(
        label=language.gettext("Difference in"), items=names, v_model=desk.measure_asked(), on_v_model=desk.ask, outlined=True, dense=True,
        hide_details=True, class_="measure",
    )  # fmt: skip


@solara.component
def Fan(desk: Desk, without: "Simulated", with_levers: "Simulated | None") -> None:  # noqa: N802
    """The runs month by month in one measure."""
    language, name, large = desk.language, desk.month_measure_asked(), desk.address.value.projector
    _ = language.gettext
    items = [{"text": _(MONTHLY[each][0]), "value": each} for each in SHOWN_BY_MONTH]
    solara.v.Select(
        label=_("Show"), items=items, v_model=name, on_v_model=desk.show_course, outlined=True, dense=True, hide_details=True
    )  # fmt: skip
    grant_end = desk.session.run(desk.address.value).grant_end
    option = fan_option(without, with_levers, name, grant_end, LETTERS_ON_A_WALL if large else LETTERS_ON_A_DESK, language)
    chart(option, _("250 runs month by month: {measure}", measure=_(MONTHLY[name][0])), WIDTH_ON_A_WALL if large else WIDTH, HEIGHT)
    if name in SHARES:
        put(
            _("Trust, shared understanding, unspoken disagreement and synergy: only runs in which the partnership still exists."),
            classes="soft",
        )
