"""The languages of the dashboard."""

from viz.dashboard.words.danish import DANISH
from viz.dashboard.words.english import ENGLISH
from viz.dashboard.words.words import Words

LANGUAGES: dict[str, Words] = {"da": DANISH, "en": ENGLISH}
