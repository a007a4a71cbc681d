"""What several outputs say: beside the figures of runs, wherever they are shown, and of facts, values and sources of scenario files.

Beside the figures of runs: own answers, all citizens reached, a posterior that is stale. Scenario files and models are written in English:
every fact, value, source and place of the scenarios that ship with samvirke is a message; another stays as its author wrote it.
"""

from collections.abc import Callable, Iterable, Iterator

from samvirke.analysis.comparison.reading import SURE, short_title
from samvirke.analysis.run.ceiling import Ceiling
from samvirke.analysis.run.seeds import Beside, Likeness
from samvirke.analysis.survey.targets import Source
from samvirke.model.language import Language, language_of
from samvirke.model.scenario.evidence import Cell, Evidence
from samvirke.model.scenario.links import Link
from samvirke.model.scenario.resolved import Scenario

FACT = "fact"
"""The context of facts and their values."""


def simulated_alone(links: Iterable[Link], language: Language, named: Callable[[str], str] = str) -> str:
    """What is left out where a partnership is simulated by itself, and who links it to others; empty where nobody does.

    `named` gives a partnership its name.
    """
    _ = language.gettext
    shared = [
        _("{organisation} ({partnerships})", organisation=each.who, partnerships=", ".join(map(named, each.others))) for each in links
    ]
    if not shared:
        return ""
    return _(
        "It is simulated by itself here: in a run with the others, what happens there reaches it through what they share, "
        "and it can come out otherwise. They share: {links}.",
        links="; ".join(shared),
    )


def about_own_answers(likeness: Likeness, beside: Beside | None, language: str) -> Iterator[str]:
    """How many runs are compatible with the answers, whether that is few, and what the answers change."""
    words = language_of(language)
    _ = words.gettext
    share = likeness.effective / likeness.of
    yield _(
        "Runs like yours: {share} of the runs could have given your answers in month {month} ({partnership}).",
        share=words.percent(share) if round(100.0 * share) else _("less than 1 %"), month=likeness.month, partnership=likeness.partnership,
    )  # fmt: skip
    if likeness.is_unusual:
        yield _(
            "These answers are unusual here: hardly any simulated partnership would give them. What follows rests on few runs; "
            "read it with care."
        )
    if beside is not None:
        told = _(
            "What the answers change: the partnership goes on when the grant ends in {with_answers} of the runs like yours, and in "
            "{without} of the runs without the answers.",
            with_answers=words.percent(beside.goes_on / 100.0), without=words.percent(beside.goes_on_without / 100.0),
        )  # fmt: skip
        clear = abs(beside.goes_on - beside.goes_on_without) > SURE * beside.error
        yield told if clear else " ".join([told, _("That difference is within the sampling error.")])


def how_they_were_chosen(likeness: Likeness, replicates: int, language: str) -> Iterator[str]:
    """How the runs were selected, and that `run` and `compare` select others: what one reads after the answer."""
    words = language_of(language)
    yield words.ngettext(
        "How runs like yours were found: {of} simulated partnerships, weighted by how likely each was to give your answers (effective "
        "sample size: {effective}). {n} run of {looked_at} was kept. The baseline selects the runs; all arms use the same ones.",
        "How runs like yours were found: {of} simulated partnerships, weighted by how likely each was to give your answers (effective "
        "sample size: {effective}). {n} runs of {looked_at} were kept. The baseline selects the runs; all arms use the same ones.",
        replicates,
        of=words.number(likeness.of), effective=words.number(max(1, round(likeness.effective))), looked_at=words.number(likeness.looked_at),
    )  # fmt: skip
    yield words.gettext(
        "run and compare keep different runs, even from the same first seed: run gives every run its own draw of the parameters, compare "
        "gives four runs the same draw."
    )


def about_the_ceiling(found: Ceiling | None, scenario: Scenario, language: str) -> Iterator[str]:
    """In how many runs all simulated citizens were reached, and that more cannot be shown; nothing where it did not happen."""
    if found is None or not found.reached:
        return
    words = language_of(language)
    numbers = {"reached": words.number(found.reached), "of": words.number(found.of), "persons": words.number(found.persons)}
    if len(found.by_arm) > 1:
        arm, number = short_title(scenario, found.most, language), words.number(found.by_arm[found.most])
        yield words.gettext(
            "Citizens: in {reached} of {of} runs of a partnership all {persons} simulated citizens were reached, most often in: {arm} "
            "({number}). More cannot be shown, so the figures for citizens, and differences between them, are too low there.",
            arm=arm, number=number, **numbers,
        )  # fmt: skip
        return
    yield words.gettext(
        "Citizens: in {reached} of {of} runs of a partnership all {persons} simulated citizens were reached. More cannot be shown, so the "
        "figures for citizens, and differences between them, are too low there.",
        **numbers,
    )


def why_stale(stale: Iterable[str], language: str) -> str:
    """What has changed since a posterior was made, in one line; empty where nothing has."""
    return "; ".join(map(language_of(language).gettext, stale))


def fact(each: Evidence, language: Language, whom: str = "") -> str:
    """What a fact is about; `whom` is what the partnership whose members it is about is called, if not by its case_id."""
    if each.members_of:
        return language.gettext("members of {whom}", whom=whom or each.members_of)
    if each.cell:
        return f"{each.cell.case_id}: {column(each.cell, language)}"
    return language.pgettext(FACT, each.fact)


def kind_of_fact(cell: Cell, language: Language) -> str:
    """What facts of a column are about, whatever case and partner they are of."""
    return language.pgettext(FACT, cell.column)


def column(cell: Cell, language: Language) -> str:
    """What a fact of a table of cases or partners is about, its case aside."""
    named = kind_of_fact(cell, language)
    return f"{named} ({cell.partner})" if cell.partner else named


def value(text: str, language: Language) -> str:
    """The value of a fact, where that is said in words."""
    return language.pgettext(FACT, text)


def sources(texts: Iterable[str], language: Language) -> str:
    """Several sources."""
    return "; ".join(map(language.gettext, texts))


def cited(source: Source, language: Language) -> str:
    """Where a reported row comes from: the publication and the place in it."""
    return ", ".join(language.gettext(each) for each in source if each)


def source(each: Evidence, language: Language) -> str:
    """The source of a fact and the place in it, or why it is assumed."""
    if not each.cell:
        return _cited(each, language.gettext(each.place), language)
    return _cited(each, language.gettext("{file}, line {number}", file=each.cell.file, number=each.cell.line), language)


def source_of_several(each: Evidence, language: Language) -> str:
    """The source of a fact as other lines of the same table have it too: without the line."""
    return _cited(each, each.cell.file, language) if each.cell else source(each, language)


def _cited(each: Evidence, place: str, language: Language) -> str:
    return ", ".join(filter(None, (language.gettext(each.source), place)))
