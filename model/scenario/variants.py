"""Named structural choices where science is divided; the first of each is the default."""

VARIANTS: dict[str, tuple[str, ...]] = {
    "trust_law": ("asymmetric_additive",),
    "aggregation": ("mean",),
}
