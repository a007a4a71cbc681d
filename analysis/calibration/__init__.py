"""From reported answers to a posterior."""
