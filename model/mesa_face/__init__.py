"""The model as a `mesa.Model` whose agents are real `mesa.Agent`s: the same kernel, one run at a time.

    from samvirke.model.agents import Volunteer
    from samvirke.model.mesa_face import PartnershipModel

    model = PartnershipModel("one-partnership", arm="earlier-anchoring", rng=1, openness=0.8)
    model.step()
    model.agents_by_type[Volunteer].select(lambda each: each.stage_name == "active").get("energy")

An agent is a view of its row in `samvirke.model.state`: it keeps nothing of its own. For many runs at once: `samvirke.model.ensemble`.
Importing this package imports Mesa, which makes `spawn` the start method of new processes.
"""

from samvirke.model.mesa_face.happenings import Happening
from samvirke.model.mesa_face.model import PartnershipModel

__all__ = ["Happening", "PartnershipModel"]
