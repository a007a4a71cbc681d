"""What scenario files say of facts, values and sources, in Danish: the files are written in English."""

from samvirke.viz.words.facts_in_danish.facts import FACTS
from samvirke.viz.words.facts_in_danish.reasons import REASONS
from samvirke.viz.words.facts_in_danish.values import VALUES

__all__ = ["FACTS", "REASONS", "VALUES"]
