"""What stands beside every result: that it is about partnerships like these."""

from samvirke.model.language import N_

OF_MANY_RUNS = N_("Runs of partnerships like these, not a verdict on any one of them.")
"""Of a result over many runs or partnerships."""
OF_ONE_RUN = N_("Runs of partnerships like this, not a verdict on this one.")
"""Of a result about one run of one partnership."""
