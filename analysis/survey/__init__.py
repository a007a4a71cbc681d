"""The survey instrument and the table of answers."""
