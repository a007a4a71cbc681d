"""What the model's parameters mean, their units and where they come from, in Danish: beside the English that is declared with them."""

from samvirke.viz.words.parameters_in_danish.anchoring_and_answers import MEANINGS as ANCHORING_AND_ANSWERS
from samvirke.viz.words.parameters_in_danish.beginnings import MEANINGS as BEGINNINGS
from samvirke.viz.words.parameters_in_danish.context_and_turnover import MEANINGS as CONTEXT_AND_TURNOVER
from samvirke.viz.words.parameters_in_danish.levers import MEANINGS as LEVERS
from samvirke.viz.words.parameters_in_danish.meeting import MEANINGS as MEETING
from samvirke.viz.words.parameters_in_danish.units_and_sources import SOURCES, UNITS
from samvirke.viz.words.parameters_in_danish.volunteers_and_citizens import MEANINGS as VOLUNTEERS_AND_CITIZENS
from samvirke.viz.words.parameters_in_danish.work_and_value import MEANINGS as WORK_AND_VALUE

__all__ = ["MEANINGS", "SOURCES", "UNITS"]

MEANINGS: dict[str, str] = {
    **ANCHORING_AND_ANSWERS,
    **BEGINNINGS,
    **CONTEXT_AND_TURNOVER,
    **LEVERS,
    **MEETING,
    **VOLUNTEERS_AND_CITIZENS,
    **WORK_AND_VALUE,
}
