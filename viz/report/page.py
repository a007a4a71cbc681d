"""The report of a run or a comparison: the answer first, then pictures, numbers, causes, evidence and limits. It stands alone."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version

from samvirke.analysis.comparison.findings import Findings
from samvirke.viz.page.pieces import document, escaped, heading, listed, paragraph
from samvirke.viz.report.drivers import assumed_and_emerged, what_drives_it
from samvirke.viz.report.evidence import evidence
from samvirke.viz.report.of_comparison import answer_of_comparison, every_number, numbers_of_comparison, pictures_of_comparison
from samvirke.viz.report.of_run import answer_of_run, numbers_of_run
from samvirke.viz.report.pictures import pictures_of_run
from samvirke.viz.report.words import Words
from samvirke.viz.words.own_answers_words import about_own_answers, how_they_were_chosen
from samvirke.viz.words.stale_words import why_stale


def report_page(findings: Findings, language: str, names: Mapping[str, str] | None = None) -> str:
    """The whole page in Danish (da) or English (en); `names` are real names of partnerships by case_id, if asked for."""
    words = Words(language, names or {})
    comparison = findings.is_comparison
    answer, pictures, numbers = (
        (answer_of_comparison, pictures_of_comparison, numbers_of_comparison)
        if comparison
        else (answer_of_run, pictures_of_run, numbers_of_run)
    )
    body = (
        *beginning(findings, words),
        *answer(findings, words),
        *pictures(findings, words),
        *numbers(findings, words),
        *what_drives_it(findings, words),
        *assumed_and_emerged(findings, words),
        *limits(findings, words),
        *(every_number(findings, words) if comparison else ()),
        *evidence(findings, words),
        *how_it_was_made(findings, words),
    )
    return document(words.of(findings.scenario.title), language, body)


def beginning(findings: Findings, words: Words) -> Iterator[str]:
    """What it is about, the question, and what must be known before any number is read."""
    yield heading(1, words.of(findings.scenario.title))
    yield paragraph(words.of(findings.asks), "asks")
    yield paragraph(words.say("not a verdict"))
    if findings.posterior is None:
        yield paragraph(words.say("defaults"), "stale")
    elif findings.posterior["stale"]:
        yield paragraph(words.say("stale", what=what_is_stale(findings, words)), "stale")
    if findings.lender:
        yield paragraph(words.say("borrowed", lender=findings.lender), "stale")
    if findings.likeness is not None:
        yield from map(paragraph, about_own_answers(findings.likeness, findings.beside, words.language))


def what_is_stale(findings: Findings, words: Words) -> str:
    """What has changed since the posterior was made."""
    return why_stale((findings.posterior or {})["stale"], words.language)


def limits(findings: Findings, words: Words) -> Iterator[str]:
    """What this report cannot say."""
    yield heading(2, words.say("limits"))
    yield listed(escaped(each) for each in _limits(findings, words))


def _limits(findings: Findings, words: Words) -> Iterator[str]:
    yield words.say("limit lives like these")
    if findings.likeness is not None:
        yield from how_they_were_chosen(findings.likeness, findings.replicates, words.language)
    posterior = findings.posterior
    if posterior is None:
        yield words.say("defaults")
    else:
        yield words.say("limit stale", what=what_is_stale(findings, words)) if posterior["stale"] else words.say("limit not stale")
    if findings.lender:
        yield words.say("borrowed", lender=findings.lender)
    if posterior is not None and "not_identified" in posterior:
        names = ", ".join(posterior["not_identified"])
        few = {"few": len(posterior["not_identified"]), "sampled": len(posterior["sampled"])}
        yield words.say("limit not identified", names=names, **few) if names else words.say("limit identified", **few)
        yield words.say("limit not sampled")
    elif posterior is not None:
        yield words.say("limit identification unknown", scenario=findings.lender or findings.scenario.name)
    yield words.say("limit states" if findings.is_comparison else "limit answers")
    if findings.is_comparison:
        yield words.say("limit costs")
    yield words.say("limit mechanisms")
    yield words.say("limit proof")


def how_it_was_made(findings: Findings, words: Words) -> Iterator[str]:
    """What one needs to make it again."""
    yield heading(2, words.say("made"))
    manifest = findings.manifest
    seeds = manifest["seeds"]
    yield paragraph(
        words.say(
            "made text", scenario=findings.scenario.name, replicates=words.number(findings.replicates), first=seeds["first"], last=seeds["last"],  # noqa: E501
            partnerships=words.partnerships(findings.scenario), months=findings.scenario.months,
        )
    )  # fmt: skip
    versions = ", ".join(f"{name} {number}" for name, number in manifest["versions"].items())
    made = {"created": manifest["created"][:10], "fingerprint": manifest["model_fingerprint"], "versions": versions}
    yield paragraph(words.say("made by", **made, reporter=version("samvirke")), "soft")
