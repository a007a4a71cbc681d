"""The page about the questions of the library: what is claimed beside what the model gives, contradictions first, in Markdown."""

from collections.abc import Iterator, Sequence

from samvirke.analysis.comparison.reading import short_title
from samvirke.analysis.comparison.sentences import amount, what_changes
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.questions.questions import AGREES, NOTHING_CLAIMED, VERDICTS, Answer
from samvirke.analysis.questions.words import LANGUAGES, claim, note, verdict

TABLE = {
    "en": ("question", "scenario", "arm", "measure", "claimed", "the model", ""),
    "da": ("spørgsmål", "scenarie", "variant", "mål", "påstået", "modellen", ""),
}


def questions_page(answers: Sequence[Answer], replicates: int | None, seed: int, language: str = "en") -> str:
    """The page in Markdown."""
    words = LANGUAGES[language]
    command = "".join(["samvirke scenarios --answers", f" --replicates {replicates}" if replicates else "", f" --seed {seed}"])
    groups = by_verdict(answers)
    lines = [
        f"# {words.title}",
        "",
        words.made.format(command=command, questions=len(answers)),
        *_about_the_posterior(answers, language),
        words.how_to_read,
        "",
        *(f"- {words.groups[each]}: {names_of(each, found, language)}" for each, found in groups.items()),
        "",
        *(line for each, found in groups.items() for line in _group(each, found, language)),
        words.not_a_verdict,
        "",
    ]
    return "\n".join(lines)


def by_verdict(answers: Sequence[Answer]) -> dict[str, list[Answer]]:
    """The answers by verdict, what speaks against a claim first; verdicts that nobody has are left out."""
    groups = {verdict: [each for each in answers if each.verdict == verdict] for verdict in VERDICTS}
    return {verdict: found for verdict, found in groups.items() if found}


def names_of(verdict_of_all: str, answers: Sequence[Answer], language: str) -> str:
    """The questions of a group; of those in agreement, which were assumed and which have emerged."""
    named = ", ".join(each.name for each in answers)
    if verdict_of_all != AGREES:
        return named
    apart = [", ".join(each.name for each in answers if bool(each.question.built_in) == assumed) for assumed in (True, False)]
    parts = [f"{said}: {names}" for said, names in zip(LANGUAGES[language].assumed_or_emerged, apart, strict=True) if names]
    return "; ".join([named, *parts])


def cells_of(answer: Answer, language: str = "en") -> Iterator[tuple[str, ...]]:
    """A row per arm and claimed measure: as in TABLE."""
    words = LANGUAGES[language]
    differences = answer.comparison.differences.set_index(["arm", "measure"], drop=False)
    for row in answer.rows.itertuples():
        found = next(differences.loc[[(row.arm, row.measure)]].itertuples())
        said = "" if row.verdict == NOTHING_CLAIMED else words.of_an_arm[str(row.verdict)]
        if row.verdict == AGREES:
            said = f"{said}, {words.marks[answer.question.built_in is None]}"
        named = MEASURES[str(row.measure)].words[words.position]
        yield answer.name, answer.scenario.name, str(row.arm), named, words.signs[str(row.claimed)], amount(found, language), said


def _about_the_posterior(answers: Sequence[Answer], language: str) -> Iterator[str]:
    """Whose parameters the lives have, and what has changed since."""
    posteriors = {each.comparison.posterior.file: each.comparison.posterior for each in answers if each.comparison.posterior}
    for posterior in posteriors.values():
        yield LANGUAGES[language].posterior.format(scenario=posterior.about["scenario"], draws=len(posterior.draws))
        if posterior.stale:
            yield LANGUAGES[language].stale.format(why="; ".join(posterior.stale))


def _group(verdict_of_all: str, answers: Sequence[Answer], language: str) -> Iterator[str]:
    yield f"## {LANGUAGES[language].groups[verdict_of_all]}"
    yield ""
    for answer in answers:
        yield from _about(answer, language)


def _about(answer: Answer, language: str) -> Iterator[str]:
    """A question with its claim, a line per arm, and the verdict."""
    scenario, question = answer.scenario, answer.question
    yield f"### {answer.name}. {getattr(question.text, language)}"
    yield ""
    yield claim(question, language)
    yield f"**{verdict(answer, language)}** {note(question, language)}".rstrip()
    yield ""
    replicates = len(answer.comparison.seeds)
    beside = short_title(scenario, question.beside, language)
    yield LANGUAGES[language].beside.format(scenario=scenario.name, beside=beside, replicates=replicates)
    yield ""
    rows = answer.comparison.differences.set_index(["arm", "measure"], drop=False)
    for arm in question.simulated:
        yield f"- {getattr(scenario.arms[arm].title, language)} (`{arm}`)"
        for row in rows.loc[[(arm, measure) for measure in question.shown]].itertuples():
            yield f"  - {what_changes(row, language)}"
    yield ""
