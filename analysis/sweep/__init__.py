"""Sweeps: many points of parameters and levers x arms x seeds, in parts that survive anything, on one machine or a cluster."""
