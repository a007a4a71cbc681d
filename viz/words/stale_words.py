"""What has changed since a posterior was made, in Danish and English."""

from collections.abc import Iterable

from samvirke.analysis.calibration.posterior import WHAT_IS_STALE
from samvirke.viz.report.danish import DANISH

IN_DANISH = {english: DANISH[f"stale {name}"] for name, english in WHAT_IS_STALE.items()}


def why_stale(stale: Iterable[str], language: str) -> str:
    """The reasons in one line; empty where nothing has changed."""
    return "; ".join(IN_DANISH.get(each, each) if language == "da" else each for each in stale)
