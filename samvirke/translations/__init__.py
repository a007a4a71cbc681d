"""The catalogues: one file per language, data only."""
