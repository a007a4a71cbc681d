"""One sentence about lives that reached every citizen whom the simulation keeps, in Danish and English."""

from collections.abc import Iterator

from samvirke.analysis.comparison.reading import short_title
from samvirke.analysis.comparison.sentences import in_digits
from samvirke.analysis.comparison.texts import LANGUAGES as OF_NUMBERS
from samvirke.analysis.run.outcomes import Ceiling
from samvirke.model.scenario.resolved import Scenario

SENTENCES = {
    "en": (
        "Citizens: in {reached} of {of} lives of a partnership all the {persons} persons whom the simulation keeps were reached{most}. "
        "More cannot be shown, so the figures for citizens, and differences between them, are too low there."
    ),
    "da": (
        "Borgere: i {reached} af {of} forløb af et partnerskab blev alle de {persons} personer, simuleringen rummer, nået{most}. "
        "Flere kan ikke vises, så tallene for borgere, og forskellene mellem dem, er for lave dér."
    ),
}
MOST = {"en": ", most often in: {arm} ({number})", "da": ", oftest i: {arm} ({number})"}


def about_the_ceiling(found: Ceiling | None, scenario: Scenario, language: str) -> Iterator[str]:
    """In how many lives, and that more cannot be shown; nothing where it did not happen."""
    if found is None or not found.reached:
        return

    def number(value: float) -> str:
        return in_digits(value, 0, OF_NUMBERS[language])

    most = ""
    if len(found.by_arm) > 1:
        most = MOST[language].format(arm=short_title(scenario, found.most, language), number=number(found.by_arm[found.most]))
    yield SENTENCES[language].format(
        reached=number(found.reached), of=number(found.of), persons=number(found.persons), most=most
    )  # fmt: skip
