"""What has changed since a posterior was made."""

from collections.abc import Iterable

from samvirke.model.language import language_of


def why_stale(stale: Iterable[str], language: str) -> str:
    """The reasons in one line; empty where nothing has changed."""
    return "; ".join(language_of(language).gettext(each) for each in stale)
