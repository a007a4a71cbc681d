"""Run as a program where there is no network: serve the dashboard, look at every side of it, and say which were drawn."""

from tests.browser import PATIENCE, opened_browser, opening, served_dashboard
from tests.looks import READY

AT = "scenario=one-partnership&month=10&levers=openness:0.9"


def look_around() -> list[str]:
    """The sides that were drawn, without an error and without a question to anybody outside."""
    seen = []
    with served_dashboard() as served, opened_browser() as browser, opening(browser, served) as at:
        for tab, there in READY.items():
            page = at(f"{'tab=' + tab}&{AT if tab != 'survey' else 'month=10'}")
            page.wait_for_selector(there, timeout=PATIENCE)
            seen.append(tab)
    return seen


if __name__ == "__main__":
    print(" ".join(look_around()))  # noqa: T201  (what it is run for)
