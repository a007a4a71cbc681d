"""The one text system: English stands in the code where it is used, every other language in a catalogue (gettext, by Babel).

A catalogue is a file `samvirke/translations/CODE.po`; a further language is a further file. Texts are marked for extraction by the
names of gettext: `_ = language.gettext`, `ngettext`, `pgettext` where they are used, `N_` (with a plural `NN_`) where they are declared
and translated later.
`python -m samvirke.translation` extracts, checks and tidies the catalogues.
"""

import gettext
import io
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files
from math import inf

from babel import Locale
from babel.dates import format_date, format_skeleton, format_timedelta
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_scientific, get_decimal_symbol, get_group_symbol
from babel.units import format_unit

from samvirke.model.errors import UnknownNameError, nearest_valid, shown

SOURCE = "en"
"""The language of the code: it needs no catalogue."""
NOT_KNOWN = "\N{EN DASH}"
LARGEST_IN_FULL = 1e15
"""From here on a number is written with a power of ten."""
NO_BREAK = "\N{NO-BREAK SPACE}"
SIZES = ((1e12, "terabyte"), (1e9, "gigabyte"), (1e6, "megabyte"), (1e3, "kilobyte"))


CATALOGUES = files("samvirke.translations")
"""The folder of the catalogues."""
OWN_TRANSLATIONS: dict[tuple[str, str, str], str] = {}
"""Translations that extensions bring along, by language, context and message."""


def N_(message: str) -> str:  # noqa: N802  (the name gettext gives it)
    """The message itself: declared here, translated where it is used."""
    return message


def NN_(one: str, several: str) -> tuple[str, str]:  # noqa: N802  (as N_)
    """A message about a number of things, in both forms: declared here, translated with `ngettext` where it is used."""
    return one, several


def languages() -> tuple[str, ...]:
    """The codes of all languages, English first."""
    found = sorted(each.name.removesuffix(".po") for each in CATALOGUES.iterdir() if each.name.endswith(".po"))
    return (SOURCE, *found)


@cache
def language_of(code: str) -> "Language":
    """The language of a code (`en`, `da`). Raises UnknownNameError."""
    if code not in languages():
        raise UnknownNameError(f"--language: {shown(code)} is no language of samvirke; {nearest_valid(code, languages())}")
    return Language(code)


class Language:
    """How one language writes messages, numbers, amounts of money and dates. Every method gives text for a reader."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._locale = Locale.parse(code)

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        if self.code == SOURCE:
            return gettext.NullTranslations()
        compiled = io.BytesIO()
        write_mo(compiled, read_po(io.BytesIO(CATALOGUES.joinpath(f"{self.code}.po").read_bytes()), self.code))
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)

    @property
    def name(self) -> str:
        """What the language calls itself: dansk."""
        return str(self._locale.language_name)

    @property
    def decimal_mark(self) -> str:
        """What stands before the decimals of a number."""
        return str(get_decimal_symbol(self._locale))

    @property
    def group_mark(self) -> str:
        """What stands between the thousands of a number."""
        return str(get_group_symbol(self._locale))

    def gettext(self, message: str, /, **values: object) -> str:
        """A message; `{name}` in it is filled in with the value of that name."""
        return _filled(self._catalogue.gettext(message), values) if message else ""

    def ngettext(self, one: str, several: str, number: float, /, **values: object) -> str:
        """A message about a number of things; `{n}` in it is the number as the language writes it."""
        return _filled(self._catalogue.ngettext(one, several, round(number)), {"n": self.number(number), **values})

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """A message that has another translation elsewhere; the context distinguishes the two."""
        own = OWN_TRANSLATIONS.get((self.code, context, message))
        return _filled(self._catalogue.pgettext(context, message) if own is None else own, values)

    def number(self, value: float, decimals: int | None = 0, *, sign: bool = False) -> str:
        """A number with so many decimals (None: as many as it has, at most ten); a dash where it is not known."""
        if value != value:
            return NOT_KNOWN
        if LARGEST_IN_FULL <= abs(value) < inf:
            return str(format_scientific(value, locale=self._locale))
        pattern = "#,##0.##########" if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
        rounded = value if decimals is None else round(value, decimals) + 0.0
        written = str(format_decimal(rounded, format=pattern, locale=self._locale))
        return f"+{written}" if sign and rounded > 0 else written

    def significant(self, value: float, digits: int = 3) -> str:
        """A number with so many significant digits; a dash where it is not known."""
        return self.number(float(f"{value:.{digits}g}"), None)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share from 0 to 1 as per cent."""
        return f"{self.number(100.0 * share, decimals)}{NO_BREAK}%" if share == share else NOT_KNOWN

    def kroner(self, amount: float) -> str:
        """An amount in Danish kroner, whole from a hundred on."""
        return self.gettext("{amount} kroner", amount=self.number(amount, 0 if abs(amount) >= 100 else None))

    def listed(self, parts: Iterable[str]) -> str:
        """Parts as one list: a, b and c."""
        return str(format_list(list(parts), locale=self._locale))

    def month_of(self, start: str, month: int) -> str:
        """A month of a scenario as the calendar has it, inside a sentence: March 2016 (month 3); `start` is month 1 as YYYY-MM."""
        year, first = (int(part) for part in start.split("-"))
        years, position = divmod(first - 1 + month - 1, 12)
        return self.gettext("{calendar} (month {month})", calendar=self.calendar_month(year + years, position + 1), month=month)

    def duration(self, seconds: float) -> str:
        """About how long something takes, in the largest unit that fits: 12 minutes."""
        return str(format_timedelta(timedelta(seconds=max(1.0, seconds)), threshold=1.5, locale=self._locale))

    def size(self, number_of_bytes: float) -> str:
        """A number of bytes in the largest unit that fits: 1.2 MB."""
        power, unit = next((each for each in SIZES if number_of_bytes >= each[0]), SIZES[-1])
        amount = max(1.0, number_of_bytes / power)
        return str(format_unit(round(amount, 1 if power > SIZES[-1][0] else 0), f"digital-{unit}", "short", locale=self._locale))

    def calendar_month(self, year: int, month: int) -> str:
        """A month of the calendar: March 2016."""
        return str(format_skeleton("yMMMM", date(year, month, 1), locale=self._locale))

    def name_of_month(self, month: int) -> str:
        """The name of a month of the year, 1 to 12."""
        return str(format_date(date(2001, month, 1), "LLLL", locale=self._locale))


ENGLISH = Language(SOURCE)
"""What refusals, problems of files, and commands without --language are written in."""


def capitalised(text: str) -> str:
    """A text as a sentence begins."""
    return text[:1].upper() + text[1:]


def _filled(message: str, values: dict[str, object]) -> str:
    filled = message.format(**values) if values else message
    return filled.replace(" %", f"{NO_BREAK}%")
