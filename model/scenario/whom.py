"""Whom an event is about, as written in a scenario: `all`, `a-case`, `a-case:coordinator`, `a-case:organisation 3`."""

from typing import NamedTuple

from samvirke.model.levers import ORGANISATION

ALL = "all"


class Whom(NamedTuple):
    """`case_id` or `all`; which part ("" is the whole partnership); for `organisation` its position, from 1, else 0."""

    case_id: str
    part: str
    organisation: int


def parse_whom(text: str) -> Whom:
    """`text` taken apart; a part that is not understood is kept as it stands, so that an error can name it."""
    case_id, _, part = (piece.strip() for piece in text.partition(":"))
    word, _, position = part.partition(" ")
    if word == ORGANISATION and position.isascii() and position.isdigit() and len(position) < 6:
        return Whom(case_id, ORGANISATION, int(position))
    return Whom(case_id, part, 0)
