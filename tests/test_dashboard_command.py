"""The command `dashboard`: what it serves on, what it says, and what it refuses."""

import socket
from typing import Any

import pytest
from typer.testing import CliRunner

from samvirke.command_line import app
from samvirke.terminal import dashboard

FREE = 8799


def typed(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[Any, list[tuple[str, int]]]:
    """What is said, and where it would have been served."""
    served: list[tuple[str, int]] = []
    monkeypatch.setattr(dashboard, "_run", lambda host, port, allowed: served.append((host, port)))
    for name in dashboard.settings_for("127.0.0.1"):
        monkeypatch.delenv(name, raising=False)
    return CliRunner().invoke(app, ["dashboard", "--no-browser", *arguments]), served


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_it_is_seen_from_this_machine_alone_unless_that_is_asked_for(monkeypatch: pytest.MonkeyPatch):
    port = free_port()
    done, served = typed(monkeypatch, "--port", str(port))
    assert served == [("127.0.0.1", port)]
    assert f"http://127.0.0.1:{port}" in done.output
    assert "network" not in done.output


def test_letting_others_in_says_what_it_means(monkeypatch: pytest.MonkeyPatch):
    done, served = typed(monkeypatch, "--port", str(free_port()), "--host", "0.0.0.0")
    assert served[0][0] == "0.0.0.0"
    assert "no login of its own" in done.output


def test_a_port_that_is_taken_is_reported_in_one_sentence(monkeypatch: pytest.MonkeyPatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done, served = typed(monkeypatch, "--port", str(taken.getsockname()[1]))
    assert (done.exit_code, served) == (2, [])
    assert "nothing can be served there" in done.output
    assert "Traceback" not in done.output


def test_a_host_that_is_not_there_is_reported(monkeypatch: pytest.MonkeyPatch):
    done, served = typed(monkeypatch, "--host", "no.such.host.invalid")
    assert (done.exit_code, served) == (2, [])


def test_nothing_is_reported_and_nothing_is_fetched_outside():
    settings = dashboard.SETTINGS
    assert settings["SOLARA_TELEMETRY_MIXPANEL_ENABLE"] == "False"
    assert settings["SOLARA_MODE"] == "production"
    assert settings["SOLARA_ASSETS_FONTAWESOME_ENABLED"] == "False"
    assert settings["SOLARA_THEME_SHOW_BANNER"] == "False"


def test_only_what_leaves_this_machine_is_packed():
    packed = {host: dashboard.settings_for(host)["SOLARA_SERVER_HTTP_GZIP"] for host in ("127.0.0.1", "localhost", "0.0.0.0")}
    assert packed == {"127.0.0.1": "False", "localhost": "False", "0.0.0.0": "True"}


def test_where_it_is_served_is_reported_by_the_command_and_never_by_a_header():
    assert dashboard.settings_for("127.0.0.1")["SOLARA_ROOT_PATH"] == ""
    assert dashboard.settings_for("127.0.0.1", "/samvirke")["SOLARA_ROOT_PATH"] == "/samvirke"


@pytest.mark.parametrize("prefix", ["samvirke", "/samvirke/", "/", "/a b", "//evil.example", "https://evil.example"])
def test_a_prefix_that_is_no_path_is_refused(monkeypatch: pytest.MonkeyPatch, prefix: str):
    done, served = typed(monkeypatch, "--port", str(free_port()), "--prefix", prefix)
    assert (done.exit_code, served) == (2, [])
    assert "begins with /" in done.output
