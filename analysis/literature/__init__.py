"""Figures of the literature compared with the model."""
