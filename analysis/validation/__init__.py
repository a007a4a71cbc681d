"""The validation of a calibration: what fits, what was predicted without being seen, and what the data cannot tell.

ensembles.py simulates the draws; predictive.py, scores.py, response.py, identification.py, endings.py, left_out.py and null_models.py
are pure functions of arrays; validation.py puts them together, verdicts.py compares them with criteria, measures.py makes one table of all.
"""
