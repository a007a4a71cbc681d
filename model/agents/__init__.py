"""The agents: per kind, the fields of its state and the small rules that are its own.

The Mesa classes (`from model.agents import Volunteer`) come from `samvirke.model.mesa_face`, loaded when first asked for.
"""

from typing import Any

MESA_AGENTS = ("Municipality", "NGO", "Partner", "KeyPerson", "Volunteer", "Citizen", "Partnership", "Activity", "Funder")


def __getattr__(name: str) -> Any:
    if name in MESA_AGENTS:
        from samvirke.model.mesa_face import agents

        return getattr(agents, name)
    raise AttributeError(f"samvirke.model.agents has no {name!r}; it has {', '.join(MESA_AGENTS)}")
