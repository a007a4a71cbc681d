"""Named structural choices where science is divided; the first of each is the default, and its position is its code."""

VARIANTS: dict[str, tuple[str, ...]] = {
    "trust_law": ("asymmetric_additive", "multiplicative", "nooteboom_like"),
    "aggregation": ("product", "mean", "weakest_link"),
}
