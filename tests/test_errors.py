"""One family of errors: whoever catches SamvirkeError catches them all, and a command ends with its sentence and exit code."""

import ast
import pickle
from collections.abc import Iterator

import pytest
import typer

import samvirke
from samvirke.analysis.run.folder import OutOfRoomError, RunFolderError
from samvirke.analysis.sweep.runner import SweepStoppedError
from samvirke.model.errors import BadInputError, Problem, SamvirkeError, ScenarioError, UnknownNameError
from samvirke.terminal.refusals import reports_errors
from tests.test_architecture import LAYERS, ROOT

TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py"))}
CLASSES = {node.name: [ast.unparse(each) for each in node.bases] for tree in TREES.values() for node in ast.walk(tree)
           if isinstance(node, ast.ClassDef)}  # fmt: skip


def is_ours(name: str) -> bool:
    return name == "SamvirkeError" or any(map(is_ours, CLASSES.get(name, ())))


ERRORS = {name for name in CLASSES if is_ours(name)}


def test_every_error_that_is_declared_is_a_samvirke_error():
    named_so = {name for name, bases in CLASSES.items() if name.endswith("Error") or {"Exception", "BaseException"} & set(bases)}
    assert named_so == ERRORS


def raised_in(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
            yield node.exc.func.id


def test_what_a_public_function_raises_stands_in_its_docstring():
    silent = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path, tree in TREES.items() if "terminal" not in path.parts  # there the last door says every error
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if (ERRORS | {"refused"}) & set(raised_in(node)) and "Raise" not in (ast.get_docstring(node) or "")
    ]  # fmt: skip
    assert silent == []


def test_the_base_of_all_errors_is_public():
    assert samvirke.SamvirkeError is SamvirkeError
    with pytest.raises(samvirke.SamvirkeError, match="no-such-scenario"):
        samvirke.read_scenario("no-such-scenario")


@pytest.mark.parametrize("error", [ScenarioError([Problem("a.toml", "is wrong", 3), Problem("b.toml", "too")]), RunFolderError("here: no")])
def test_an_error_of_a_worker_process_arrives_as_it_was(error: SamvirkeError):
    arrived = pickle.loads(pickle.dumps(error))
    assert (type(arrived), str(arrived), vars(arrived)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SamvirkeError("it failed"), 1), (SweepStoppedError("it stopped"), 1), (OutOfRoomError("no room"), 1), (BadInputError("no"), 2),
        (UnknownNameError("who"), 2), (RunFolderError("where"), 2), (ScenarioError([Problem("a.toml", "is wrong")]), 2),
    ],
)  # fmt: skip
def test_a_command_ends_with_the_sentence_and_the_exit_code_of_its_error(
    error: SamvirkeError, code: int, capsys: pytest.CaptureFixture[str]
):
    @reports_errors
    def fails() -> None:
        raise error

    with pytest.raises(typer.Exit) as ended:
        fails()
    assert ended.value.exit_code == code
    assert capsys.readouterr().err == f"{error}\n"


def test_what_is_no_error_of_ours_is_called_a_fault(capsys: pytest.CaptureFixture[str]):
    @reports_errors
    def fails() -> None:
        raise ZeroDivisionError("division by zero")

    with pytest.raises(typer.Exit) as ended:
        fails()
    assert ended.value.exit_code == 1
    assert "ZeroDivisionError: division by zero. This is a fault in samvirke; please report it." in capsys.readouterr().err
