"""The public Python API, by task."""
