"""How mechanisms are switched off: their parameters at the neutral values that are declared with them."""

from samvirke.model.parameters import REGISTRY

NO_MECHANISM = ("input", "measure", "instrument")


def switches() -> dict[str, dict[str, float]]:
    """The neutral values that switch each mechanism off, by mechanism."""
    off: dict[str, dict[str, float]] = {}
    for name, parameter in REGISTRY.items():
        for code in parameter.mechanism.split():
            if parameter.neutral is not None and code not in NO_MECHANISM:
                off.setdefault(code, {})[name] = parameter.neutral
    return dict(sorted(off.items()))
