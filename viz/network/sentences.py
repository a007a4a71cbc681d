"""The text of a picture of a partnership: names of members by sector, shares of trust in words, and lines as wide as there is room."""

from textwrap import wrap

from samvirke.model.language import N_, NN_, Language

WIDEST_LABEL = 14
WIDEST_SENTENCE = 50
LITTLE, ALL = 0.075, 0.98
SECTORS: dict[str, tuple[str, str]] = {
    "municipality": NN_("Municipality", "{n} municipalities"),
    "region_state_health": NN_("Region or health service", "{n} regions or health services"),
    "civil_society": NN_("Association", "{n} associations"),
    "interest_org": NN_("Interest organisation", "{n} interest organisations"),
    "company": NN_("Company", "{n} companies"),
    "research_education": NN_("Education or research body", "{n} education or research bodies"),
    "housing": NN_("Housing organisation", "{n} housing organisations"),
}
UNKNOWN_SECTOR = NN_("Organisation", "{n} organisations")
FRACTIONS: tuple[tuple[float, str], ...] = (
    (0.1, N_("a tenth")), (0.2, N_("a fifth")), (0.25, N_("a quarter")), (1 / 3, N_("a third")), (0.4, N_("two fifths")),
    (0.5, N_("half")), (0.6, N_("three fifths")), (2 / 3, N_("two thirds")), (0.75, N_("three quarters")), (0.8, N_("four fifths")),
    (0.9, N_("nine tenths")),
)  # fmt: skip


def sector_label(sector: str | None, how_many: int, language: Language) -> str:
    """So many organisations of a sector; a single one without its number."""
    return language.ngettext(*SECTORS.get(sector or "", UNKNOWN_SECTOR), how_many)


def on_the_coordinator(share: float, language: Language, *, left: bool) -> str:
    """How much of all trust hangs on the coordinator, or went with her; begins a sentence."""
    _ = language.gettext
    if share >= ALL:
        return _("All trust went when the coordinator left") if left else _("All trust hangs on the coordinator")
    if share < LITTLE:
        return (
            _("Very little of the trust went when the coordinator left") if left else _("Very little of the trust hangs on the coordinator")
        )
    fraction = _(min(FRACTIONS, key=lambda each: abs(each[0] - share))[1])
    if left:
        return _("About {fraction} of all trust went when the coordinator left", fraction=fraction)
    return _("About {fraction} of all trust hangs on the coordinator", fraction=fraction)


def label_lines(text: str) -> list[str]:
    """A label broken into short lines, at blanks and hyphens."""
    return wrap(text, WIDEST_LABEL, break_long_words=False)


def sentence_lines(text: str) -> list[str]:
    """A sentence broken into lines as wide as a panel."""
    return wrap(text, WIDEST_SENTENCE, break_on_hyphens=False)
