"""How a page of the dashboard looks, measured in the browser: what fits, what can be read, what has the focus."""

READY = {
    "one": ".picture canvas", "all": ".picture canvas", "what-if": ".of100", "compare": ".compared table", "survey": ".question",
    "evidence": "table.plain",
}  # fmt: skip
"""What a side shows when it is there."""
