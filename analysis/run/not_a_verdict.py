"""What stands beside every result: that it is about lives like these."""

OF_MANY = {
    "en": "Lives like these, not a verdict on any one of them.",
    "da": "Forløb som disse, ikke en dom over noget enkelt af dem.",
}
"""Of a result over many lives or partnerships."""

OF_ONE = {
    "en": "Lives like these, not a verdict on this one.",
    "da": "Forløb som disse, ikke en dom over netop dette.",
}
"""Of a result about one life of one partnership."""
