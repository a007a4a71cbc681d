"""Imports point one way, and the heavy libraries stay where they belong."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ("model", "analysis", "viz", "samvirke")
"""Each may import itself and those before it."""

HOMES = {
    "numba": ("model/rule.py", "model/handle.py", "model/machine_code.py"),
    "mesa": ("model/mesa_face/", "viz/"),
    "solara": ("viz/",),
    "reacton": ("viz/",),
    "ipyvuetify": ("viz/",),
}
"""Where a library may be imported: a folder or a file."""


class Import(NamedTuple):
    """One import of a module, wherever in a file it stands."""

    file: str
    line: int
    module: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.module}"

    @property
    def layer(self) -> str:
        """The layer of ours that is imported, or the library."""
        first, *rest = self.module.split(".")
        return rest[0] if first == "samvirke" and rest and rest[0] in LAYERS else first


def imported_modules(node: ast.AST, package_of_file: str) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [each.name for each in names]
        case ast.ImportFrom(level=0, module=str(module)):
            return [module]
        case ast.ImportFrom():
            return [package_of_file]
        case ast.Call(func=ast.Name(id="import_module" | "__import__"), args=[ast.Constant(value=str(module)), *_]):
            return [module]
        case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(module)), *_]):
            return [module]
        case _:
            return []


def imports_of(layer: str) -> Iterator[Import]:
    for path in sorted((ROOT / layer).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for module in imported_modules(node, layer):
                yield Import(path.relative_to(ROOT).as_posix(), node.lineno, module)  # type: ignore[attr-defined]


def listed(imports: list[Import]) -> str:
    return "\n".join(map(str, imports))


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_point_one_way(layer: str) -> None:
    later = LAYERS[LAYERS.index(layer) + 1 :]
    against_the_arrow = [each for each in imports_of(layer) if each.layer in (*later, "tests")]
    assert not against_the_arrow, listed(against_the_arrow)


@pytest.mark.parametrize("library", HOMES)
def test_a_heavy_library_is_imported_only_at_home(library: str) -> None:
    strays = [each for layer in LAYERS for each in imports_of(layer) if each.layer == library and not each.file.startswith(HOMES[library])]
    assert not strays, listed(strays)


PLATFORM_ONLY = {"fcntl", "msvcrt", "winreg", "resource", "pwd", "grp", "termios", "pty", "posix"}
"""Modules that some operating systems have and others have not."""


@pytest.mark.parametrize("layer", LAYERS)
def test_nothing_needs_one_operating_system(layer: str) -> None:
    strays = [each for each in imports_of(layer) if each.layer in PLATFORM_ONLY]
    assert not strays, listed(strays)


@pytest.mark.parametrize("layer", LAYERS)
def test_private_parts_of_the_standard_library_are_left_alone(layer: str) -> None:
    """Executors, locks and processes are used by what their documentation promises."""
    owners = ("executor", "pool", "process", "lock", "future", "client", "thread")
    private = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}"
        for path in sorted((ROOT / layer).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__")
        and ast.unparse(node.value).rpartition(".")[2].strip("_").endswith(owners)
    ]  # fmt: skip
    assert private == []


@pytest.mark.parametrize("layer", LAYERS)
def test_every_folder_with_code_is_a_package(layer: str) -> None:
    folders = {path.parent for path in (ROOT / layer).rglob("*.py")}
    without = sorted(folder.relative_to(ROOT).as_posix() for folder in folders if not (folder / "__init__.py").exists())
    assert not without


def test_scenarios_are_data_only() -> None:
    code = [path.name for path in (ROOT / "scenarios").rglob("*.py")]
    assert code == ["__init__.py"]


def loaded_by(program: str) -> set[str]:
    """Names of all modules that a fresh interpreter has loaded after `program`, such as numpy, samvirke.model and samvirke.model.errors."""
    report = "; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", f"import sys; {program}{report}"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def test_help_loads_no_heavy_library() -> None:
    loaded = loaded_by("from samvirke.command_line import app; app(['--help'], standalone_mode=False)")
    assert "typer" in loaded
    assert not loaded & {"mesa", "numba", "pandas", "pyarrow", "scipy", "sklearn", "solara"}


def test_the_mesa_face_is_loaded_only_when_asked_for() -> None:
    loaded = loaded_by("import samvirke.model.agents, samvirke.model.ensemble")
    assert "numba" in loaded
    assert "mesa" not in loaded


FLOORS_OF_THE_DASHBOARD = ("names", "runs", "charts", "content")
"""Each stands on those before it; the page, its desk and its views stand on all of them."""


@pytest.mark.parametrize("floor", FLOORS_OF_THE_DASHBOARD)
def test_in_the_dashboard_each_floor_stands_on_those_below_it(floor: str):
    below = FLOORS_OF_THE_DASHBOARD[: FLOORS_OF_THE_DASHBOARD.index(floor) + 1]
    may = tuple(f"samvirke.viz.dashboard.{each}" for each in below)
    upwards = [
        str(each)
        for each in imports_of("viz")
        if each.file.startswith((f"viz/dashboard/{floor}/", f"viz/dashboard/{floor}.py"))
        and each.module.startswith("samvirke.viz.dashboard")
        and not each.module.startswith(may)
    ]
    assert upwards == []


ORDER_OF_ANALYSIS = (
    ("columns.py", "measure.py", "pairs.py"), ("measures.py",), ("network.py",), ("survey",), ("literature",),
    ("calibration", "validation"),
    ("ablation",), ("run",),
    ("comparison",), ("questions", "summary"), ("explanation",), ("sweep",), ("sweep_analysis",),
)  # fmt: skip
"""Packages and files of `analysis/`; each may import those before it. Of those in one step only calibration and validation may import
each other."""


def home_in_analysis(parts: list[str]) -> str:
    """The package of analysis/ that a dotted name is of, or the file of it."""
    return parts[0] if (ROOT / "analysis" / parts[0]).is_dir() else f"{parts[0]}.py"


def test_the_order_of_analysis_names_every_package():
    found = {path.name for path in (ROOT / "analysis").iterdir() if path.name[0] not in "_." and (path / "__init__.py").exists()}
    files = {path.name for path in (ROOT / "analysis").glob("*.py") if path.name != "__init__.py"}
    assert {name for step in ORDER_OF_ANALYSIS for name in step} == found | files


def test_inside_analysis_packages_import_one_way():
    step_of = {name: number for number, step in enumerate(ORDER_OF_ANALYSIS) for name in step}
    upwards = []
    for each in imports_of("analysis"):
        if not each.module.startswith("samvirke.analysis."):
            continue
        here, there = each.file.split("/")[1], home_in_analysis(each.module.split(".")[2:])
        together = here == there or {here, there} == {"calibration", "validation"}
        if here != "__init__.py" and not together and step_of[there] >= step_of[here]:
            upwards.append(str(each))
    assert upwards == []
