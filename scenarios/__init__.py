"""The questions: scenario files with their tables, data only."""
