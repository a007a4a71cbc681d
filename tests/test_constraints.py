"""The exact versions of constraints.txt: what a newcomer with the plainest supported Python can install."""

from importlib.metadata import PackageNotFoundError, metadata

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from tests.test_architecture import ROOT

PLAINEST = ("3.11.2", "3.12.0", "3.13.0")
"""The Python that Debian 12 brings, and the first of the others: some packages leave out the first months of a version."""

LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINNED = tuple(Requirement(line) for line in LINES if line and not line.startswith("#"))


@pytest.mark.parametrize("pinned", PINNED, ids=lambda pinned: pinned.name)
def test_every_version_can_be_installed_where_it_is_asked_for(pinned: Requirement):
    for python in PLAINEST:
        short = python.rpartition(".")[0]
        if pinned.marker and not pinned.marker.evaluate({"python_version": short, "python_full_version": python}):
            continue
        assert needed_by(pinned).contains(python), f"{pinned} cannot be installed on Python {python}"


def needed_by(pinned: Requirement) -> SpecifierSet:
    """Which Python it needs, as far as this environment has that version; anything otherwise."""
    try:
        found = metadata(pinned.name)
    except PackageNotFoundError:
        return SpecifierSet()
    says_so = "Requires-Python" in found and pinned.specifier.contains(found["Version"])
    return SpecifierSet(found["Requires-Python"] if says_so else "")
