"""The catalogues of translations: `python -m samvirke.translation` brings them up to date, `--check` reports what is wrong with them.

Messages are found where they are used (`gettext`, `_`, `ngettext`, `pgettext`, `N_`, `NN_` in the code, and in page templates), and in
what is declared: parameters, levers, mechanisms, measures and so on carry their English where they are declared.
"""

import ast
import re
import string
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import jinja2.ext
from babel.messages import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from samvirke.analysis.calibration.posterior import WHAT_IS_STALE
from samvirke.analysis.measures import MEASURES
from samvirke.analysis.survey.targets import read_targets
from samvirke.analysis.sweep_analysis.answers import LABELS
from samvirke.model.agents.partnership import CHOICES
from samvirke.model.event_kinds import EVENT_KINDS, WHOM
from samvirke.model.events import RECORDED_KINDS
from samvirke.model.items import ITEMS, SCALES
from samvirke.model.language import languages
from samvirke.model.levers import GROUPS, LEVERS, UNITS
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import REGISTRY
from samvirke.model.parameters.forms import FORMS
from samvirke.model.scenario import data_file, read_scenario, scenario_names
from samvirke.model.scenario.evidence import Evidence
from samvirke.model.scenario.values import DECLARED_VARIANTS
from samvirke.viz.words import FACT

KEYWORDS = {"gettext": None, "_": None, "N_": None, "ngettext": (1, 2), "NN_": (1, 2), "pgettext": ((1, "c"), 2)}
FOLDERS = ("model", "analysis", "viz", "samvirke")
Id = str | tuple[str, str]
Key = tuple[str | None, Id]
"""Context and message; a message with a plural is both forms."""


def root() -> Path:
    """The folder that holds the code's folders."""
    return Path(__file__).parents[1]


def messages_in_code() -> Iterator[tuple[Key, str]]:
    """Every message that is marked in the code or in a template, and the file it stands in."""
    for folder in FOLDERS:
        for path in sorted((root() / folder).rglob("*")):
            method = {".py": "python", ".jinja": jinja2.ext.babel_extract}.get(path.suffix)
            if method is None or path == Path(__file__):
                continue
            with path.open("rb") as file:
                options = {"silent": "false"} if path.suffix == ".jinja" else {}
                for _, message, _, context in extract(method, file, KEYWORDS, options=options):  # type: ignore[arg-type]
                    yield (context, message), path.relative_to(root()).as_posix()  # type: ignore[misc]


def declared_messages() -> Iterator[tuple[Key, str]]:
    """Every text that a registry declares in English and that is translated, and the file that declares it."""
    for where, context, texts in _declared():
        for text in texts:
            yield (context, text), where


def _declared() -> Iterator[tuple[str, str | None, Iterable[Id]]]:
    """The registries: the file, the context, and what is declared there."""
    yield (
        "model/levers.py",
        None,
        (message for each in UNITS.values() for message in ((each.one, each.several) if each.several else each.one, each.price)),
    )
    levers, parameters, variants = LEVERS.values(), REGISTRY.values(), DECLARED_VARIANTS.values()
    yield "model/levers.py", None, (*GROUPS, *(each.label for each in levers))
    yield "model/event_kinds.py", None, (*WHOM.values(), *(each.label for each in EVENT_KINDS.values()))
    yield "model/levers.py", "lever", (text for each in levers for text in (*(each.ends or ()), each.at_lowest))
    yield "model/parameters", None, (text for each in parameters for text in (each.label, each.meaning, each.unit, each.source))
    yield "model/parameters/forms.py", None, (text for each in FORMS.values() for text in (each.meaning, each.source))
    yield "model/scenario/values.py", None, (text for each in variants for text in (each.meaning, *each.choices.values(), each.source))
    yield "model/mechanisms.py", None, (text for each in MECHANISMS.values() for text in (each.claim, *each.sources))
    yield "model/events.py", None, (each.label for each in RECORDED_KINDS)
    yield "model/agents/partnership.py", "partnership", CHOICES.values()
    yield "model/items.py", None, (each.label for each in ITEMS.values())
    yield "model/items.py", "answer", (text for each in SCALES.values() for text in each.words)
    yield "model/items.py", "answer", (text for each in ITEMS.values() for text in (each.zero, each.one))
    yield "analysis/measures.py", "measure", (each.label for each in MEASURES.values())
    yield "analysis/measures.py", None, (text for each in MEASURES.values() for text in (each.meaning, each.unit))
    yield "analysis/calibration/posterior.py", None, WHAT_IS_STALE.values()
    yield "analysis/sweep_analysis/answers.py", "measure", LABELS.values()


def messages_of_evidence() -> Iterator[tuple[Key, str]]:
    """The facts and sources in the files of the scenarios, the sources of their questions, and of reported figures."""
    for scenario in map(read_scenario, scenario_names()):
        where = f"scenarios/{scenario.name}.toml"
        for each in scenario.evidence:
            yield from (((FACT, text), where) for text in _facts_in(each) if is_in_words(text))
            yield from (((None, text), where) for text in (each.source, "" if each.cell else each.place) if is_in_words(text))
        yield from (((None, each.source), where) for each in scenario.questions.values())
        targets = read_targets(data_file(scenario.targets)) if scenario.targets else ()
        yield from (((None, text), f"scenarios/{scenario.targets}") for each in targets for text in each.cited if text)


def _facts_in(each: Evidence) -> Iterator[str]:
    """What a fact is about, unless that is put together from parts, and its value, if they are texts."""
    if not each.members_of:
        yield each.cell.column if each.cell else each.fact
    if isinstance(each.value, str) and not (each.cell and each.cell.partner):
        yield each.value


def is_in_words(text: str) -> bool:
    """Whether a text of the evidence is translated: no date, no list of numbers."""
    return bool(re.search(r"[A-Za-z]|\d\.\d", text))


def all_messages() -> dict[Key, list[str]]:
    """Every message, and where it stands."""
    found: dict[Key, list[str]] = {}
    for key, where in (*messages_in_code(), *declared_messages(), *messages_of_evidence()):
        if key[1] and where not in found.setdefault(key, []):
            found[key].append(where)
    return found


def catalogue_file(code: str) -> Path:
    """Where the catalogue of a language stands."""
    return root() / "samvirke" / "translations" / f"{code}.po"


def read_catalogue(code: str) -> Catalog:
    """The catalogue of a language."""
    with catalogue_file(code).open("rb") as file:
        return read_po(file, locale=code)


def key_of(message: Message) -> Key:
    """Context and message of an entry."""
    return message.context, tuple(message.id) if isinstance(message.id, (list, tuple)) else message.id  # type: ignore[return-value]


def updated(code: str) -> Catalog:
    """The catalogue with every message, in alphabetical order; missing ones have no text yet, unused ones are gone."""
    old = {key_of(each): each for each in read_catalogue(code) if each.id}
    new = Catalog(locale=code, project="samvirke", fuzzy=False, charset="utf-8", header_comment=f"# samvirke: translations ({code})")
    for key, places in sorted(all_messages().items(), key=lambda each: (str(each[0][1]), each[0][0] or "")):
        there = old.get(key)
        new.add(
            key[1], there.string if there else None, [(place, None) for place in places], context=key[0],  # type: ignore[misc]
            flags=there.flags if there else (), user_comments=there.user_comments if there else (),
        )  # fmt: skip
    return new


def write_catalogue(code: str, catalogue: Catalog) -> None:
    """Write a catalogue as it is kept: no dates, which would change with every update."""
    catalogue.mime_headers  # noqa: B018  (babel fills in what it needs)
    with catalogue_file(code).open("wb") as file:
        write_po(file, catalogue, width=120, omit_header=False, include_lineno=False, sort_output=False)
    lines = catalogue_file(code).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [each for each in lines if not each.startswith(('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By'))]
    catalogue_file(code).write_text("".join(kept), encoding="utf-8")


def problems(code: str) -> Iterator[str]:
    """Everything that is wrong with a catalogue, a sentence each."""
    wanted, there = all_messages(), {key_of(each): each for each in read_catalogue(code) if each.id}
    for key in wanted:
        if key not in there:
            yield f"{code}: missing: {key[1]!r} ({', '.join(wanted[key])})"
    for key, message in there.items():
        texts = [each or "" for each in (message.string if isinstance(message.string, (list, tuple)) else (message.string,))]
        if key not in wanted:
            yield f"{code}: not used anywhere: {key[1]!r}"
        elif not all(texts):
            yield f"{code}: without a translation: {key[1]!r}"
        elif message.fuzzy:
            yield f"{code}: fuzzy: {key[1]!r}"
        else:
            yield from _placeholders_that_differ(code, key[1], texts)


def hidden_in_f_strings() -> Iterator[str]:
    """Messages inside an f-string, which the extraction does not see, as FILE:LINE."""
    for folder in FOLDERS:
        for path in sorted((root() / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.JoinedStr) and any(_says_a_message(each) for each in ast.walk(node)):
                    yield f"{path.relative_to(root()).as_posix()}:{node.lineno}"


def _says_a_message(node: ast.AST) -> bool:
    """Whether it is a call such as _("…") with a literal message."""
    if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
        return False
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    return name in KEYWORDS and not (name == "pgettext" and len(node.args) > 1 and not isinstance(node.args[1], ast.Constant))


def _placeholders_that_differ(code: str, message: Id, texts: Iterable[str]) -> Iterator[str]:
    """Placeholders of one side only; of a message with a plural the number may be left out of a form."""
    forms = (message,) if isinstance(message, str) else message
    allowed = set().union(*(placeholders(each) for each in forms))
    for text in texts:
        found = placeholders(text)
        if found - allowed or (isinstance(message, str) and found != allowed):
            yield f"{code}: placeholders {sorted(found)} instead of {sorted(allowed)}: {message!r}"


def placeholders(text: str) -> set[str]:
    """The names in braces of a message."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def main(arguments: list[str]) -> int:
    """Update every catalogue, or with `--check` report what is wrong; 1 if anything is."""
    wrong = [f"{where}: a message inside an f-string is not found; say it outside" for where in hidden_in_f_strings()]
    for code in languages()[1:]:
        if "--check" not in arguments:
            write_catalogue(code, updated(code))
        wrong += problems(code)
    sys.stdout.write("".join(f"{each}\n" for each in wrong))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
