"""Typical values of the levers: what partnerships do where a scenario leaves it open."""

from samvirke.model.levers import LEVERS
from samvirke.model.parameters.parameter import FREE, Fixed, LogUniform, Parameter, Uniform

SIF = "Holt and others 2019, Partnerskaber på folkesundhedsområdet"
TYPICAL: dict[str, tuple[Uniform | LogUniform | Fixed, str, str]] = {
    "openness": (Uniform(0.3, 0.8), "G5", FREE),
    "share_of_hours_on_relations": (Uniform(0.08, 0.25), "T3 M7", FREE),
    "structure": (Uniform(0.4, 0.9), "T7", FREE),
    "formulation_months": (Uniform(1.0, 5.0), "G1", FREE),
    "tailoring_months": (Uniform(1.0, 5.0), "A2", FREE),
    "agreement_detail": (Fixed(0.55), "K3", f"{SIF}, figure 5: middle of the reported answers"),
    "agreement_revision_months": (LogUniform(12.0, 48.0), "K3", "assumed: once or twice in a grant, if at all"),
    "handover_months": (Uniform(0.0, 0.8), "K3", "assumed: seldom more than some weeks"),
    "second_person": (Uniform(0.1, 0.5), "K3", FREE),
    "anchoring_start_month": (Fixed(-1.0), "E2", "assumed: left to chance unless a scenario decides otherwise"),
    "share_of_hours_on_documentation": (Uniform(0.04, 0.12), "E4 M7", FREE),
    "support_hours_per_volunteer": (LogUniform(1.0, 6.0), "V3", FREE),
    "share_of_personal_asks": (Uniform(0.3, 0.8), "V1", FREE),
    "share_of_outreach": (Uniform(0.2, 0.6), "C1", FREE),
    "threshold": (Uniform(0.2, 0.6), "C2", FREE),
    "company_on_first_visits": (Uniform(0.1, 0.4), "C2", FREE),
    "shared_power": (Uniform(0.5, 0.95), "T6", FREE),
    "share_of_grant_with_lead": (Uniform(0.4, 0.8), "M1", FREE),
    "size_of_goal": (LogUniform(0.7, 1.4), "G6", FREE),
    "co_running": (Uniform(0.3, 0.7), "A3", FREE),
    "experience_at_start": (Uniform(0.4, 0.8), "K5", FREE),
    "mandate_at_start": (Uniform(0.4, 0.8), "K5", FREE),
    "differing_interests": (Fixed(0.48), "G4", f"{SIF}, section 9.3: middle of the reported answers"),
    "months_to_find_partners": (LogUniform(1.0, 4.0), "E1", "assumed: the call's window was short"),
    "concentration_of_hours": (Uniform(0.5, 0.8), "K7", FREE),
    "renewal_months": (Fixed(0.0), "X2", "assumed: open-ended unless a scenario says otherwise"),
    "sparring_months": (Fixed(0.0), "X3", "assumed: none unless a scenario says otherwise"),
    "places": (Fixed(1.0), "X4", "assumed: one place unless a scenario says otherwise"),
    "invitation_by_interest": (Uniform(0.4, 0.9), "X8", FREE),
    "input_acted_on": (Uniform(0.3, 0.8), "C6", FREE),
}


def _typical(name: str) -> Parameter:
    prior, mechanism, source = TYPICAL[name]
    lever = LEVERS[name]
    low, high = lever.low, lever.high
    assert low is not None and high is not None
    return Parameter(name, f"typically: {lever.meaning}", lever.unit, low, high, prior, mechanism, source)


def _step(name: str, value: float, meaning: str, source: str) -> Parameter:
    return Parameter(name, meaning, "share", 0, 1, Fixed(value), "input", source)


PARAMETERS = (
    *(_typical(name) for name in LEVERS),
    Parameter(
        "difference_between_partnerships",
        "how far a practice, or a member's own hours, is drawn from its typical value, up or down, relative to it; 0: all go about things alike",
        "ratio", 0, 1, Uniform(0.3, 0.8), "input", FREE, neutral=0.0,
    ),
    Parameter(
        "practices_go_together",
        "chance that a partnership is as far above or below the typical in one practice of working together as in the others; 0: each is by itself",
        "share", 0, 1, Uniform(0.2, 0.7), "input", FREE, neutral=0.0,
    ),
    *(
        _step(
            f"{lever}_up_to_step_{step}", value,
            f"share of partnerships that answer step {step} or lower about {what}", f"{SIF}, {where}",
        )
        for lever, what, where, values in (
            ("agreements", "a written agreement", "figure 5 (steps 1 and 2 split evenly)", (0.13, 0.26, 0.57, 0.785)),
            ("differing_interests", "differing interests", "section 9.3", (0.0, 0.19, 0.69, 0.94)),
        )
        for step, value in enumerate(values, start=1)
    ),
)  # fmt: skip
