"""The proof of a calibration: what fits, what was predicted without being seen, and what the data cannot tell.

lived.py lives the draws; predictive.py, scores.py, response.py, identification.py, endings.py, left_out.py and null_models.py
are measures of arrays; proof.py puts them together, verdicts.py says what holds, measures.py makes one table of it all.
"""
