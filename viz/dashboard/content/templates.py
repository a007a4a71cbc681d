"""Markup for the page, from macros in templates. Whatever is filled in is escaped here, and nowhere else."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from samvirke.model.language import Language

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
)


@cache
def _macros(template: str, language: Language) -> Any:
    return TEMPLATES.get_template(template).make_module({"_": language.gettext, "ngettext": language.ngettext, "language": language})


def part(template: str, macro: str, language: Language, **values: Any) -> Markup:
    """One macro of a template, in a language."""
    return Markup(getattr(_macros(template, language), macro)(**values).strip())
