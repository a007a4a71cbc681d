"""Set samvirke up in this folder and run it: `python3 start.py`; with `--tests` the everyday tests instead.

What stands after `--` goes on to `samvirke run`, or to pytest. Plain Python that a version too old for samvirke reads, too: then it can
say so. Works the same on Linux, macOS and Windows.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "start.json"
DECLARED_IN = ("pyproject.toml", "setup.py", "constraints.txt")
"""The files that say what is installed."""

SUPPORTED = ((3, 13), (3, 12), (3, 11))
USAGE = "usage: python3 start.py [--tests] [-- ARGUMENTS of `samvirke run`, or of pytest]"
EVERYDAY_TESTS = ("-m", "pytest", "-q", "-m", "not slow", "-n", "2", "--dist", "worksteal")
MAIN_JOB = ("-m", "samvirke", "run")
NO_INTERNET = re.compile(
    r"Failed to establish a new connection|NameResolutionError|name resolution|ConnectTimeout|ConnectionError|ProxyError"
    r"|Network is unreachable"
)
BROWSERS = (
    "chromium", "chromium-browser", "google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)  # fmt: skip
"""Any of them will do for the tests that need one."""


class SetupError(Exception):
    """Something is missing; the message says what, and what brings it."""


def main(arguments: list[str]) -> int:
    """Set up what is not there yet, then run; the exit code of what was run, 2 where something is missing."""
    ours, passed_on = divided(arguments)
    if ours not in ([], ["--tests"]):
        say(USAGE)
        return 0 if ours in (["-h"], ["--help"]) else 2
    tests = bool(ours)
    try:
        python = set_up(tests)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    if tests and not any(map(shutil.which, BROWSERS)):
        say(f"There is no Chromium on this machine: tests that need a browser are left out. To bring it: {bringing_a_browser()}")
    say("The everyday tests (three minutes):" if tests else "The main job, `samvirke run` (the first time it is compiled: a minute):")
    return ended([str(python), *(EVERYDAY_TESTS if tests else MAIN_JOB), *passed_on])


def divided(arguments: list[str]) -> tuple[list[str], list[str]]:
    """What is for this program, and what stands after `--`."""
    if "--" not in arguments:
        return arguments, []
    at = arguments.index("--")
    return arguments[:at], arguments[at + 1 :]


def set_up(tests: bool) -> Path:
    """The Python of an environment in which everything is installed. Raises SetupError."""
    python = python_of(ENVIRONMENT)
    stamp, version = read_stamp(), version_of([str(python)])
    if version is not None and is_current(stamp, version, tests):
        return python
    if version is None or not is_supported(version) or stamp.get("finished") is False:
        make_environment()
    install(python, tests or bool(stamp.get("tests")))
    return python


def make_environment() -> None:
    """Make `.venv`, in place of what is there of an attempt that was cut short. Raises SetupError."""
    base = a_python_that_makes_environments()
    say(f"Making the environment {ENVIRONMENT} ({' '.join(base)}).")
    try:
        if ENVIRONMENT.exists():
            shutil.rmtree(ENVIRONMENT)
        ENVIRONMENT.mkdir()
        write_stamp({"finished": False})
    except OSError as error:
        raise SetupError(f"{ENVIRONMENT} cannot be made ({error}). Remove it by hand, then start again.") from error
    if subprocess.call([*base, "-m", "venv", str(ENVIRONMENT)]):
        raise SetupError(f"{' '.join(base)} cannot make an environment (its reason stands above).")


def install(python: Path, tests: bool) -> None:
    """Install samvirke from this folder, in the versions it is tested with. Raises SetupError."""
    what, size = (".[dev]", "1.5 GB, two to five minutes") if tests else (".", "0.7 GB, one to three minutes")
    say(f"Installing samvirke{' and what its tests need' if tests else ''} into {ENVIRONMENT.name} ({size}, once).")
    write_stamp({"finished": False})
    command = [str(python), "-m", "pip", "install", "-q", "--no-compile", "--retries", "2", "-c", "constraints.txt", "-e", what]
    with subprocess.Popen(command, cwd=str(ROOT), stderr=subprocess.PIPE, env=clean_environment()) as pip:
        assert pip.stderr is not None
        output = pip.stderr.read().decode("utf-8", "replace")
    if pip.returncode:
        raise SetupError(why_not_installed(output))
    write_stamp({"finished": True, "tests": tests, "folder": str(ROOT), "sources": sources(), "python": version_of([str(python)])})


def why_not_installed(output: str) -> str:
    """What pip's words come to."""
    if NO_INTERNET.search(output):
        return (
            "The packages could not be fetched: there is no way to the package index from here. Is there internet? Behind a proxy, set "
            "HTTPS_PROXY.\nThen start again; what was fetched is kept."
        )
    if "No space left" in output:
        return f"There is not enough room on the disk for {ENVIRONMENT}. Make some, then start again."
    return f"{output.strip()}\npip could not install samvirke (its reason stands above). Start again once that is mended."


def is_current(stamp: dict[str, object], version: str, tests: bool) -> bool:
    """Whether nothing needs to be installed: the same declarations, Python and folder as when the stamp was written."""
    wanted = {"finished": True, "folder": str(ROOT), "sources": sources(), "python": version}
    return all(stamp.get(name) == value for name, value in wanted.items()) and bool(stamp.get("tests") or not tests)


def sources() -> str:
    """A number that changes with what is declared to be installed."""
    return hashlib.sha256(b"\0".join((ROOT / name).read_bytes() for name in DECLARED_IN)).hexdigest()


def read_stamp() -> dict[str, object]:
    """What is known of the environment; nothing where it was not made here."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: dict[str, object]) -> None:
    """Remember how far the environment is."""
    STAMP.write_text(json.dumps(stamp), encoding="utf-8")


def python_of(environment: Path) -> Path:
    """The Python of an environment, there or not."""
    return environment / "Scripts" / "python.exe" if os.name == "nt" else environment / "bin" / "python"


def version_of(python: list[str], needs: str = "pip") -> str | None:
    """The version of a Python, as 3.12.1; nothing if it does not run or has not the modules it needs."""
    program = f"import sys, {needs}; sys.stdout.write('%d.%d.%d' % sys.version_info[:3])"
    try:
        done = subprocess.run(
            [*python, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=clean_environment(), check=False
        )
    except OSError:
        return None
    return done.stdout.decode() if done.returncode == 0 else None


def is_supported(version: str) -> bool:
    """Whether samvirke runs on it."""
    return tuple(map(int, version.split(".")[:2])) in SUPPORTED


def a_python_that_makes_environments() -> list[str]:
    """The Python that runs this if it will do, otherwise another one of the machine. Raises SetupError where there is none."""
    candidates = [[sys.executable], *([f"python{major}.{minor}"] for major, minor in SUPPORTED)]
    if os.name == "nt":
        candidates += [["py", f"-{major}.{minor}"] for major, minor in SUPPORTED]
    for candidate in candidates:
        version = version_of(candidate, "venv, ensurepip")
        if version is not None and is_supported(version):
            return candidate
    raise SetupError(what_python_is_missing(sys.version_info[:2]))


def what_python_is_missing(version: tuple[int, int]) -> str:
    """Why this Python will not do, and the command that brings one that does."""
    here = "{}.{}".format(*version)
    if version in SUPPORTED:
        return f"Python {here} cannot make environments: its venv or ensurepip is missing. To bring them: {bringing_python(here)}"
    return (
        f"This is Python {here}; samvirke needs Python 3.11, 3.12 or 3.13, and none was found here. To bring one: {bringing_python()}\n"
        "Then start again with it, for example: python3.13 start.py"
    )


def bringing_python(version: str = "") -> str:
    """The command that brings a Python that makes environments: of a version, or the newest supported one there is."""
    if shutil.which("apt-get"):
        version = version or next((each for each in map("{0[0]}.{0[1]}".format, SUPPORTED) if is_in_apt(f"python{each}-venv")), "3.12")
        return f"sudo apt install python{version} python{version}-venv"
    return bringing(f"python@{version or '3.13'}", f"Python.Python.{version or '3.13'}", f"python{version or '3.13'}")


def is_in_apt(package: str) -> bool:
    """Whether Debian's or Ubuntu's packages have it."""
    return subprocess.call(["apt-cache", "show", package], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def bringing_a_browser() -> str:
    """The command that brings a browser for tests."""
    return "sudo apt install chromium" if shutil.which("apt-get") else bringing("--cask google-chrome", "Google.Chrome", "chromium")


def bringing(brew: str, winget: str, dnf: str) -> str:
    """The command that brings a program, by its name in each system."""
    if os.name == "nt":
        return f"winget install {winget}"
    return f"brew install {brew}" if sys.platform == "darwin" else f"sudo dnf install {dnf}"


def clean_environment() -> dict[str, str]:
    """The variables of this process, without those that lead a Python to another's packages."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}


def ended(command: list[str]) -> int:
    """Run a command in this folder to its end; Ctrl+C is for it."""
    with subprocess.Popen(command, cwd=str(ROOT), env=clean_environment()) as running:
        while True:
            try:
                return running.wait()
            except KeyboardInterrupt:
                continue


def say(sentence: str) -> None:
    """Say it before what is started says anything."""
    print(sentence, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("Interrupted. The next start goes on from here.")
