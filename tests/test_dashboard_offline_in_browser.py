"""The dashboard where there is no network at all: server and browser ask nobody, and every side is drawn."""

import shutil
import subprocess
import sys

import pytest

from samvirke.viz.dashboard.names import TABS
from tests.browser import CHROMIUM, ROOT

CUT_OFF = ("unshare", "--net", "--map-root-user", "sh", "-c")
ONLY_ITSELF = "ip link set lo up && "
LOOK_AROUND = f"{ONLY_ITSELF} exec {sys.executable} -m tests.look_around_offline"
ASK_OUTSIDE = f"""{ONLY_ITSELF} exec {sys.executable} -c 'import socket; socket.create_connection(("1.1.1.1", 443), 3)'"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine: .ci/run installs it"),
]


def cut_off(what: str) -> subprocess.CompletedProcess[str]:
    """What a program says that sees no network but itself."""
    return subprocess.run([*CUT_OFF, what], cwd=ROOT, capture_output=True, text=True, check=False)


def can_be_cut_off() -> bool:
    return bool(shutil.which("unshare") and shutil.which("ip")) and cut_off(f"{ONLY_ITSELF} true").returncode == 0


@pytest.mark.skipif(not can_be_cut_off(), reason="this machine does not let a test have a network of its own (unshare --net)")
def test_every_side_is_drawn_where_nobody_outside_can_be_asked():
    assert "unreachable" in cut_off(ASK_OUTSIDE).stderr
    looked = cut_off(LOOK_AROUND)
    assert looked.returncode == 0, looked.stderr
    assert sorted(looked.stdout.split()) == sorted(TABS)
