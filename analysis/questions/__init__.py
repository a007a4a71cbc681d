"""The questions of scenarios, and what the model answers."""
