"""Questions in words: what is claimed, what the model says of it, and a page about all questions of the library in Markdown."""

from collections.abc import Iterator, Sequence

from samvirke.analysis.comparison.reading import short_title
from samvirke.analysis.comparison.sentences import COUNT, SHARE, amount, kind_of, measure_in_words, what_changes
from samvirke.analysis.measures import OF_MANY_RUNS
from samvirke.analysis.questions.questions import (
    AGREES,
    CANNOT_TELL,
    CONTRADICTS,
    HARDLY_MOVES,
    NOTHING_CLAIMED,
    VERDICTS,
    Answer,
    claimed_measures,
)
from samvirke.model.language import N_, Language, language_of
from samvirke.model.scenario import Question

HEADS = (N_("question"), N_("scenario"), N_("arm"), N_("measure"), N_("claimed"), N_("the model"), "")
"""Columns of the table of answers; the last is what the model says of the claim."""
CLAIMS_ABOUT_NUMBERS = {"+": N_("more {measure}"), "-": N_("fewer {measure}"), "peak": N_("most {measure} in between")}
CLAIMS_ABOUT_STATES = {"+": N_("{measure} higher"), "-": N_("{measure} lower"), "peak": N_("{measure} highest in between")}
OTHER_CLAIMS = {"divided": N_("no one direction for “{measure}”"), "silent": N_("nothing about “{measure}”")}
VERDICTS_IN_WORDS = {
    AGREES: N_("The result agrees with the claim."),
    CONTRADICTS: N_("The result contradicts the claim."),
    HARDLY_MOVES: N_("The model shows hardly any difference."),
    CANNOT_TELL: N_("The model shows no clear difference, or only part of what is claimed."),
    NOTHING_CLAIMED: N_("There is no direction to test the model against."),
}
TITLES = {
    CONTRADICTS: N_("Contradicted"),
    HARDLY_MOVES: N_("Hardly any difference"),
    CANNOT_TELL: N_("No clear difference"),
    AGREES: N_("In agreement"),
    NOTHING_CLAIMED: N_("No direction is claimed"),
}
SIGNS = {"+": N_("up"), "-": N_("down"), "peak": N_("highest in between"), "divided": N_("divided"), "silent": N_("none")}
OF_AN_ARM = {CONTRADICTS: N_("contradicts"), HARDLY_MOVES: N_("hardly any difference"), CANNOT_TELL: N_("no clear difference")}


def claim(question: Question, language: str = "en") -> str:
    """What the source claims, in one sentence."""
    parts = [_direction(measure, way, language) for measure, way in claimed_measures(question).items()]
    when = question.when.in_language(language)
    _ = language_of(language).gettext
    return _("Claimed: {claim}, {when} ({source}).", claim=", ".join(parts), when=when, source=_(question.source))


def _direction(measure: str, way: str, language: str) -> str:
    is_number = kind_of(measure) in (SHARE, COUNT)
    forms = {**OTHER_CLAIMS, **(CLAIMS_ABOUT_NUMBERS if is_number else CLAIMS_ABOUT_STATES)}
    return language_of(language).gettext(forms[way], measure=measure_in_words(measure, language))


def verdict(answer: Answer, language: str = "en") -> str:
    """What the model shows of it, and of an agreement whether it was assumed or is a result."""
    return verdict_in_words(answer.question, answer.verdict, language)


def verdict_in_words(question: Question, verdict_of_it: str, language: str = "en") -> str:
    """The same of a question and its verdict."""
    wording = language_of(language).gettext(VERDICTS_IN_WORDS[verdict_of_it])
    return f"{wording} {assumed_or_emerged(question, language)}" if verdict_of_it == AGREES else wording


def assumed_or_emerged(question: Question, language: str = "en") -> str:
    """Whether a rule of the model gives the claimed direction, and which."""
    _ = language_of(language).gettext
    if question.built_in is None:
        return _("The direction is a result: no rule of the model assumes it.")
    why = question.built_in.in_language(language)
    return _("The direction is assumed in a rule of the model; only its size is a result. {why}", why=why)


def note(question: Question, language: str = "en") -> str:
    """How the measures and arms are to be read; empty where the file says nothing."""
    return language_of(language).gettext("How it is measured: {note}", note=question.note.in_language(language)) if question.note else ""


def questions_page(answers: Sequence[Answer], replicates: int | None, seed: int, language: str = "en") -> str:
    """The page in Markdown."""
    words = language_of(language)
    _ = words.gettext
    command = "".join(["samvirke scenarios --answers", f" --replicates {replicates}" if replicates else "", f" --seed {seed}"])
    groups = by_verdict(answers)
    lines = [
        "# " + _("Questions: what is claimed, and what the model gives"),
        "",
        words.ngettext(
            "Made by `{command}`: {n} question of the built-in scenarios, answered by comparing its arms.",
            "Made by `{command}`: {n} questions of the built-in scenarios, each answered by comparing its arms.",
            len(answers), command=command,
        ),
        *_about_the_posterior(answers, words),
        _("All arms have the same seeds and draws. The wider of two 90 % intervals is reported: sampling error or parameter uncertainty."),
        _("A contradiction is a finding: about the model, the claim, or how the question was put. No parameter is tuned to agree."),
        "",
        *(f"- {_(TITLES[each])}: {names_of(each, found, words)}" for each, found in groups.items()),
        "",
        *(line for each, found in groups.items() for line in _group(each, found, language)),
        _(OF_MANY_RUNS),
        "",
    ]  # fmt: skip
    return "\n".join(lines)


def by_verdict(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    """The answers by verdict, what speaks against a claim first; verdicts that nobody has are left out."""
    groups = {verdict: [each for each in answers if each.verdict == verdict] for verdict in VERDICTS}
    return {verdict: found for verdict, found in groups.items() if found}


def names_of(verdict_of_all: str, answers: Sequence[Answer], language: Language) -> str:
    """The questions of a group; of those in agreement, of which the direction was assumed and of which it is a result."""
    named = ", ".join(each.name for each in answers)
    if verdict_of_all != AGREES:
        return named
    assumed, results = (", ".join(each.name for each in answers if bool(each.question.built_in) == built_in) for built_in in (True, False))
    parts = [language.gettext("direction assumed in a rule: {names}", names=assumed)] if assumed else []
    parts += [language.gettext("direction a result: {names}", names=results)] if results else []
    return "; ".join([named, *parts])


def cells_of(answer: Answer, language: str = "en") -> Iterator[tuple[str, ...]]:
    """A row per arm and claimed measure, with the columns of HEADS."""
    _ = language_of(language).gettext
    differences = answer.comparison.differences.set_index(["arm", "measure"], drop=False)
    for row in answer.rows.itertuples():
        found = next(differences.loc[[(row.arm, row.measure)]].itertuples())
        wording = _of_an_arm(str(row.verdict), answer.question, language)
        named = measure_in_words(str(row.measure), language)
        yield answer.name, answer.scenario.name, str(row.arm), named, _(SIGNS[str(row.claimed)]), amount(found, language), wording


def _of_an_arm(verdict_of_it: str, question: Question, language: str) -> str:
    _ = language_of(language).gettext
    if verdict_of_it == AGREES:
        return _("agrees, as assumed") if question.built_in else _("agrees, as a result")
    return _(OF_AN_ARM.get(verdict_of_it, ""))


def _about_the_posterior(answers: Sequence[Answer], language: Language) -> Iterator[str]:
    """Whose parameters the runs have, and what has changed since."""
    posteriors = {each.comparison.posterior.file: each.comparison.posterior for each in answers if each.comparison.posterior}
    for posterior in posteriors.values():
        yield language.gettext(
            "Parameters: the {draws} draws of the posterior fitted to {scenario}; scenarios without a survey borrow it.",
            scenario=posterior.about["scenario"], draws=language.number(len(posterior.draws)),
        )  # fmt: skip
        if posterior.stale:
            yield language.gettext("This posterior is stale: {why}.", why="; ".join(map(language.gettext, posterior.stale)))


def _group(verdict_of_all: str, answers: Sequence[Answer], language: str) -> Iterator[str]:
    yield f"## {language_of(language).gettext(TITLES[verdict_of_all])}"
    yield ""
    for answer in answers:
        yield from _about(answer, language)


def _about(answer: Answer, language: str) -> Iterator[str]:
    """A question with its claim, a line per arm, and the verdict."""
    words, scenario, question = language_of(language), answer.scenario, answer.question
    yield f"### {answer.name}. {question.text.in_language(language)}"
    yield ""
    yield claim(question, language)
    yield f"**{verdict(answer, language)}** {note(question, language)}".rstrip()
    yield ""
    yield words.ngettext(
        "`{scenario}`, {n} pair of runs, compared with: {baseline}.", "`{scenario}`, {n} pairs of runs, compared with: {baseline}.",
        len(answer.comparison.seeds), scenario=scenario.name, baseline=short_title(scenario, question.beside, language),
    )  # fmt: skip
    yield ""
    rows = answer.comparison.differences.set_index(["arm", "measure"], drop=False)
    for arm in question.simulated:
        yield f"- {scenario.arms[arm].whole_title(language)} (`{arm}`)"
        for row in rows.loc[[(arm, measure) for measure in question.shown]].itertuples():
            yield f"  - {what_changes(row, language)}"
    yield ""
