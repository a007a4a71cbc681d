"""What a partnership is called on the screen: its id as Danish is written. Real names are shown nowhere here."""

LETTERS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))
AS_THEY_ARE = {"broen": "broen", "abc": "ABC", "sosu": "SOSU"}
"""Words whose letters stand for themselves, and abbreviations."""


def case_named(case: str, language: str = "da") -> str:
    """The id as words: `maend-i-fokus` is Mænd i fokus."""
    said = " ".join(AS_THEY_ARE.get(word) or _in_danish(word) for word in case.split("-"))
    return said[:1].upper() + said[1:]


def _in_danish(word: str) -> str:
    for written, letter in LETTERS:
        word = word.replace(written, letter)
    return word
