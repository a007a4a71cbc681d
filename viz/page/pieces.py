"""Pieces of a page that stands alone: escaped text, tables, figures, one style for screen and A4. Nothing is loaded from anywhere."""

import html
from collections.abc import Iterable, Sequence

from samvirke.viz.page.style import STYLE


def escaped(text: object) -> str:
    """Text as a page may hold it."""
    return html.escape(str(text))


def document(title: str, language: str, body: Iterable[str]) -> str:
    """The whole page."""
    head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escaped(title)}</title>'
    inside = "\n".join(body)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n{head}\n<style>{STYLE}</style>\n</head>\n<body>\n{inside}\n</body>\n</html>\n'
    )


def heading(level: int, text: str) -> str:
    """A heading."""
    return f"<h{level}>{escaped(text)}</h{level}>"


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph."""
    return f'<p class="{kind}">{escaped(text)}</p>' if kind else f"<p>{escaped(text)}</p>"


def listed(texts: Iterable[str], kind: str = "") -> str:
    """A list; its texts are markup."""
    return f'<ul class="{kind}">{"".join(f"<li>{text}</li>" for text in texts)}</ul>'


def table(head: Sequence[str], rows: Iterable[Sequence[str]], words: Sequence[int] = (0,), marked: str = "", kind: str = "") -> str:
    """A table of texts; the columns `words` are set left. A cell that is `marked` stands out; `kind` is for the style."""
    heads = "".join(f'<th scope="col"{_kind(at, words)}>{escaped(each)}</th>' for at, each in enumerate(head))
    body = "\n".join(f"<tr>{''.join(_cell(at, each, words, marked) for at, each in enumerate(row))}</tr>" for row in rows)
    return f'<div class="wide"><table class="{kind}"><thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>'


def _kind(at: int, words: Sequence[int]) -> str:
    return ' class="words"' if at in words else ""


def _cell(at: int, text: str, words: Sequence[int], marked: str) -> str:
    said = f'<span class="no">{escaped(text)}</span>' if marked and text.startswith(marked) else escaped(text)
    return f"<td{_kind(at, words)}>{said}</td>"
