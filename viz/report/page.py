"""The report of a run or a comparison: the answer first, then pictures, numbers, causes, evidence and limits. It stands alone."""

from collections.abc import Iterator, Mapping
from importlib.metadata import version

from samvirke.analysis.comparison.findings import Findings
from samvirke.model.language import language_of
from samvirke.viz.page.page import render
from samvirke.viz.report.drivers import inputs, signs
from samvirke.viz.report.evidence import evidence
from samvirke.viz.report.labels import Labels
from samvirke.viz.report.of_comparison import of_comparison
from samvirke.viz.report.of_run import of_run
from samvirke.viz.words import about_own_answers, how_they_were_chosen, why_stale


def report_page(findings: Findings, language: str, names: Mapping[str, str] | None = None) -> str:
    """The whole page in Danish (da) or English (en); `names` are real names of partnerships by case_id, if asked for."""
    labels = Labels(language_of(language), names or {})
    comparison = findings.is_comparison
    return render(
        "report/report.jinja",
        labels.language,
        title=labels.of(findings.scenario.title),
        asks=labels.of(findings.asks),
        warnings=list(warnings(findings, labels)),
        own_answers=list(about_own_answers(findings.likeness, findings.beside, language)) if findings.likeness else [],
        results="report/comparison.jinja" if comparison else "report/run.jinja",
        found=of_comparison(findings, labels) if comparison else of_run(findings, labels),
        is_comparison=comparison,
        arms=[labels.arm(findings.scenario, each) for each in findings.arms],
        inputs=inputs(findings, labels),
        signs=signs(findings, labels),
        limits=list(limits(findings, labels)),
        evidence=evidence(findings, labels),
        made=how_it_was_made(findings, labels),
    )


def warnings(findings: Findings, labels: Labels) -> Iterator[str]:
    """What must be known of the parameters before any number is read."""
    _ = labels.language.gettext
    if findings.posterior is None:
        yield _("All runs use the same parameters, the middle of their plausible ranges. They are not calibrated to any answers.")
    elif findings.posterior["stale"]:
        yield _(
            "The calibrated parameters behind these figures are stale: {reasons}. Make them anew with samvirke calibrate, and run again, "
            "before the figures are used.",
            reasons=why_stale(findings.posterior["stale"], labels.language.code),
        )
    if findings.lender:
        yield _("The parameters are borrowed: they are calibrated to the answers of {lender}, not from here.", lender=findings.lender)


def limits(findings: Findings, labels: Labels) -> Iterator[str]:
    """What this report cannot say."""
    _ = labels.language.gettext
    yield _(
        "This is about simulated partnerships of the same kind under the same conditions. It is neither a verdict on this one nor a "
        "forecast of it."
    )
    if findings.likeness is not None:
        yield from how_they_were_chosen(findings.likeness, findings.replicates, labels.language.code)
    yield from warnings(findings, labels)
    if findings.posterior is not None and not findings.posterior["stale"]:
        yield _("When this was run, the calibrated parameters were up to date with the model and the reported figures.")
    yield from _identification(findings, labels)
    if findings.is_comparison:
        yield _("Trust, synergy and the like are states of the model, not what a contact person would answer.")
        yield _("Costs are declared unit costs and the money of grants. They are assumptions, and what is saved elsewhere is not counted.")
    else:
        yield _(
            "Answers are what a simulated contact person would say; states are what is so in the simulation. Only answers can be compared "
            "with a survey."
        )
    yield _("An effect that the model has no rule for cannot show: it is left out, not shown to be zero.")
    yield _("How well the model fits what was reported, and where it does not: samvirke validate.")


def _identification(findings: Findings, labels: Labels) -> Iterator[str]:
    """Which calibrated parameters the answers say hardly anything about, where that is known."""
    _, posterior = labels.language.gettext, findings.posterior
    if posterior is None:
        return
    if "not_identified" not in posterior:
        scenario = findings.lender or findings.scenario.name
        yield _("This folder does not say which parameters the answers narrow; samvirke validate {scenario} does.", scenario=scenario)
        return
    few, sampled = posterior["not_identified"], len(posterior["sampled"])
    if few:
        known = [name for name in posterior["sampled"] if name not in few]
        yield labels.language.ngettext(
            "{n} of {sampled} calibrated parameters is hardly narrowed by the answers: what depends on it is as uncertain as before.",
            "{n} of {sampled} calibrated parameters are hardly narrowed by the answers: what depends on them is as uncertain as before.",
            len(few), sampled=sampled,
        )  # fmt: skip
        if known:
            yield _("Narrowed are: {names}.", names=", ".join(known))
    else:
        yield _("All {sampled} calibrated parameters are narrowed by the answers.", sampled=sampled)
    yield _("All other parameters are held towards their default in each parameter set, by a spread that is calibrated.")


def how_it_was_made(findings: Findings, labels: Labels) -> list[str]:
    """What one needs to make it again, and what it was made with."""
    _, manifest, seeds = labels.language.gettext, findings.manifest, findings.manifest["seeds"]
    again = _(
        "Scenario {scenario}: {replicates} runs per arm (seeds {first} to {last}), {partnerships}, {months} months. The same command gives "
        "the same figures.",
        scenario=findings.scenario.name, replicates=labels.language.number(findings.replicates), first=seeds["first"], last=seeds["last"],
        partnerships=labels.partnerships(findings.scenario), months=findings.scenario.months,
    )  # fmt: skip
    versions = ", ".join(f"{name} {number}" for name, number in manifest["versions"].items())
    made_with = _(
        "Run on {created}; model {fingerprint}; {versions}. Report by samvirke {reporter}.",
        created=manifest["created"][:10], fingerprint=manifest["model_fingerprint"], versions=versions, reporter=version("samvirke"),
    )  # fmt: skip
    return [again, made_with]
