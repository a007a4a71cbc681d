"""On which line of a TOML text each key stands.

`tomllib` gives the values but no lines; these are found when an error needs them. The text is known to be valid TOML.
Paths are those of pydantic: keys, and positions (from 0) in lists.
"""

import re
import tomllib
from typing import NamedTuple

Path = tuple[str | int, ...]

TOKEN = re.compile(
    r'''(?P<skipped>[ \t\r]+|\#[^\n]*)
    |(?P<text>"""(?:\\.|[^\\])*?"""+|\'\'\'.*?\'\'\'+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')
    |(?P<sign>[\[\]{},=.\n])
    |(?P<word>[^\s\[\]{},=.\#"']+)''',
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of the text; `sign` is whether it is punctuation (a line's end is, too)."""

    text: str
    sign: bool
    line: int


def tokens(toml: str) -> list[Token]:
    """All pieces of the text but blanks and comments, and a line's end after the last."""
    found = []
    line = 1
    for match in TOKEN.finditer(toml + "\n"):
        piece = match.group()
        if match.lastgroup != "skipped":
            found.append(Token(piece, match.lastgroup == "sign", line))
        line += piece.count("\n")
    return found


def key_in(token: Token) -> str:
    """The key as `tomllib` reads it: without quotes."""
    if token.text[0] not in "\"'":
        return token.text
    return str(tomllib.loads(f"key = {token.text}")["key"])


class Reader:
    """Walks through the tokens once and notes the line of every key and every value in a list."""

    def __init__(self, toml: str) -> None:
        self.tokens = tokens(toml)
        self.position = 0
        self.lines: dict[Path, int] = {(): 1}
        self.lengths: dict[Path, int] = {}

    @property
    def here(self) -> Token:
        """The next token."""
        return self.tokens[self.position]

    def at(self, sign: str) -> bool:
        """Whether the next token is this punctuation; if so it is passed."""
        if not (self.here.sign and self.here.text == sign):
            return False
        self.position += 1
        return True

    def read(self) -> dict[Path, int]:
        """The line of every path."""
        table: Path = ()
        while self.position < len(self.tokens):
            if self.at("\n"):
                continue
            table = self.header() if self.at("[") else self.statement(table)
        return self.lines

    def statement(self, table: Path) -> Path:
        """`key = value`; gives back the table it stands in."""
        self.value(self.keys(table, "="))
        return table

    def keys(self, path: Path, until: str) -> Path:
        """A dotted key up to the sign that ends it."""
        while not self.at(until):
            if not self.at("."):
                path = (*path, key_in(self.here))
                self.lines.setdefault(path, self.here.line)
                self.position += 1
        return path

    def header(self) -> Path:
        """`[table]` or `[[one of several tables]]`."""
        several = self.at("[")
        path: Path = ()
        line = self.here.line
        while not self.at("]"):
            if not self.at("."):
                path = (*self.last_of(path), key_in(self.here))
                self.lines.setdefault(path, line)
                self.position += 1
        if several:
            self.at("]")
            self.lengths[path] = self.lengths.get(path, 0) + 1
        path = self.last_of(path)
        self.lines[path] = line
        return path

    def last_of(self, path: Path) -> Path:
        """The newest of several tables of that name, or the path itself."""
        return (*path, self.lengths[path] - 1) if path in self.lengths else path

    def value(self, path: Path) -> None:
        """A value of any kind."""
        if self.at("["):
            self.list_of_values(path)
        elif self.at("{"):
            self.inline_table(path)
        else:
            while not (self.here.sign and self.here.text in ",]}\n"):
                self.position += 1

    def list_of_values(self, path: Path) -> None:
        """What stands between [ and ]."""
        index = 0
        while not self.at("]"):
            if not (self.at("\n") or self.at(",")):
                self.lines[(*path, index)] = self.here.line
                self.value((*path, index))
                index += 1

    def inline_table(self, path: Path) -> None:
        """What stands between { and }."""
        while not self.at("}"):
            if not (self.at("\n") or self.at(",")):
                self.statement(path)


def lines_of(toml: str) -> dict[Path, int]:
    """The line of every key and of every value in a list; `()` is the first line."""
    return Reader(toml).read()
