"""Pages that stand alone: templates filled in."""

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from samvirke.model.language import language_of
from samvirke.viz.page import page


@pytest.fixture
def template(monkeypatch, tmp_path):
    """Write a template that extends the page."""
    (tmp_path / "page").symlink_to(page.TEMPLATES / "page")
    monkeypatch.setattr(page, "TEMPLATES", tmp_path)
    page._environment.cache_clear()

    def write(body):
        head = (
            '{% extends "page/page.jinja" %}{% from "page/pieces.jinja" import table, bullets %}{% block title %}{{ title }}{% endblock %}'
        )
        (tmp_path / "one.jinja").write_text(f"{head}{{% block body %}}{body}{{% endblock %}}", encoding="utf-8")
        return "one.jinja"

    yield write
    page._environment.cache_clear()


def test_what_a_value_holds_is_escaped_and_a_picture_is_not(template):
    wording = page.render(template("{{ title }}{{ drawn }}"), language_of("en"), title="a < b", drawn=Markup("<svg></svg>"))
    assert "<title>a &lt; b</title>" in wording
    assert "<svg></svg>" in wording


def test_a_page_is_in_its_language(template):
    body = "{{ 1234.5 | number(1) }} {{ 0.25 | percent }} {{ 3 | month }}"
    assert "1.234,5 25\N{NO-BREAK SPACE}% marts" in page.render(template(body), language_of("da"), title="")
    assert "1,234.5 25\N{NO-BREAK SPACE}% March" in page.render(template(body), language_of("en"), title="")


def test_a_cell_that_is_marked_stands_out_and_words_are_set_left(template):
    body = "{{ table(['what', 'holds'], [['a', 'no: <b>']], words=[1], marked='no') }}"
    wording = page.render(template(body), language_of("en"), title="")
    assert '<td>a</td><td class="words"><span class="no">no: &lt;b&gt;</span></td>' in wording


def test_a_value_that_is_missing_is_an_error(template):
    with pytest.raises(UndefinedError):
        page.render(template("{{ nonsuch }}"), language_of("en"), title="")


def test_a_page_loads_nothing(template):
    wording = page.render(template(""), language_of("en"), title="")
    assert "http" not in wording and "src=" not in wording and "@media print" in wording
