"""Where the numbers come from."""

import solara

from samvirke.viz.dashboard.desk import Desk
from samvirke.viz.dashboard.views.evidence_side import evidence_markup


@solara.component
def EvidenceView(desk: Desk) -> None:  # noqa: N802
    """Glossary, facts, numbers."""
    scenario = desk.session.scenario(desk.address.value)
    solara.HTML(tag="div", unsafe_innerHTML=evidence_markup(scenario, desk.words))
