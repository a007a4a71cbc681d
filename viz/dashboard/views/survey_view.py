"""What was answered and what the model answers."""

import solara

from samvirke.model.errors import ScenarioError
from samvirke.viz.charts.colours import ACCENT
from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.runs.session import parameters_of


@solara.component
def SurveyView(desk: Desk) -> None:  # noqa: N802
    """Bars of all questions; one sentence where a scenario has no answers."""
    words, address = desk.words, desk.address.value

    def found() -> str:
        from samvirke.viz.dashboard.views.survey_side import survey_markup, surveyed  # a second that only who asks for the survey waits for

        try:
            asked, questions = surveyed(desk.session.scenario(address), parameters_of(address.scenario), address.seed)
        except ScenarioError:
            return f"<p>{words.no_survey}</p>"
        return survey_markup(asked, questions, words)

    task = solara.lab.use_task(lambda: desk.trying(found), dependencies=[address.scenario, address.seed, address.language])
    solara.HTML(tag="p", classes=["sentence"], unsafe_innerHTML=words.survey)
    if task.pending:
        solara.HTML(tag="p", unsafe_innerHTML=words.surveying)
        solara.ProgressLinear(value=True, color=ACCENT)
    elif task.finished and task.value:
        solara.HTML(tag="div", classes=["of100", "survey"], unsafe_innerHTML=task.value)
