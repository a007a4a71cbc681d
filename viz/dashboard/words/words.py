"""What the dashboard says: the texts of one language. What stands in braces is filled in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One language. `position` is that of the words of a measure; dictionaries are by the names the code uses."""

    language: str
    position: int
    name: str
    title: str
    tabs: dict[str, str]
    scenario: str
    partnership: str
    arm: str
    as_it_is: str
    seed: str
    month: str
    month_of: str
    play: str
    pause: str
    back: str
    step: str
    to_the_start: str
    to_the_end: str
    speed: str
    speeds: dict[str, str]
    projector: str
    keys: str
    no_such: str
    no_such_but_near: str
    shown_instead: str
    address_parts: dict[str, str]
    no_such_number: str
    settled_at_the_start: str
    failed: str
    too_many: str
    making_ready: str
    borrowed: str
    only_partners: str
    one_run: str
    counted: dict[str, tuple[str, str]]
    nothing_runs: str
    before_the_first: str
    ended_in: str
    holes: tuple[str, str]
    all_runs: str
    network: str
    signs: dict[str, str]
    what_it_means: str
    glossary_head: tuple[str, ...]
    months_of_the_year: tuple[str, ...]
    hole: str
    tooltip_person: str
    tooltip_bond: str
    sectors: dict[str, str]
    measures: dict[str, str]
    units: dict[str, str]
    grant_end: str
    course: str
    ticker: str
    nothing_yet: str
    month_short: str
    cs: str
    cs_names: dict[str, str]
    cs_now: str
    cs_answered: str
    cs_answered_in: str
    cs_not_asked: str
    without: str
    with_levers: str
    with_levers_since: str
    levers: str
    levers_explained: str
    usual: str
    unset: str
    unset_all: str
    turn_one: str
    counting: str
    difference_in: str
    also: str
    costs: str
    compare_explained: str
    how_to_compare: str
    in_words: str
    comparing: str
    not_known: str
    no_arms: str
    no_price: str
    counts_nothing: str
    of_100: str
    futures: tuple[str, ...]
    fan: str
    fan_of: str
    pairs_note: str
    branch_here: str
    branch_too_late: str
    branch_explained: str
    between: str
    between_nothing: str
    two_lines: str
    anchoring_has_begun: str
    end_branch: str
    parameters_fitted: str
    parameters_stale: str
    parameters_default: str
    glyphs: str
    ended_glyph: str
    left_glyph: str
    survey: str
    surveying: str
    survey_source: str
    survey_together: str
    survey_range: str
    no_survey: str
    evidence: str
    glossary: str
    of_cases: str
    in_english: str
    claims: str
    claims_explained: str
    chapters: dict[str, str]
    about_parameter: str
    assumed: str
    is_reported: str
    not_a_verdict: str
    why: str
    why_wait: str
    why_began: str
    why_carried: str
    why_against: str
    why_helped: str
    why_event: str
    why_course: str
    why_try: str
    why_try_asks: str
    why_nothing: str

    def so_many(self, what: str, number: float) -> str:
        """A number of something: 1 volunteer, 3 volunteers."""
        whole = round(number)
        return f"{whole} {self.counted[what][whole != 1]}"
