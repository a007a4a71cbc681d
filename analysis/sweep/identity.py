"""What the numbers of a sweep hang on besides points and seeds; a folder holds what hangs on one and the same."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from samvirke.analysis.sweep.sweep import Sweep
from samvirke.model.rule import fingerprint_of_the_model
from samvirke.model.scenario.resolved import Arm, Scenario

SAID_ONLY = {"title", "asks", "evidence", "questions", "levers", "targets", "posterior", "borrows", "own_answers", "arms"}
"""Parts of a scenario that no life hangs on (arms count one by one)."""

WHAT_DIFFERS = {
    "model": "another version of the model",
    "scenario": "another scenario, or the scenario as it was before it was changed",
    "posterior": "draws from another posterior, or none",
    "tables": "other tables",
    "months": "other months",
}


def identity_of(sweep: Sweep) -> dict[str, Any]:
    """Fingerprints by what they are of; texts, costs and names of partnerships do not count."""
    return {
        "model": fingerprint_of_the_model(),
        "scenario": fingerprint_of_scenario(sweep.scenario),
        "posterior": "" if sweep.posterior is None else _hash(sweep.posterior.draws.tobytes()),
        "tables": list(sweep.tables),
        "months": None if sweep.months is None else list(sweep.months),
        "arms": {name: fingerprint_of_arm(sweep.scenario.arms[name]) for name in sweep.arms},
    }


def fingerprint_of_scenario(scenario: Scenario) -> str:
    """Hash of everything in a scenario that its lives without an arm hang on."""
    return _hash(
        scenario.model_dump_json(exclude={**dict.fromkeys(SAID_ONLY, True), "partnerships": {"__all__": {"name", "title"}}}).encode()
    )


def fingerprint_of_arm(arm: Arm) -> str:
    """Hash of what an arm does."""
    return _hash(arm.model_dump_json(exclude={"title", "cost_dkk", "cost_hours"}).encode())


def key_of(identity: Mapping[str, Any]) -> str:
    """One short text for all of it but the arms."""
    return _hash(repr([(name, identity[name]) for name in WHAT_DIFFERS]).encode())


def differences(there: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[str]:
    """In words, what a folder hangs on that is not what is wanted."""
    for name, words in WHAT_DIFFERS.items():
        if there.get(name) != wanted[name]:
            yield words
    before = there.get("arms", {})
    for arm, fingerprint in wanted["arms"].items():
        if before.get(arm, fingerprint) != fingerprint:
            yield f"the arm {arm} as it was before it was changed"


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
