"""The languages of the dashboard."""

from samvirke.viz.dashboard.words.danish import DANISH
from samvirke.viz.dashboard.words.english import ENGLISH
from samvirke.viz.dashboard.words.words import Words

LANGUAGES: dict[str, Words] = {"da": DANISH, "en": ENGLISH}
