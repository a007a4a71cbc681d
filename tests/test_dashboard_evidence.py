"""Every number on the screen leads to what it means, where it comes from and how sure it is; every sign of a picture has its name."""

import re
from pathlib import Path

import pytest
from markupsafe import escape

from samvirke.analysis.survey.targets import read_targets
from samvirke.model.language import Language, language_of
from samvirke.model.levers import LEVERS
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Cell, Evidence, read_scenario, scenario_names
from samvirke.viz import words
from samvirke.viz.charts.colours import contrast
from samvirke.viz.dashboard.charts.dots import SIGNS, STAMPS
from samvirke.viz.dashboard.charts.room import MEASURES
from samvirke.viz.dashboard.content.evidence import evidence_markup
from samvirke.viz.dashboard.content.glossary import GLOSSARY, USUALLY, folded, glossary_markup
from samvirke.viz.dashboard.content.one import OneStage
from samvirke.viz.dashboard.names import partnerships_named
from samvirke.viz.dashboard.runs.address import Address
from samvirke.viz.dashboard.runs.measures import ASKED, MONTHLY, SHOWN_BY_MONTH
from samvirke.viz.dashboard.runs.session import Session

DANISH, ENGLISH = language_of("da"), language_of("en")
LANGUAGES = pytest.mark.parametrize("language", [DANISH, ENGLISH], ids=["da", "en"])
WORDS = re.compile("[a-z]{3}")
ENGLISH_WORDS = re.compile(
    r"\b(the|of|with|and|on|from|their|is|are|not|our|reading|reported|chapters?|sections?|tables?|figures?|introduction|handbook|anthology|"
    r"evaluation|others|literature|see|volunteering|creation|effort|citizens|text|attendance|motivation is|lasting|line|chosen|assumed)\b",
    re.IGNORECASE,
)
NOT_ENGLISH = ("docs/literature.md", "Communities That Care", "cases.csv")
"""A path, a name and a file, which stay as they are."""


@LANGUAGES
def test_evidence_names_sources_and_means_no_harm_to_markup(language: Language):
    told = evidence_markup(read_scenario("partnerskabspuljen"), language)
    assert {"da": "Holt m.fl. 2019", "en": "Holt and others 2019"}[language.code] in told
    assert language.gettext("Glossary") in told
    assert "<script" not in told


@LANGUAGES
def test_what_is_drawn_over_time_is_in_the_glossary(language: Language):
    told = glossary_markup(language)
    assert all(f'<th scope="row">{language.gettext(MONTHLY[name][0])}</th>' in told for name in MEASURES)


@LANGUAGES
def test_each_word_has_a_meaning_a_source_and_how_sure_it_is(language: Language):
    rows = glossary_markup(language).split("<tr>")[2:]
    assert len(rows) == len(GLOSSARY)
    assert all(row.count("<td>") == 3 and "<td></td>" not in row for row in rows)


def test_every_measure_a_difference_is_told_in_and_every_one_by_month_is_explained():
    explained = [name for each in GLOSSARY for name in each.explains]
    assert {*ASKED, *SHOWN_BY_MONTH} <= set(explained)
    assert len(explained) == len(set(explained))
    for name in SHOWN_BY_MONTH:
        entry = next(each for each in GLOSSARY if name in each.explains)
        assert entry.term == MONTHLY[name][0]


@LANGUAGES
def test_a_remark_that_holds_for_most_terms_stands_once(language: Language):
    told = glossary_markup(language)
    assert told.count(escape(language.gettext(USUALLY))) == 1
    assert told.count("Holt") == 2


@LANGUAGES
def test_the_page_of_evidence_does_not_send_its_reader_to_itself(language: Language):
    page = {"da": "siden Belæg", "en": "page Evidence"}[language.code]
    assert page in glossary_markup(language, "one")
    assert page not in glossary_markup(language)


@LANGUAGES
@pytest.mark.parametrize("view", ["one", "all", "what-if", "survey"])
def test_each_view_explains_its_numbers_in_place(language: Language, view: str):
    told = folded(language, view)
    assert language.gettext("What the numbers mean, where they come from, and how certain they are") in told
    assert "<td>" in told


@LANGUAGES
def test_every_sign_has_a_name(language: Language):
    address = Address(scenario="one-partnership", case="shared-meals")
    run = Session().run(address)
    stage = OneStage(read_scenario("one-partnership"), run, None, "", language)
    told, persons = stage.skeleton(), language.number(stage.persons_a_dot)
    assert told.count("<svg") == len(SIGNS)
    assert all(escape(language.gettext(wording, persons=persons)) in told for wording, _ in SIGNS.values())


def test_what_stands_out_around_a_partnership_is_told_by_shape_and_can_be_seen():
    standing_out = {letter: stamp for letter, stamp in STAMPS.items() if stamp[1] >= 8}
    assert len({(shape, bool(edge)) for shape, _, _, edge in standing_out.values()}) == len(standing_out)
    assert all(contrast(edge or fill, "#ffffff") >= 3.0 for _, _, fill, edge in standing_out.values())


OF_A_CELL = Evidence(
    fact="as it is called in a file", value=24, source="our reading", place="there", status="assumed",
    cell=Cell(case_id="jump4fun", column="grant_months", file="partnerskabspuljen_cases.csv", line=7),
)  # fmt: skip
OF_MEMBERS = Evidence(fact="as it is called in a file", value=3, source="our reading", status="assumed", members_of="jump4fun")


def test_facts_are_said_in_danish():
    assert words.fact(OF_A_CELL, DANISH) == "jump4fun: bevillingens måneder"
    assert words.fact(OF_MEMBERS, DANISH) == "medlemmer i jump4fun"
    assert words.fact(OF_MEMBERS, DANISH, "et sted: det nye") == "medlemmer i et sted: det nye"
    assert words.value("civil_society", DANISH) == "forening"
    assert words.value("new", DANISH) == "nyt"
    assert words.value("0.9, 0.3, 0.2", DANISH) == "0,9; 0,3; 0,2"


def cited_somewhere() -> set[str]:
    """All that is cited by scenarios, mechanisms and reported figures, in Danish."""
    told = {words.source(each, DANISH) for name in scenario_names() for each in read_scenario(name).evidence}
    told |= {words.sources(each.sources, DANISH) for each in MECHANISMS.values()}
    reported = {each.cited for file in Path("scenarios").glob("*_targets.csv") for each in read_targets(file)}
    return told | {words.cited(each, DANISH) for each in reported}


def test_no_english_is_left_in_a_source_in_danish():
    for wording in cited_somewhere() | {DANISH.gettext(each.source) for each in REGISTRY.values()}:
        for name in NOT_ENGLISH:
            wording = wording.replace(name, "")
        assert not ENGLISH_WORDS.search(wording), wording


def test_each_partnership_has_one_row_of_facts_under_its_name():
    told = evidence_markup(read_scenario("partnerskabspuljen"), DANISH)
    assert told.count("Vi hopper fra smøgerne</th>") == 2  # about itself, and about who sits in it
    assert "vi-hopper-fra-smoegerne" not in told
    assert "linje" not in told
    assert told.count("kilden siger det ikke") == 2


@LANGUAGES
def test_a_parameter_is_told_by_what_it_means_and_small_by_its_name_in_files(language: Language):
    told = evidence_markup(read_scenario("partnerskabspuljen"), language)
    for parameter in REGISTRY.values():
        meaning = language.gettext(parameter.meaning)
        assert re.search(re.escape(str(escape(meaning))[1:]) + f'<br><small class="soft">[^<]*<code>{parameter.name}</code>', told)


@LANGUAGES
def test_a_lever_is_found_among_the_numbers_by_its_label_and_with_values_as_beside_it(language: Language):
    scenario = read_scenario("partnerskabspuljen")
    told, lever = evidence_markup(scenario, language), scenario.levers["anchoring_start_month"]
    row = told.partition(language.gettext("Lever: {name}", name=getattr(lever.label, language.code)))[2].partition("</tr>")[0]
    assert language.pgettext("lever", LEVERS["anchoring_start_month"].at_lowest) in row


def test_partnerships_stand_in_the_order_of_their_names():
    scenario = read_scenario("partnerskabspuljen")
    names = list(partnerships_named(scenario, DANISH).values())
    found = re.findall(r'<th scope="row">([^<]+)</th>', evidence_markup(scenario, DANISH))
    assert [each for each in found if each in names][: len(names)] == names


def test_what_is_not_known_in_danish_stays_as_its_author_wrote_it():
    our_own = Evidence(fact="rooms", value="a choir and its hall", source="a letter", place="page two", status="reported")
    assert words.fact(our_own, DANISH) == "rooms"
    assert words.value(str(our_own.value), DANISH) == "a choir and its hall"
    assert words.source(our_own, DANISH) == "a letter, page two"


def test_a_line_of_a_table_is_named_and_a_title_in_danish_stays_as_it_is():
    assert words.source(OF_A_CELL, DANISH) == "vores læsning, partnerskabspuljen_cases.csv, linje 7"
    assert words.source_of_several(OF_A_CELL, DANISH) == "vores læsning, partnerskabspuljen_cases.csv"
    of_a_book = OF_A_CELL.model_copy(
        update={"source": "Holt and others 2019, Partnerskaber på folkesundhedsområdet", "place": "figures 13 and 26", "cell": None}
    )
    assert words.source(of_a_book, DANISH) == "Holt m.fl. 2019, Partnerskaber på folkesundhedsområdet, figur 13 og 26"


def test_a_fact_that_looks_like_one_of_a_case_or_of_a_line_is_not_cut():
    scenario = read_scenario("one-partnership")
    alike = Evidence(
        fact="shared-meals: members of x", value="y: z", source="a letter", place="a book, line 12, line 3", status="reported"
    )  # fmt: skip
    told = evidence_markup(scenario.model_copy(update={"evidence": (alike,)}), DANISH)
    assert '<th scope="row">shared-meals: members of x</th><td>y: z</td>' in told
    assert "a letter, a book, line 12, line 3<" in told


def test_a_fact_called_like_a_partnership_is_a_fact_of_the_scenario():
    told = evidence_markup(read_scenario("vejle-peer"), ENGLISH)
    assert '<th scope="row">peers</th><td>young people with lived experience</td>' in told


@pytest.mark.parametrize("name", scenario_names())
def test_every_fact_of_a_scenario_has_a_danish_text(name: str):
    for each in read_scenario(name).evidence:
        source = words.source(each, ENGLISH)
        assert words.fact(each, DANISH) != words.fact(each, ENGLISH), each.fact
        is_a_name = each.cell and each.cell.partner
        assert (
            isinstance(each.value, float) or is_a_name or words.value(each.value, DANISH) != each.value or not WORDS.search(each.value)
        ), each
        assert words.source(each, DANISH) != source, source


def test_every_parameter_has_a_danish_text():
    danish = language_of("da").gettext
    assert not [each.name for each in REGISTRY.values() for text in (each.meaning, each.unit, each.source) if danish(text) == text]


def test_numbers_are_written_out_as_the_language_writes_them():
    told = evidence_markup(read_scenario("case-b-several-funders"), DANISH)
    assert "e+0" not in told
    assert "2.100.000" in told
