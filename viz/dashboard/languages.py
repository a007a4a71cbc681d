"""The languages of the dashboard."""

from viz.dashboard.danish import DANISH
from viz.dashboard.english import ENGLISH
from viz.dashboard.words import Words

LANGUAGES: dict[str, Words] = {"da": DANISH, "en": ENGLISH}
