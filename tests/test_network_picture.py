"""The picture of a partnership says everything beside what it shows: words, places, widths, and nothing by colour alone."""

import re
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from samvirke.analysis.network import persons
from samvirke.analysis.run.execution import run
from samvirke.model.language import capitalised, language_of, languages
from samvirke.model.scenario import read_scenario
from samvirke.viz.charts.file import PictureError, figure_of, png_of, svg_of, write_chart
from samvirke.viz.network.layout import LINE_HEIGHT, WIDTH, angle, apart, frame, label_at, place_of_seat
from samvirke.viz.network.month import Month, months_of
from samvirke.viz.network.picture import INK, KINDS_OF_LINE, KINDS_OF_PERSON, SOFT_INK, network_picture, what_it_shows
from samvirke.viz.network.sentences import (
    FRACTIONS,
    SECTORS,
    WIDEST_SENTENCE,
    label_lines,
    on_the_coordinator,
    sector_label,
    sentence_lines,
)
from tests.ensembles import tiny

MONTHS = (2, 10, 20)
WIDTH_OF_A_SIGN = 7.2  # in pixels, of 15 pixel type: an average of words


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    kept = run(tiny(), seed=3, keep=["ties", "people"])
    return {name: table.to_pandas() for name, table in kept.items()}


ENGLISH, DANISH = language_of("en"), language_of("da")


def of(tables: dict[str, pd.DataFrame], partnership: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    ties, people = (tables[name][tables[name]["partnership"] == partnership] for name in ("ties", "people"))
    return ties, people


def picture(tables: dict[str, pd.DataFrame], partnership: str = "for-professionals", language: str = "en") -> Any:
    return network_picture(*of(tables, partnership), MONTHS, partnership=partnership, start="2015-01", seed=3, language=language)


def panels_of(chart: Any) -> list[dict[str, Any]]:
    """Panel by panel, the rows that each named layer draws (altair numbers the names of those that occur in several)."""
    whole = chart.to_dict()
    return [{name_of(layer): whole["datasets"][layer["data"]["name"]] for layer in panel["layer"]} for panel in whole["hconcat"]]


def name_of(layer: dict[str, Any]) -> str:
    return re.sub(r"_\d+$", "", layer["name"])


def marks_of(chart: Any) -> dict[str, dict[str, Any]]:
    return {name_of(layer): layer["mark"] for layer in chart.to_dict()["hconcat"][0]["layer"]}


def texts_in(panel: dict[str, Any]) -> list[str]:
    return [row["text"] for name, rows in panel.items() if name.startswith("label") for row in rows]


def simulated_months(tables: dict[str, pd.DataFrame], partnership: str) -> list[Month]:
    return list(months_of(*of(tables, partnership), MONTHS))


def contrast_with_white(colour: str) -> float:
    """Contrast ratio of the Web Content Accessibility Guidelines."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    light = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)


def test_everybody_sits_in_the_same_place_in_every_month(tables):
    panels = panels_of(picture(tables))
    places = [{(row["x"], row["y"]) for rows in panel.values() for row in rows if "person" in row} for panel in panels]
    assert places[0] == places[1] == places[2]
    assert len(places[0]) == 9


def test_who_has_left_leaves_a_dashed_hole_with_its_month_and_no_line(tables):
    event = tiny().events[-1]
    assert event.kind == "organisation_leaves"
    month = simulated_months(tables, "for-professionals")[2]
    (seat,) = (seat for seat in month.seats if seat.organisation == "organisation 3")
    assert (seat.presence, seat.left_month) == ("left", event.month)
    assert not any(seat.number in (line.one, line.other) for line in month.lines)
    chart = picture(tables)
    assert marks_of(chart)["left"]["strokeDash"]
    assert marks_of(chart)["left"]["fill"] == "white"
    last = panels_of(chart)[-1]
    assert seat.person in [row["person"] for row in last["left"]]
    assert f"month\N{NO-BREAK SPACE}{event.month}" in texts_in(last)


def test_a_newcomer_is_called_new_once(tables):
    months = [month for partnership in ("for-professionals", "with-everybody") for month in simulated_months(tables, partnership)]
    new = [seat.person for month in months for seat in month.seats if seat.presence == "new"]
    assert new
    assert any(not person.endswith(".1") for person in new)  # a successor; the first of an organisation that joins is new too
    for partnership in ("for-professionals", "with-everybody"):
        for earlier, later in pairwise(simulated_months(tables, partnership)):
            there = {seat.person for seat in earlier.seats if seat.presence != "left"}
            assert all(seat.presence == "here" for seat in later.seats if seat.person in there and seat.presence != "left")


def test_trust_is_told_by_width_and_dashes_not_by_colour_alone(tables):
    lines = [
        (name, row["trust"], row["width"])
        for panel in panels_of(picture(tables)) for name, rows in panel.items() if name.endswith("_trust") for row in rows
    ]  # fmt: skip
    assert {kind for kind, _, _ in lines} == {"little_trust", "some_trust", "high_trust"}
    for one, other in pairwise(sorted(lines, key=lambda line: line[1])):
        assert one[2] <= other[2]
    assert min(width for kind, _, width in lines if kind == "high_trust") > max(width for kind, _, width in lines if kind == "little_trust")
    assert "strokeDash" in KINDS_OF_LINE["little"]
    assert "strokeDash" not in KINDS_OF_LINE["some"]


def test_every_colour_stands_out_from_white():
    assert min(contrast_with_white(colour) for colour in (INK, SOFT_INK)) > 4.5
    assert all(contrast_with_white(style["color"]) > 4.5 for style in KINDS_OF_LINE.values())
    assert all(contrast_with_white(style["stroke" if style["fill"] == "white" else "fill"]) > 4.5 for style in KINDS_OF_PERSON.values())


def test_the_sentence_says_what_the_measures_say(tables):
    month = simulated_months(tables, "with-everybody")[0]
    (hers,) = (row for row in persons(*of(tables, "with-everybody")).to_dict("records") if row["month"] == 2 and row["is_coordinator"])
    assert month.share_on_coordinator == pytest.approx(hers["share_of_trust"])
    assert month.pairs_without_coordinator == hers["pairs_cut"]
    wording = what_it_shows(month, ENGLISH)
    assert wording.startswith(f"{on_the_coordinator(month.share_on_coordinator, ENGLISH, left=False)};")
    assert f"in {month.pairs_of_high_trust} of the {len(month.lines)} pairs" in wording


def test_the_sentence_says_when_the_coordinator_or_everybody_has_left(tables):
    coordinators_leave = next(event.month for event in tiny().events if event.kind == "key_person_leaves")
    all_texts = [
        what_it_shows(month, ENGLISH)
        for partnership in ("with-everybody", "without-municipality", "for-professionals")
        for month in months_of(*of(tables, partnership), (coordinators_leave, 40))
    ]
    assert any("went when the coordinator left" in wording for wording in all_texts)
    assert "Nobody is left at the table." in all_texts


@pytest.mark.parametrize(
    ("share", "wording"),
    [(0.5, "About half of all trust"), (0.34, "About a third of all trust"), (1.0, "All trust"), (0.01, "Very little")],
)
def test_a_share_of_trust_is_reported_as_a_fraction(share: float, wording: str):
    assert on_the_coordinator(share, ENGLISH, left=False).startswith(wording)


def test_months_are_reported_as_the_calendar_has_them():
    assert capitalised(ENGLISH.month_of("2015-01", 1)) == "January 2015 (month 1)"
    assert capitalised(ENGLISH.month_of("2025-06", 36)) == "May 2028 (month 36)"
    assert capitalised(DANISH.month_of("2015-01", 3)) == "Marts 2015 (måned 3)"


def test_danish_pictures_have_danish_signs_drawn_without_a_browser(tables):
    chart = picture(tables, language="da")
    svg = svg_of(chart)
    assert "måned 2" in svg
    assert "hænger på" in svg
    assert not {"Coordinator", "(leads)", "new"} & {text for panel in panels_of(chart) for text in texts_in(panel)}


@pytest.mark.parametrize("code", languages())
def test_the_longest_sentence_and_label_find_room(code: str):
    language = language_of(code)
    trust = max((on_the_coordinator(share, language, left=False) for share, _ in FRACTIONS), key=len)
    pairs = "{trust}; trust is high in {high} of the {pairs} pairs who meet; without her, {n} %s would lose touch."
    wording = language.ngettext(pairs % "pair", pairs % "pairs", 595, trust=trust, high=99, pairs=126)
    lines = sentence_lines(wording)
    assert len(lines) <= 4
    assert max(map(len, lines)) <= WIDEST_SENTENCE
    beside = WIDTH / 2 - abs(label_at(angle(1, 4), ("",)).x)
    for sector, how_many in product(SECTORS, (1, 22)):
        assert max(map(len, label_lines(sector_label(sector, how_many, language)))) * WIDTH_OF_A_SIGN <= beside + 14


@pytest.mark.parametrize("seats", range(3, 37))
def test_no_two_seats_lie_opposite_each_other_so_no_line_hides_the_coordinator(seats: int):
    around = [place_of_seat(seat, seats) for seat in range(2, seats + 1)]
    assert place_of_seat(1, seats) == (0.0, 0.0)
    assert len({(round(x, 6), round(y, 6)) for x, y in around}) == len(around)
    near = around[:7]  # those of one working group
    for one, other in product(near, near):
        if one != other:
            area = abs(one.x * other.y - one.y * other.x)
            length = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert area / length > 9


@pytest.mark.parametrize("organisations", [2, 3, 6, 9, 11])
def test_labels_do_not_lie_on_each_other_nor_outside_the_picture(organisations: int):
    seats = organisations + 1
    label = ("Interest", "organisation", "left in", "month 36")
    labels = apart([label_at(angle(seat - 2, organisations), label) for seat in range(2, seats + 1)], frame(seats).bottom)
    for side in ("left", "right"):
        for upper, lower in pairwise(sorted((each for each in labels if each.align == side), key=lambda each: each.y)):
            assert lower.y >= upper.y + LINE_HEIGHT * len(upper.lines)
    assert all(frame(seats).top - LINE_HEIGHT <= each.y for each in labels)
    assert all(each.y + LINE_HEIGHT * len(each.lines) <= frame(seats).bottom + LINE_HEIGHT for each in labels)


def test_organisations_of_a_large_partnership_share_labels_that_count_them():
    scenario = read_scenario("partnerskabspuljen", only=["forum-for-maends-sundhed"], months=4)
    tables = run(scenario, seed=1, keep=["ties", "people"])
    chart = network_picture(
        tables["ties"].to_pandas(), tables["people"].to_pandas(), [3], partnership="forum-for-maends-sundhed", start="2015-01", seed=1
    )
    (panel,) = panels_of(chart)
    assert {"municipalities", "5 companies", "(leads)", "Coordinator"} <= set(texts_in(panel))
    assert len({row["neighbours"] for row in panel["brackets"]}) == 5


def test_a_chart_becomes_a_sharp_png_an_svg_and_a_described_figure(tables, tmp_path: Path):
    chart = picture(tables)
    png = png_of(chart)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(png[16:20], "big") in range(2400, 2600)  # twice 1280 pixels wide, or a little less
    write_chart(chart, tmp_path / "new" / "picture.svg")
    assert (tmp_path / "new" / "picture.svg").read_text(encoding="utf-8") == svg_of(chart)
    figure = figure_of(chart, 'Trust in "one"')
    assert figure.startswith('<figure role="img" aria-label="Trust in &quot;one&quot;"><svg ')
    assert "http" not in figure.replace("http://www.w3.org", "")


def test_the_same_tables_are_the_same_picture(tables):
    assert svg_of(picture(tables)) == svg_of(picture(tables))


def test_a_picture_that_cannot_be_written_is_reported_in_a_sentence(tables, tmp_path: Path):
    with pytest.raises(PictureError, match=r"a picture's name must end in \.png or \.svg"):
        write_chart(picture(tables), tmp_path / "picture.jpg")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(PictureError, match="cannot be written: "):
        write_chart(picture(tables), tmp_path / "file" / "picture.svg")
