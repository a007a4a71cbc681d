"""The table of cases is read as strictly as the scenario itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from samvirke.model.scenario import Cell, check, read_scenario

HEADER = (
    "case_id,name,n_municipality,n_region_state_health,n_civil_society,n_interest_org,n_company,n_research_education,"
    "n_housing,lead_sector,reach,target_group,arena,citizen_facing,volunteer_based,national_goals,grant_dkk,grant_months,"
    "concept,framing,assumed,note"
)
ROW = "a,A place,1,0,2,0,0,0,0,municipality,local,youth,workplaces,1,0,1;3,500000,24,new,positive,concept;framing,"
Read = Callable[[str], list[str]]


def write_cases(folder: Path, table: str) -> str:
    (folder / "cases.csv").write_text(table, encoding="utf-8")
    scenario = folder / "scenario.toml"
    scenario.write_text(
        'title = { da = "t", en = "t" }\nasks = { da = "a", en = "a" }\nstart = "2020-01"\nmonths = 60\n'
        'cases = "cases.csv"\n[[grants]]\nfunder = "A pool"\nconditions = { legitimacy = 0.8 }\n',
        encoding="utf-8",
    )
    return str(scenario)


@pytest.fixture
def problems(tmp_path: Path) -> Read:
    """A function that gives the problems of a scenario with this table of cases."""
    return lambda table: check(write_cases(tmp_path, table))


def changed(column: str, value: str) -> str:
    """A table of one case with another value in a column."""
    cells = dict(zip(HEADER.split(","), ROW.split(","), strict=True))
    return f"{HEADER}\n{','.join((cells | {column: value}).values())}\n"


def test_a_table_may_say_how_citizens_take_part_how_many_a_slot_stands_for_and_where_they_live(tmp_path: Path):
    table = f"{HEADER},format,persons_per_citizen,place\n{ROW},one_off,250,harbour\n"
    (case,) = read_scenario(write_cases(tmp_path, table)).partnerships
    assert (case.format, case.persons_per_citizen, case.place) == ("one_off", 250, "harbour")
    scenario = read_scenario(write_cases(tmp_path, f"{HEADER},format,persons_per_citizen,place\n{ROW},,,\n"))
    (plain,) = scenario.partnerships
    assert (plain.format, scenario.persons_per_citizen_of(plain)) == ("group", scenario.population.persons_per_citizen)


def test_a_table_is_held_to_what_pairs_ask_for_as_a_file_is(problems: Read):
    (without_volunteers, many_to_a_slot) = problems(f"{HEADER},format,persons_per_citizen\n{ROW},pairs,5\n")
    assert 'volunteer_based = false does not fit format = "pairs": a pair takes a citizen and a volunteer' in without_volunteers
    assert "persons_per_citizen = 5 must be 1" in many_to_a_slot


def test_a_row_becomes_a_partnership(tmp_path: Path):
    scenario = read_scenario(write_cases(tmp_path, f"{HEADER}\n{ROW}\n"))
    (case,) = scenario.partnerships
    assert (case.case_id, case.name, case.number) == ("a", "A place", 0)
    assert case.members == {"municipality": 1, "civil_society": 2}
    assert (case.citizen_facing, case.volunteer_based, case.national_goals) == (True, False, (1, 3))
    (grant,) = case.grants
    assert (grant.funder, grant.amount_dkk, grant.months) == ("A pool", 500_000, 24)
    assert grant.conditions == {"legitimacy": 0.8}
    facts = {each.fact: (each.value, each.status, each.place) for each in scenario.evidence}
    assert facts == {
        "a: concept": ("new", "assumed", "cases.csv, line 2"),
        "a: framing": ("positive", "assumed", "cases.csv, line 2"),
    }
    assert [each.cell for each in scenario.evidence] == [
        Cell(case_id="a", column=column, file="cases.csv", line=2) for column in ("concept", "framing")
    ]


def test_a_row_without_a_grant_has_none(tmp_path: Path):
    row = ROW.replace("500000,24", ",")
    assert read_scenario(write_cases(tmp_path, f"{HEADER}\n{ROW}\n{row.replace('a,', 'b,', 1)}\n")).partnerships[1].grants == ()


def test_a_grant_without_months_has_no_end(tmp_path: Path):
    (case,) = read_scenario(write_cases(tmp_path, changed("grant_months", ""))).partnerships
    assert case.grants[0].months is None


def test_the_length_in_the_table_goes_before_the_end_for_all(tmp_path: Path):
    scenario = Path(write_cases(tmp_path, f"{HEADER}\n{ROW}\n"))
    scenario.write_text(scenario.read_text() + "end = 48\n")
    assert read_scenario(str(scenario)).partnerships[0].grants[0].months == 24
    write_cases(tmp_path, changed("grant_months", ""))
    scenario.write_text(scenario.read_text() + "end = 48\n")
    assert read_scenario(str(scenario)).partnerships[0].grants[0].months == 48


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("n_company", "two", 'column n_company = "two" must be a whole number'),
        ("n_company", "1.5", "column n_company = 1.5 must be a whole number"),
        ("n_company", "", 'column n_company = "" must be a whole number'),
        ("n_company", "-1", "column n_company = -1 must lie between 0 and 200"),
        (
            "lead_sector",
            "municipal",
            'column lead_sector = "municipal" must be one of municipality, region_state_health, civil_society, '
            'interest_org, company, research_education, housing; the nearest is "municipality"',
        ),
        (
            "lead_sector",
            "housing",
            'column lead_sector = "housing" is not the sector of a member; those are: municipality, civil_society',
        ),
        ("n_civil_society", "0", "what the columns n_… count = { … } must add up to at least 2 organisations, here 1"),
        ("reach", "locale", 'column reach = "locale" must be one of national, regional, local; the nearest is "local"'),
        ("citizen_facing", "yes", 'column citizen_facing = "yes" must be 0 or 1'),
        ("national_goals", "1;9", "column national_goals = 9 must lie between 1 and 7"),
        ("grant_dkk", "900.000", "column grant_dkk = 900.000 would mean 900 kroner, for decimals follow a point; write 900000"),
        ("grant_dkk", "nan", 'column grant_dkk = "nan" must be a number'),
        ("grant_dkk", "", 'column grant_dkk = "" must be a number'),
        (
            "grant_months",
            "0",
            "column grant_months = 0 must lie between 1 and 240: months it pays (or say `end`); neither: no end date",
        ),
        ("assumed", "concpt", 'column assumed names "concpt", which is no column; the nearest is "concept"'),
        ("case_id", "A Place", 'column case_id = "A Place" may hold only small letters (a to z), digits, "-" and "_"'),
        ("case_id", "all", 'column case_id = "all" means every partnership; choose another name'),
    ],
)
def test_a_wrong_cell_names_line_column_and_value(problems: Read, column: str, value: str, sentence: str):
    assert problems(changed(column, value)) == [f"cases.csv, line 2: {sentence}"]


def test_an_unknown_column_names_the_nearest(problems: Read):
    (sentence,) = problems(f"{HEADER.replace('framing', 'framming')},framing\n{ROW},x\n")
    assert sentence == 'cases.csv, line 1: "framming" is no column that is known; the nearest is "framing"'


def test_missing_columns_are_named(problems: Read):
    assert problems("case_id,reach\na,local\n")[0].startswith("cases.csv, line 1: columns are missing: lead_sector, ")


def test_a_column_that_is_there_twice_is_named(problems: Read):
    assert problems(f"{HEADER},reach\n{ROW},local\n") == ['cases.csv, line 1: the column "reach" is there twice']


def test_semicolons_between_columns_are_recognised(problems: Read):
    (sentence,) = problems(HEADER.replace(",", ";"))
    assert sentence.endswith("the columns stand apart by semicolons; save the table with commas")


def test_too_few_cells_are_counted(problems: Read):
    assert problems(f"{HEADER}\n{ROW}\nb,B\n") == ["cases.csv, line 3: has 2 cells, but there are 22 columns"]


def test_a_case_that_is_there_twice_names_the_first_line(problems: Read):
    assert problems(f"{HEADER}\n{ROW}\n{ROW}\n") == ['cases.csv, line 3: column case_id = "a" is taken by line 2; choose another']


@pytest.mark.parametrize("table", [HEADER, f"{HEADER}\n\n"])
def test_a_table_without_rows_is_no_scenario(problems: Read, table: str):
    assert problems(table) == ["cases.csv: has no rows: each partnership is a line below the names of the columns"]


def test_an_empty_table_lacks_all_columns(problems: Read):
    assert "columns are missing" in problems("")[0]


def test_a_broken_quote_is_answered_in_words(problems: Read):
    (sentence,) = problems(f'{HEADER}\n"{ROW}\n')
    assert sentence.startswith("cases.csv: is not a table with commas (CSV): ")


def test_lines_are_counted_across_cells_of_several_lines(problems: Read):
    note = '"two\nlines"'
    (sentence,) = problems(f"{HEADER}\n{ROW}{note}\n{ROW.replace('a,', 'b,', 1).replace('local', 'here')}\n")
    assert sentence.startswith('cases.csv, line 4: column reach = "here" ')


def test_problems_of_the_table_and_of_the_scenario_come_together(tmp_path: Path):
    scenario = Path(write_cases(tmp_path, changed("reach", "here")))
    scenario.write_text(scenario.read_text().replace("months = 60", "months = 0"))
    assert len(check(str(scenario))) == 2


def test_events_may_name_the_cases_of_the_table(tmp_path: Path):
    scenario = Path(write_cases(tmp_path, f"{HEADER}\n{ROW}\n"))
    event = '[[events]]\nkind = "quarrel"\nmonth = 2\nsize = 0.5\nwhom = "{}"\n'
    scenario.write_text(scenario.read_text() + event.format("a") + event.format("aa"))
    (sentence,) = check(str(scenario))
    assert sentence.endswith('whom = "aa" in [events] names neither "all" nor a partnership; the nearest is "a"')
