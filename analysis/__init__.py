"""The answers: the questionnaire, and what can be computed from the tables of a run."""
