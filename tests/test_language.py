"""How a language writes numbers, times and sizes."""

import pytest

from samvirke.model.errors import UnknownNameError
from samvirke.model.language import language_of


def test_a_number_too_large_to_read_has_a_power_of_ten():
    assert [language_of("da").number(each) for each in (1_480, -2.5e20, float("inf"))] == ["1.480", "-2,5E20", "∞"]


def test_a_number_has_so_many_significant_digits():
    english, danish = language_of("en"), language_of("da")
    assert [english.significant(each) for each in (0.012345, 17.456, 1234.5, 0.0)] == ["0.0123", "17.5", "1,230", "0"]
    assert danish.significant(1234.5, 4) == "1.234"
    assert english.significant(float("nan")) == "–"


@pytest.mark.parametrize(
    ("seconds", "wording"), [(0.2, "1 second"), (30, "30 seconds"), (100, "2 minutes"), (3000, "50 minutes"), (20_000, "6 hours")]
)
def test_a_time_is_reported_in_the_unit_that_fits(seconds: float, wording: str):
    assert language_of("en").duration(seconds) == wording


def test_a_size_is_reported_in_the_unit_that_fits():
    assert [language_of("en").size(each) for each in (10, 4500, 3.2e6, 5e9)] == ["1 kB", "4 kB", "3.2 MB", "5 GB"]
    assert language_of("da").size(3.2e6) == "3,2 MB"


def test_an_unknown_language_is_refused_with_the_choices():
    with pytest.raises(UnknownNameError, match='"de" is no language of samvirke; choices are "en", "da"'):
        language_of("de")
