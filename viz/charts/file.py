"""A chart as a file or as part of a page: drawn without a browser and without internet, in fonts that are always there."""

import html
from collections.abc import Callable
from pathlib import Path

import altair as alt
import vl_convert

from samvirke.model.errors import BadInputError
from samvirke.model.language import Language

FONT = "sans-serif"  # vl-convert brings one of its own; a browser takes the reader's
PIXELS_PER_PIXEL = 2  # so that a picture is sharp on paper and on dense screens
Chart = alt.TopLevelMixin


class PictureError(BadInputError):
    """A picture that cannot be made, or not be written."""


def locale_of(language: Language) -> alt.Locale:
    """How the axes of a chart write numbers."""
    marks = {"decimal": language.decimal_mark, "thousands": language.group_mark}
    return alt.Locale(number=alt.NumberLocale(**marks, grouping=[3], currency=["", ""]))


def svg_of(chart: Chart) -> str:
    """The chart as SVG."""
    return str(vl_convert.vegalite_to_svg(chart.to_json(), vl_version=_version()))


def png_of(chart: Chart) -> bytes:
    """The chart as PNG, with more dots than it has pixels."""
    return bytes(vl_convert.vegalite_to_png(chart.to_json(), vl_version=_version(), scale=PIXELS_PER_PIXEL))


def figure_of(chart: Chart, description: str) -> str:
    """The chart as a piece of an HTML page: an SVG that fits the page's width, described for who cannot see it."""
    svg = svg_of(chart).replace("<svg ", '<svg style="width: 100%; height: auto" ', 1)
    return f'<figure role="img" aria-label="{html.escape(description)}">{svg}</figure>'


WRITERS: dict[str, Callable[[Chart], bytes]] = {
    ".png": png_of,
    ".svg": lambda chart: svg_of(chart).encode(),
}


def write_chart(chart: Chart, path: Path) -> None:
    """Write a chart to a .png or .svg file. Raises PictureError for another ending, or where nothing can be written."""
    refuse_what_cannot_be_written(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(WRITERS[path.suffix.lower()](chart))
    except OSError as error:
        raise PictureError(f"{path}: cannot be written: {error.strerror}") from error


def refuse_what_cannot_be_written(path: Path) -> None:
    """Raise PictureError for a file name whose ending is no kind of picture."""
    if path.suffix.lower() not in WRITERS:
        raise PictureError(f"{path}: a picture's name must end in {' or '.join(WRITERS)}")


def _version() -> str:
    """The version of Vega-Lite that altair writes, as vl-convert names it: 6.1."""
    return ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
