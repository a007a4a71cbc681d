"""Named structural choices where science is divided; the first of each is the default, and its position is its code."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Variant:
    """One such choice: what it is about, what each of its names means, and why it is open."""

    meaning: str
    choices: Mapping[str, str]
    mechanism: str
    source: str


NO_MEASUREMENT = (
    "assumed: theory is divided, and no survey here tells them apart; samvirke calibrate --compare-variants holds them side by side"
)

DECLARED_VARIANTS: dict[str, Variant] = {
    "trust_law": Variant(
        "how a month of contact changes trust in somebody",
        {
            "asymmetric_additive": "a share of the distance to what she is seen to keep, a larger share downwards",
            "multiplicative": "in proportion to the trust there is, so that little trust grows slowly",
            "nooteboom_like": "what is close to what was expected changes nothing, what is far from it by the square of the surprise",
        },
        "T1",
        NO_MEASUREMENT,
    ),
    "aggregation": Variant(
        "how trust, communication and shared understanding together join what partners contribute",
        {
            "product": "the product of the three: each is needed",
            "mean": "their mean: one makes up for another",
            "weakest_link": "the weakest of them: nothing makes up for it",
        },
        "G4",
        NO_MEASUREMENT,
    ),
}
VARIANTS: dict[str, tuple[str, ...]] = {name: tuple(variant.choices) for name, variant in DECLARED_VARIANTS.items()}
