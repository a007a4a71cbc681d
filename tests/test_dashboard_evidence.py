"""Every number on the screen leads to what it means, where it comes from and how sure it is; every sign of a picture has its name."""

import re
from pathlib import Path

import pytest

from samvirke.analysis.calibration.targets import read_targets
from samvirke.model.language import language_of
from samvirke.model.levers import LEVERS
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import REGISTRY
from samvirke.model.scenario import Evidence, read_scenario, scenario_names
from samvirke.viz.charts.colours import contrast
from samvirke.viz.dashboard.pictures.dots import STAMPS
from samvirke.viz.dashboard.pictures.legend import SIGNS, legend
from samvirke.viz.dashboard.pictures.room import MEASURES
from samvirke.viz.dashboard.runs.asked import ASKED, SHOWN_BY_MONTH
from samvirke.viz.dashboard.views.evidence_side import evidence_markup
from samvirke.viz.dashboard.words.case_names import alphabetically, case_named
from samvirke.viz.dashboard.words.danish import DANISH
from samvirke.viz.dashboard.words.english import ENGLISH
from samvirke.viz.dashboard.words.glossary import folded, glossary_markup
from samvirke.viz.dashboard.words.glossary_words import GLOSSARY, USUALLY
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped
from samvirke.viz.words import evidence

LANGUAGES = pytest.mark.parametrize("words", [DANISH, ENGLISH], ids=["da", "en"])
IN_DANISH = language_of("da")
WORDS = re.compile("[a-z]{3}")
ENGLISH_WORDS = re.compile(
    r"\b(the|of|with|and|on|from|their|is|are|not|our|reading|reported|chapters?|sections?|tables?|figures?|introduction|handbook|anthology|"
    r"evaluation|others|literature|see|volunteering|creation|effort|citizens|text|attendance|motivation is|lasting|line|chosen|assumed)\b",
    re.IGNORECASE,
)
NOT_ENGLISH = ("docs/literature.md", "Communities That Care", "cases.csv")
"""A path, a name and a file, which stay as they are."""


@LANGUAGES
def test_evidence_names_sources_and_means_no_harm_to_markup(words: Words):
    told = evidence_markup(read_scenario("partnerskabspuljen"), words)
    assert {"da": "Holt m.fl. 2019", "en": "Holt and others 2019"}[words.language] in told
    assert words.glossary in told
    assert "<script" not in told


@LANGUAGES
def test_what_is_drawn_over_time_is_in_the_glossary(words: Words):
    terms = {each.term[words.position] for each in GLOSSARY}
    assert {words.measures[name] for name in MEASURES} <= terms


@LANGUAGES
def test_each_word_has_a_meaning_a_source_and_how_sure_it_is(words: Words):
    rows = glossary_markup(words).split("<tr>")[2:]
    assert len(rows) == len(GLOSSARY)
    assert all(row.count("<td>") == 3 and "<td></td>" not in row for row in rows)


def test_every_measure_a_difference_is_told_in_and_every_one_by_month_is_explained():
    explained = [name for each in GLOSSARY for name in each.explains]
    assert {*ASKED, *SHOWN_BY_MONTH} <= set(explained)
    assert len(explained) == len(set(explained))
    for name in SHOWN_BY_MONTH:
        entry = next(each for each in GLOSSARY if name in each.explains)
        assert entry.term == (DANISH.measures[name], ENGLISH.measures[name])


@LANGUAGES
def test_what_is_true_of_most_words_is_said_once(words: Words):
    told = glossary_markup(words)
    assert told.count(escaped(USUALLY[words.position])) == 1
    assert told.count("Holt") == 2


@LANGUAGES
def test_the_page_of_evidence_does_not_send_its_reader_to_itself(words: Words):
    page = {"da": "siden Belæg", "en": "page Evidence"}[words.language]
    assert page in glossary_markup(words, "one")
    assert page not in glossary_markup(words)


@LANGUAGES
@pytest.mark.parametrize("view", ["one", "all", "what-if", "survey"])
def test_each_view_explains_its_numbers_in_place(words: Words, view: str):
    told = folded(words, view)
    assert words.what_it_means in told
    assert "<td>" in told


@LANGUAGES
def test_every_sign_has_a_name(words: Words):
    assert set(words.signs) == set(SIGNS)
    told = legend(words, 5.0)
    assert told.count("<svg") == len(SIGNS)
    assert "(5 " in told


def test_what_stands_out_around_a_partnership_is_told_by_shape_and_can_be_seen():
    standing_out = {letter: stamp for letter, stamp in STAMPS.items() if stamp[1] >= 8}
    assert len({(shape, bool(edge)) for shape, _, _, edge in standing_out.values()}) == len(standing_out)
    assert all(contrast(edge or fill, "#ffffff") >= 3.0 for _, _, fill, edge in standing_out.values())


def test_facts_are_said_in_danish():
    assert evidence.fact("jump4fun: grant_months", IN_DANISH) == "jump4fun: bevillingens måneder"
    assert evidence.fact("members of jump4fun", IN_DANISH) == "medlemmer i jump4fun"
    assert evidence.value("civil_society", IN_DANISH) == "forening"
    assert evidence.value("new", IN_DANISH) == "nyt"
    assert evidence.value("0.9, 0.3, 0.2", IN_DANISH) == "0,9; 0,3; 0,2"


def cited_somewhere() -> set[str]:
    """All that is cited by scenarios, mechanisms and reported figures, in Danish."""
    told = {evidence.source(each, IN_DANISH) for name in scenario_names() for each in read_scenario(name).evidence}
    told |= {evidence.sources(each.sources, IN_DANISH) for each in MECHANISMS.values()}
    reported = {each.source for file in Path("scenarios").glob("*_targets.csv") for each in read_targets(file)}
    return told | {evidence.sources([each], IN_DANISH) for each in reported}


def test_no_english_is_left_in_a_source_in_danish():
    for said in cited_somewhere() | {IN_DANISH.gettext(each.source) for each in REGISTRY.values()}:
        for name in NOT_ENGLISH:
            said = said.replace(name, "")
        assert not ENGLISH_WORDS.search(said), said


def test_each_partnership_has_one_row_of_facts_under_its_name():
    told = evidence_markup(read_scenario("partnerskabspuljen"), DANISH)
    assert told.count("Vi hopper fra smøgerne</th>") == 1
    assert "vi-hopper-fra-smoegerne" not in told
    assert "linje" not in told
    assert told.count("kilden siger det ikke") == 1


@LANGUAGES
def test_a_parameter_is_told_by_what_it_means_and_small_by_its_name_in_files(words: Words):
    told = evidence_markup(read_scenario("partnerskabspuljen"), words)
    for parameter in REGISTRY.values():
        meaning = language_of(words.language).gettext(parameter.meaning)
        assert re.search(re.escape(escaped(meaning)[1:]) + f'<br><small class="soft">[^<]*<code>{parameter.name}</code>', told)


@LANGUAGES
def test_a_lever_is_found_among_the_numbers_by_its_label_and_with_values_as_beside_it(words: Words):
    scenario = read_scenario("partnerskabspuljen")
    told, lever = evidence_markup(scenario, words), scenario.levers["anchoring_start_month"]
    row = told.partition(f"{words.address_parts['levers']}: {getattr(lever.label, words.language)}")[2].partition("</tr>")[0]
    assert language_of(words.language).pgettext("lever", LEVERS["anchoring_start_month"].at_lowest) in row


def test_partnerships_stand_in_the_order_of_their_names():
    told = evidence_markup(read_scenario("partnerskabspuljen"), DANISH)
    names = [case_named(each.case_id) for each in read_scenario("partnerskabspuljen").partnerships]
    found = [each for each in re.findall(r'<th scope="row">([^<]+)</th>', told) if each in names]
    assert found == [
        case_named(case) for case in alphabetically((each.case_id for each in read_scenario("partnerskabspuljen").partnerships), "da")
    ]


def test_what_is_not_known_in_danish_stays_as_its_author_wrote_it():
    our_own = Evidence(fact="rooms", value="a choir and its hall", source="a letter", place="page two", status="reported")
    assert evidence.fact(our_own.fact, IN_DANISH) == "rooms"
    assert evidence.value(str(our_own.value), IN_DANISH) == "a choir and its hall"
    assert evidence.source(our_own, IN_DANISH) == "a letter, page two"


def test_a_line_of_a_table_is_named_and_a_title_in_danish_stays_as_it_is():
    of_a_table = Evidence(fact="x", value="y", source="our reading", place="partnerskabspuljen_cases.csv, line 7", status="assumed")
    assert evidence.source(of_a_table, IN_DANISH) == "vores læsning, partnerskabspuljen_cases.csv, linje 7"
    of_a_book = of_a_table.model_copy(
        update={"source": "Holt and others 2019, Partnerskaber på folkesundhedsområdet", "place": "figures 13 and 26"}
    )
    assert evidence.source(of_a_book, IN_DANISH) == "Holt m.fl. 2019, Partnerskaber på folkesundhedsområdet, figur 13 og 26"


@pytest.mark.parametrize("name", scenario_names())
def test_every_fact_of_a_scenario_is_said_in_danish(name: str):
    for each in read_scenario(name).evidence:
        fact, source = each.fact.rpartition(": ")[2], evidence.source(each, language_of("en"))
        assert evidence.fact(fact, IN_DANISH) != fact, fact
        assert isinstance(each.value, float) or evidence.value(each.value, IN_DANISH) != each.value or not WORDS.search(each.value), each
        assert evidence.source(each, IN_DANISH) != source, source


def test_every_parameter_is_said_in_danish():
    danish = language_of("da").gettext
    assert not [each.name for each in REGISTRY.values() for text in (each.meaning, each.unit, each.source) if danish(text) == text]


def test_numbers_are_written_out_as_the_language_writes_them():
    told = evidence_markup(read_scenario("case-b-several-funders"), DANISH)
    assert "e+0" not in told
    assert "2.100.000" in told
