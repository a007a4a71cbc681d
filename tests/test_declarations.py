"""A thing is declared once: what its declaration says is enough, and nothing that hangs on it can be forgotten."""

import pytest

from samvirke.model.language import languages
from samvirke.translation import declared_messages, key_of, read_catalogue

# What is said of it


@pytest.mark.parametrize("code", languages()[1:])
def test_no_catalogue_lacks_a_text_that_a_declaration_says(code: str) -> None:
    there = {key_of(each) for each in read_catalogue(code) if each.id and each.string}
    assert not [key for key, _ in declared_messages() if key[1] and key not in there]
