"""What can stand on the stage: the part of the page that changes with the month."""

from typing import Any, Protocol

Shown = dict[str, Any]
"""By `text:NAME`, `series:CHART:NAME`, `dots:PICTURE` or `until:PICTURE`: what it shows."""


class Staged(Protocol):
    """One partnership, or all of them."""

    def skeleton(self) -> str:
        """Markup with `data-text` and `data-picture` where something comes."""

    def pictures(self) -> dict[str, list[dict[str, Any]]]:
        """By picture: its layers from the back to the front, with all that stays."""

    def shown(self, month: int) -> Shown:
        """What a month shows."""
