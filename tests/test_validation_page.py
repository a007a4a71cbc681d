"""The page of validate: it stands alone, says the same in both languages, and can be read without colours."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from samvirke.analysis.calibration.posterior import WHAT_IS_STALE
from samvirke.analysis.survey.questionnaire import answers_in_words, item_name, question_title, row_label
from samvirke.analysis.survey.targets import read_targets
from samvirke.analysis.validation.endings import MOVES
from samvirke.analysis.validation.left_out import BLOCKS
from samvirke.analysis.validation.measures import COLUMNS, table_of_measures
from samvirke.analysis.validation.parts import no_refits
from samvirke.analysis.validation.validation import Validation, runs_of
from samvirke.analysis.validation.verdicts import verdicts
from samvirke.model.items import ITEMS, SCALES, SEVEN_CS
from samvirke.model.language import language_of, languages
from samvirke.viz.charts.colours import RAMP, colour_at, colour_of_answers, contrast, ink_on
from samvirke.viz.charts.interval_rows import Frame, IntervalRow, interval_rows
from samvirke.viz.charts.likert_bars import Bar, Part, likert_bars, wording
from samvirke.viz.validation.answer import criterion
from samvirke.viz.validation.likert import bars_of
from samvirke.viz.validation.names import BLOCK_NAMES, C_NAMES, MODEL_NAMES, MOVE_NAMES, interval
from samvirke.viz.validation.page import rows_table, stale_sentence, used_as, validation_page, verdict_of
from samvirke.viz.validation.tables import tables
from tests.validations import SMALL, small, small_validation, target

VOID = {"meta", "br", "img", "link", "hr", "input"}
LOADS = re.compile(r"""(?:src|href|action|data)\s*=|url\(|@import|<script|<link|<iframe|<object|<embed""", re.IGNORECASE)
ENOUGH = 4.5  # contrast of text, WCAG 2 AA


class Open(HTMLParser):
    """Keeps the elements that are open; fails where another is closed than was opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.append(tag)
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {code: validation_page(small_validation(), language_of(code)) for code in languages()}


@pytest.fixture(scope="module")
def validation() -> Validation:
    return small_validation()


@pytest.mark.parametrize("language", languages())
def test_the_page_asks_for_nothing_from_outside(pages, language):
    assert not LOADS.search(pages[language])
    assert not re.findall(r"https?://(?!www\.w3\.org/)", pages[language])


@pytest.mark.parametrize("language", languages())
def test_the_page_is_well_formed(pages, language):
    parser = Open()
    parser.feed(pages[language])
    assert not parser.stack
    assert parser.seen.count("html") == parser.seen.count("body") == parser.seen.count("h1") == 1
    assert f'<html lang="{language}">' in pages[language]


@pytest.mark.parametrize("language", languages())
def test_nothing_on_the_page_is_left_unfilled_or_unknown(pages, language):
    text = re.sub(r"<style.*?</style>", "", pages[language], flags=re.DOTALL)
    assert not re.search(r"\{[a-z_\[\]]+\}", text)
    assert "nan" not in re.findall(r"[a-z]+", re.sub(r"<[^>]+>", " ", text))


@pytest.mark.parametrize("language", languages())
def test_the_answer_comes_before_pictures_tables_and_limits(pages, language):
    titles = ("The answer in short", "Reported and simulated", "The tables behind it", "Limits", "Sources")
    places = [pages[language].index(f"<h2>{language_of(language).gettext(title)}</h2>") for title in titles]
    assert places == sorted(places)


@pytest.mark.parametrize("language", languages())
def test_every_row_is_on_the_page_with_its_source(pages, validation, language):
    for row in validation.asked.rows:
        assert row_label(row, language).replace("'", "&#39;") in pages[language]
    assert {"en": "figure 43", "da": "figur 43"}[language] in pages[language]


def test_a_source_is_said_in_the_language_and_its_publication_once_if_all_rows_share_it(validation):
    place, publication = "figur 43", "Holt m.fl. 2019, Partnerskaber på folkesundhedsområdet"
    shared = rows_table(validation, language_of("da"))
    assert shared.heads[-1] == f"Kilde: {publication}"
    assert place in {row[-1] for row in shared.rows}
    first, *others = validation.fitted
    elsewhere = replace(first, target=replace(first.target, source="Somebody 2020, A report, chapter 1"))
    several = rows_table(replace(validation, fitted=[elsewhere, *others]), language_of("da"))
    assert several.heads[-1] == "Kilde"
    assert several.rows[0][-1] == "Somebody 2020, A report, chapter 1"
    assert f"{publication}, {place}" in {row[-1] for row in several.rows}


@pytest.mark.parametrize("language", languages())
def test_every_picture_says_in_words_what_it_shows(pages, language):
    assert pages[language].count("<svg") == pages[language].count('role="img" aria-label=')


def test_the_danish_page_writes_figures_as_danes_do(pages):
    assert re.search(r"\d,\d", re.sub(r"<svg.*?</svg>|<style.*?</style>", "", pages["da"], flags=re.DOTALL))


def test_an_interval_with_a_negative_end_is_written_without_a_dash():
    assert interval(2.0, 5.5, language_of("da"), 1) == "2,0–5,5"
    assert interval(-6.54, 2.0, language_of("da"), 1) == "-6,5 til 2,0"
    assert interval(-0.01, 2.0, language_of("en")) == "0–2"


def test_a_stale_posterior_is_reported_on_the_page(validation):
    stale = replace(validation, posterior=replace(validation.posterior, stale=tuple(WHAT_IS_STALE.values())))
    assert '<p class="stale">' in validation_page(stale, language_of("en"))
    assert "modellen eller scenariet er ændret siden" in stale_sentence(stale, language_of("da"))
    assert '<p class="stale">' not in validation_page(validation, language_of("en"))


def test_coverage_is_shown_once_it_has_been_made(validation):
    made = pd.DataFrame(
        {
            "treatment": ["as sampled"],
            "parameter": "log likelihood",
            "covered_50": 0.5,
            "covered_90": 0.9,
            "p": 0.4,
            "sets": 300,
            "draws": 31,
        }
    )
    titles, before = ([each.title for each in tables(of, language_of("en"))] for of in (replace(validation, coverage=made), validation))
    assert [each for each in titles if each not in before] == ["Coverage: does the calibration find known parameters?"]


# Words


def test_every_item_block_and_c_has_a_name_in_both_languages():
    assert all(item_name(each, "da") != item_name(each, "en") for each in ITEMS)
    assert set(BLOCK_NAMES) == set(BLOCKS)
    assert set(C_NAMES) == {*SEVEN_CS, "synergy"}
    danish = language_of("da").gettext
    assert all(danish(name) for names in (BLOCK_NAMES, C_NAMES, MODEL_NAMES, MOVE_NAMES) for name in names.values())


def test_every_verdict_has_words(validation):
    for each in verdicts(validation):
        assert all(criterion(each, language_of(code)) for code in languages())
    assert {each.of for each in verdicts(validation) if each.name == "move"} == {move.name for move in MOVES if not move.narrow}


def test_answers_that_were_merged_are_named_from_first_to_last():
    assert answers_in_words("trust_between_partners", (5, 4), "da") == "i høj grad – i meget høj grad"
    assert answers_in_words("future", (2,), "en") == "ends, activities continue"


def test_a_row_with_a_condition_names_it():
    row = target("synergy", (5,), 7, 11, given=("all_seven_c_high", (1,)))
    assert row_label(row, "en") == "Synergy: to a very high degree · among partnerships where all seven C's are high"
    assert row_label(row, "da") == "Synergi: i meget høj grad · blandt partnerskaber, hvor alle syv C'er er høje"


def test_no_condition_of_a_reported_figure_has_a_second_colon():
    for row in read_targets(Path("scenarios/partnerskabspuljen_targets.csv")):
        for language in ("da", "en"):
            assert ":" not in question_title(row.item, row.month, row.given, language)


def test_bounds_and_starts_are_called_what_they_are(validation):
    english = language_of("en")
    uses = {row.target.target_id: used_as(row, english) for row in (*validation.bounds, *validation.inputs, *validation.validation)}
    assert uses["recruitment_difficulty"] == "upper bound"
    assert uses["key_person_turnover_y2"].startswith("interval")
    assert uses["written_agreement_high"] == "initial condition"
    assert uses["collaboration_type_samvirke"] == "kept out"
    (bound,) = [row for row in validation.bounds if row.target.role == "upper_bound"]
    assert verdict_of(replace(bound, mean=10.0), english) == "within the bound"
    assert verdict_of(replace(bound, mean=60.0), english) == "beyond the bound"


# Pictures


@pytest.mark.parametrize("place", np.linspace(0, 1, 21))
def test_text_can_be_read_on_every_colour(place):
    assert contrast(ink_on(colour_at(place)), colour_at(place)) >= ENOUGH


def test_the_ends_of_a_scale_have_the_ends_of_the_colours():
    assert colour_of_answers((1,), 1, 5) == RAMP[0]
    assert colour_of_answers((5,), 1, 5) == RAMP[-1]
    assert colour_of_answers((3,), 1, 5, low_end_first=False) == RAMP[2]


def test_a_bar_says_as_much_as_has_room():
    assert wording(Part(60.0, "i høj grad", "#ffffff"), says_words=True, language=language_of("da")) == "i høj grad 60\N{NO-BREAK SPACE}%"
    assert wording(Part(6.0, "i høj grad", "#ffffff"), says_words=True, language=language_of("da")) == "6\N{NO-BREAK SPACE}%"
    assert wording(Part(2.6, "i høj grad", "#ffffff"), says_words=True, language=language_of("da")) == "3"
    assert wording(Part(0.5, "i høj grad", "#ffffff"), says_words=True, language=language_of("da")) == ""


def test_the_bars_of_a_question_fill_the_whole_width(validation):
    for likert in validation.likert:
        for bar in bars_of(likert, language_of("da")):
            assert sum(part.percent for part in bar.parts) == pytest.approx(100.0)


def test_reported_stands_above_simulated_and_only_it_has_words(validation):
    reported, simulated = bars_of(validation.likert[0], language_of("en"))
    assert (reported.name, simulated.name) == ("reported", "simulated")
    assert reported.says_words
    assert not simulated.says_words


def test_a_question_is_drawn_with_a_rectangle_for_every_answer_that_was_given():
    bars = [Bar("reported", (Part(40.0, "nej", "#8c510a"), Part(60.0, "ja", "#01665e"), Part(0.0, "ved ikke", "#e3e3e3")), True)]
    chart = likert_bars(bars, language_of("da")).to_dict()
    rectangles = next(iter(chart["datasets"][layer["data"]["name"]] for layer in chart["layer"] if layer["mark"]["type"] == "rect"))
    assert [(each["x"], each["x2"]) for each in rectangles] == [(0.0, 40.0), (40.0, 100.0)]


def test_an_interval_is_cut_at_the_ends_of_the_scale_and_words_tell_the_rest():
    chart = interval_rows([IntervalRow("far out", -50.0, 0.0, 150.0, wording="−50 to 150")], Frame()).to_dict()
    (table,) = [each for each in chart["datasets"].values() if each and "label" in each[0]]
    assert (table[0]["low"], table[0]["high"], table[0]["wording"]) == (0.0, 100.0, "−50 to 150")


# The table for machines


def test_the_table_holds_every_row_and_every_verdict(validation):
    table = table_of_measures(validation).to_pandas()
    assert set(table[table.part == "row"].subject) == {row.target_id for row in validation.asked.rows}
    assert (table.part == "verdict").sum() == 5 * len(verdicts(validation))
    assert set(table.model) >= {"posterior", "prior", "saturated", "scale_mean", "uniform", "no_differences", "luck", "left_out"}


def test_every_column_of_the_table_says_what_it_means(validation):
    schema = table_of_measures(validation).schema
    assert schema.names == [column.name for column in COLUMNS]
    assert all(field.metadata[b"description"] for field in schema)


def test_a_figure_stands_once_in_the_table(validation):
    table = table_of_measures(validation).to_pandas()
    assert not table.duplicated(["part", "subject", "model", "measure"]).any()


def test_the_progress_ends_at_all_runs():
    scenario, posterior = small()
    assert scenario.targets
    assert runs_of(posterior, no_refits(), SMALL) == 6 * 2 + 50 + 3 * (2 + 2 * len(MOVES))
    assert set(SCALES) >= {"degree5"}
