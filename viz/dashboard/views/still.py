"""Views that stand still: variants compared, the survey, the evidence."""

from dataclasses import replace

import solara
from markupsafe import Markup

from samvirke.model.errors import ScenarioError
from samvirke.viz.charts.colours import ACCENT
from samvirke.viz.dashboard.content.evidence import evidence_markup
from samvirke.viz.dashboard.content.glossary import folded
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.runs.session import parameters_of
from samvirke.viz.dashboard.views.what_if import MeasureAsked, WhatTheDataAdd
from samvirke.viz.dashboard.views.widgets import put

COMPARED_HANGS_ON = ("scenario", "case", "seed", "tab")
"""Parts of the address that decide what is compared."""


@solara.component
def CompareView(desk: Desk) -> None:  # noqa: N802
    """What each variant changes for the partnership that is looked at."""
    _, address = desk.language.gettext, desk.address.value
    (done, of), tell = solara.use_state((0, 0))
    key = tuple(getattr(address, part) for part in COMPARED_HANGS_ON)

    def so_far(simulated: int, of_all: int) -> None:
        desk.still(address, *COMPARED_HANGS_ON)
        tell((simulated, of_all))

    task = solara.lab.use_task(lambda: desk.trying(lambda: desk.session.arms(address, so_far)), dependencies=[key])
    put(
        _("{name}: what could be done differently? Each variant is computed with the same 250 runs. Prices are assumptions.",
          name=desk.partnership_named()),
        classes="sentence",
    )  # fmt: skip
    if task.finished and task.value is not None:
        from samvirke.viz.dashboard.content.compare import compare_markup, most_helpful  # a moment that only who compares waits for

        MeasureAsked(desk)
        if task.value:
            WhatTheDataAdd(desk, most_helpful(task.value, desk.measure_asked()))
        here = replace(address, month=desk.month.value)
        told = compare_markup(desk.session.scenario(address), task.value, desk.measure_asked(), here, desk.language)
        put(told + folded(desk.language, "what-if"), "div", "compared")
    elif task.pending:
        put(_("{done} of {of} variants computed …", done=done, of=of) if of else _("Computing 250 runs with and without …"))
        solara.ProgressLinear(value=100.0 * done / of if of else True, color=ACCENT)


@solara.component
def SurveyView(desk: Desk) -> None:  # noqa: N802
    """Bars of all questions; one sentence where a scenario has no answers."""
    language, address = desk.language, desk.address.value
    _ = language.gettext

    def found() -> Markup:
        from samvirke.viz.dashboard.content.survey import survey_markup, surveyed  # a second to import, only where the survey is shown

        try:
            asked, questions = surveyed(desk.session.scenario(address), parameters_of(address.scenario), address.seed)
        except ScenarioError:
            return Markup("<p>{}</p>").format(_("This scenario has no answers to compare with."))
        return survey_markup(asked, questions, language)

    task = solara.lab.use_task(lambda: desk.trying(found), dependencies=[address.scenario, address.seed, address.language])
    put(_("What the partnerships answered, and what the model answers"), classes="sentence")
    if task.pending:
        put(_("Computing: the survey is answered 60 times in all partnerships …"))
        solara.ProgressLinear(value=True, color=ACCENT)
    elif task.finished and task.value:
        put(task.value, "div", "of100 survey")


@solara.component
def EvidenceView(desk: Desk) -> None:  # noqa: N802
    """Glossary, facts, numbers."""
    put(evidence_markup(desk.session.scenario(desk.address.value), desk.language), "div")
