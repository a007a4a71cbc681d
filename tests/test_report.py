"""The report of a run and of a comparison: what stands in it, in either language, and how it refuses."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from samvirke.analysis.comparison.findings import read_findings
from samvirke.analysis.run.execution import run
from samvirke.analysis.run.folder import MANIFEST, RunFolderError
from samvirke.analysis.summary.summary import summaries
from samvirke.model.language import language_of, languages
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.scenario import read_scenario
from samvirke.viz.report.labels import Labels
from samvirke.viz.report.of_run import in_words
from samvirke.viz.report.page import report_page
from tests.commands import BAD_INPUT, refused, typed
from tests.ensembles import TINY

NOT_A_VERDICT = "These are simulated runs, not a verdict on any real partnership."
HEADINGS = (
    "The answer first", "How sure is that?", "Pictures", "The numbers", "Inputs", "What was assumed, and what emerged",
    "Emerged: the net result", "What this cannot say", "Evidence: where each number comes from", "How it was made",
)  # fmt: skip
ENGLISH = Labels(language_of("en"))


class Text(HTMLParser):
    """The words of a page, and what it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.loads: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value for name, value in attrs if name in ("src", "href", "xlink:href") and value and not value.startswith("#")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(page: str) -> tuple[str, Text]:
    """The page's words on one line, and the page taken apart."""
    text = Text()
    text.feed(page)
    return " ".join(" ".join(text.words).replace("\N{NO-BREAK SPACE}", " ").split()), text


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A comparison, many runs of many, one run of one, and several arms."""
    place = tmp_path_factory.mktemp("folders")
    arms = ("--arm", "open-talk", "--arm", "nothing-changes")
    one = ("run", "one-partnership", "--months", "40")
    for words in (
        ("compare", TINY, *arms, "--replicates", "12", "--measure", "trust", "--out", "compared"),
        ("run", TINY, "--replicates", "4", "--out", "many"),
        (*one, "--arm", "baseline", "--arm", "coordinator-leaves", "--out", "one"),
        (*one, "--replicates", "22", "--out", "without-months"),
    ):
        result = typed(*words[:-1], str(place / words[-1]))
        assert result.exit_code == 0, result.output
    return place


def page_of(folder: Path, language: str = "en") -> str:
    return read(report_page(read_findings(folder), language))[0]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ["compared", "many", "one", "without-months"])
def test_every_report_has_question_answer_causes_limits_and_evidence_in_this_order(folders: Path, name: str, language: str):
    findings = read_findings(folders / name)
    wording, _ = page_of(folders / name, language), language_of(language).gettext
    asks = getattr(findings.scenario.asks, language)
    places = [wording.index(each) for each in (asks, _(NOT_A_VERDICT), *(f" {_(heading)} " for heading in HEADINGS))]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["compared", "many", "one"])
def test_a_report_loads_nothing_and_runs_nothing(folders: Path, name: str):
    page = report_page(read_findings(folders / name), "en")
    text = read(page)[1]
    assert not text.loads
    assert not {"script", "link", "iframe", "img"} & set(text.tags)
    assert not re.search(r"@import|url\(", page)


def test_a_comparison_answers_by_the_measure_that_was_asked_about(folders: Path):
    wording = page_of(folders / "compared")
    assert "“Trust”, compared with “As it is”: 12 pairs of runs of 3 partnerships" in wording
    assert "Nothing changes: hardly any difference in trust." in wording
    assert "the Monte Carlo standard error of the mean differences is" in wording
    assert "Parameter uncertainty: all runs use the same parameters" in wording


def test_a_lever_stands_at_a_month_a_number_or_what_its_lowest_value_means():
    danish = Labels(language_of("da"))
    assert (ENGLISH.setting("anchoring_start_month", 12.0), ENGLISH.setting("anchoring_start_month", -1.0)) == ("month 12", "not planned")
    assert danish.setting("anchoring_start_month", -1.0) == "ikke planlagt"
    assert danish.setting("openness", 0.5) == "0,50"


def test_an_arm_is_told_with_its_levers_costs_mechanisms_and_their_source(folders: Path):
    wording = page_of(folders / "compared")
    assert "Openness" in wording
    assert MECHANISMS["G5"].claim in wording
    assert MECHANISMS["G5"].sources[0] in wording


def test_a_run_says_as_answered_and_as_it_is_side_by_side(folders: Path):
    wording = page_of(folders / "many")
    assert "of the answers say that synergy is high; the state behind them is high in" in wording
    assert "Above the answers; below the states behind them" in wording
    assert wording.count("as answered as it is") == 1


def test_one_run_of_one_partnership_is_told_as_one(folders: Path):
    wording = page_of(folders / "one")
    assert "In this run it" in wording
    assert "This is a single run." in wording
    assert "The coordinator leaves" in wording
    assert "February 2026" in wording
    assert MECHANISMS["K3"].claim in wording


def test_of_one_run_persons_are_whole(tmp_path: Path):
    typed("run", TINY, "--out", str(tmp_path / "one-of-each"))
    assert not re.search(r">\d+\.0</td>", report_page(read_findings(tmp_path / "one-of-each"), "en"))


def test_months_and_events_that_were_not_kept_are_left_out(folders: Path):
    wording = page_of(folders / "without-months")
    assert "Month by month" not in wording
    assert "The events of this run were not kept." in wording
    assert "of 22 runs it goes on" in wording


def test_runs_that_end_before_the_grant_say_so():
    (summary,) = summaries(run(read_scenario("one-partnership", months=14)))
    assert next(iter(in_words(summary, ENGLISH))).startswith("The run ends before the grant does")


def test_a_stale_or_borrowed_posterior_stands_at_the_top_and_among_the_limits(folders: Path):
    findings = read_findings(folders / "many")
    stale = "parameters or their priors have changed since"
    about = {
        "file": "x",
        "fitted_to": "elsewhere",
        "draws": 500,
        "stale": [stale],
        "sampled": ["halo", "openness"],
        "not_identified": ["halo"],
    }
    object.__setattr__(findings, "manifest", {**findings.manifest, "posterior": about})
    wording, _ = read(report_page(findings, "en"))
    assert wording.count(stale) == 2
    assert wording.count("they are calibrated to the answers of elsewhere") == 2
    assert "1 of 2 calibrated parameters is hardly narrowed by the answers: what depends on it" in wording
    assert "Narrowed are: openness." in wording
    assert "2 parameters were calibrated to the answers from elsewhere" in wording


def test_a_run_with_the_posterior_names_what_its_answers_do_not_identify(tmp_path: Path):
    typed("run", "--only", "maend-i-fokus", "--months", "14", "--out", str(tmp_path / "pool"))
    about = read_findings(tmp_path / "pool").posterior
    assert about is not None
    assert about["fitted_to"] == "partnerskabspuljen"
    assert set(about["not_identified"]) <= set(about["sampled"])


def test_real_names_are_shown_on_request_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    name = next(case.name for case in read_scenario("partnerskabspuljen").partnerships if case.case_id == "maend-i-fokus")
    typed("run", "--only", "maend-i-fokus", "--only", "baby-sikker", "--months", "14", "--out", "pool")
    assert typed("report", "pool").stdout == "The report: pool.html\n"
    assert typed("report", "pool", "--real-names", "--out", "named.html").exit_code == 0
    assert name not in Path("pool.html").read_text(encoding="utf-8")
    assert name in Path("named.html").read_text(encoding="utf-8")


def test_no_text_of_a_case_can_break_the_page(folders: Path):
    findings = read_findings(folders / "many")
    title = findings.scenario.title.model_copy(update={"en": "<b>&\"'"})
    object.__setattr__(findings, "scenario", findings.scenario.model_copy(update={"title": title}))
    assert "<b>" not in report_page(findings, "en")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("report", "nowhere"), "nowhere: is no run folder: it has no manifest.json"),
        (("report", ".", "--language", "de"), 'is no language of samvirke; choices are "en", "da"'),
        (("report", ".", "--out", "nowhere/x.html"), "there is no folder nowhere"),
    ],
)
def test_what_cannot_be_reported_is_refused_with_a_sentence(
    words: tuple[str, ...], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert sentence in refused(*words)


def test_the_folder_of_a_sweep_is_refused_as_one(small_sweep: Path):
    with pytest.raises(RunFolderError, match=r"is the folder of a sweep; report takes one that run or compare has made$"):
        read_findings(small_sweep)


def test_a_report_never_overwrites_without_force(folders: Path, tmp_path: Path):
    out = str(tmp_path / "page.html")
    assert typed("report", str(folders / "one"), "--out", out).exit_code == 0
    assert "replace it with --force" in refused("report", str(folders / "one"), "--out", out)
    assert typed("report", str(folders / "one"), "--out", out, "--force", "--language", "da").exit_code == 0


def test_a_folder_of_another_version_is_refused(folders: Path, tmp_path: Path):
    typed("run", "one-partnership", "--months", "3", "--out", str(tmp_path / "old"))
    manifest = json.loads((tmp_path / "old" / MANIFEST).read_text(encoding="utf-8"))
    del manifest["scenario"]["months"]
    (tmp_path / "old" / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(RunFolderError, match="another version"):
        read_findings(tmp_path / "old")
    assert typed("report", str(tmp_path / "old")).exit_code == BAD_INPUT


def test_a_table_that_lacks_a_column_is_refused_by_name(tmp_path: Path):
    typed("run", "one-partnership", "--months", "3", "--out", str(tmp_path / "old"))
    file = tmp_path / "old" / "outcomes.parquet"
    pq.write_table(pq.read_table(file).drop_columns(["future"]), file)
    assert f"{file}: lacks the column future; run it again" in refused("report", str(tmp_path / "old"))


@pytest.mark.slow
def test_of_many_arms_those_without_a_clear_direction_share_a_sentence_and_pictures_share_a_scale(tmp_path: Path):
    typed("compare", "partnerskabspuljen", "--replicates", "4", "--out", str(tmp_path / "all"))
    findings = read_findings(tmp_path / "all")
    page = report_page(findings, "en")
    assert len(findings.arms) > 16
    assert "No clear difference: " in page
    assert "differences.xlsx" in page
    assert page.count("<figure") == -(-len(findings.arms) // 16)
