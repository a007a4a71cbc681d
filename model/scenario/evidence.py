"""Where the facts of a scenario come from, as software reads it."""

from typing import Literal

from pydantic import Field

from samvirke.model.scenario.table import Name, Table


class Cell(Table):
    """The cell of a table of cases that a fact is about; the texts of the fact and its place are written from it."""

    case_id: Name = Field(description="the partnership of the row")
    column: str = Field(min_length=1, description="the column's name")
    file: str = Field(min_length=1, description="the table's file, without its folder")
    line: int = Field(ge=1, description="the row's line in that file")
    partner: str = Field(default="", description="the partner of the row, in a table of partners")

    @property
    def fact(self) -> str:
        """What the fact is called in a scenario file."""
        return f"{self.case_id}: {self.column}" + (f" ({self.partner})" if self.partner else "")

    @property
    def place(self) -> str:
        """Where the fact stands, in a scenario file."""
        return f"{self.file}, line {self.line}"


class Evidence(Table):
    """Where a fact of the scenario comes from."""

    fact: str
    value: str | float
    source: str
    place: str = ""
    status: Literal["reported", "assumed"]
    cell: Cell | None = None
    members_of: str | None = None
