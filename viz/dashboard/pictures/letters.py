"""The letters of charts: a canvas inherits none."""

LETTERS = "Roboto, Helvetica, Arial, sans-serif"
