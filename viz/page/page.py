"""Pages that stand alone: a template filled in, in one language, with one style for screen and A4. Nothing is loaded from anywhere.

A template extends `page/page.jinja`, stands beside the module that renders it (`report/report.jinja`) and is found from the folder `viz`.
In it `_`, `ngettext` and `pgettext` say messages, `language` is the language, and `number`, `percent`, `kroner` and `month` are filters.
Everything is escaped but pictures and what else is Markup.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from samvirke.model.language import Language, language_of
from samvirke.viz.charts.file import Chart, figure_of

TEMPLATES = Path(__file__).parents[1]
STYLE = Path(__file__).with_name("style.css")
"""How a page looks, on screen and on A4. It asks for no font and no file: a page that uses it stands alone."""


def render(template: str, language: Language, **values: object) -> str:
    """The page, or the piece of a page, that a template makes of some values."""
    return _environment(language.code).get_template(template).render(**values)


def picture(chart: Chart, description: str) -> Markup:
    """A chart as a piece of a page, described for who cannot see it."""
    return Markup(figure_of(chart, description))


@cache
def _environment(code: str) -> Environment:
    language = language_of(code)
    found = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    found.globals |= {
        "_": language.gettext, "ngettext": language.ngettext, "pgettext": language.pgettext, "language": language,
        "style": Markup("\n" + STYLE.read_text(encoding="utf-8")),
    }  # fmt: skip
    found.filters |= {"number": language.number, "percent": language.percent, "kroner": language.kroner, "month": language.name_of_month}
    return found
