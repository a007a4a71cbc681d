"""A run: what is to be run, its tables, its folder."""
