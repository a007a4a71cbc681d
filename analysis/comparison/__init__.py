"""Arms compared: paired differences, their uncertainty, what they cost."""
