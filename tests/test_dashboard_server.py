"""The gate before the dashboard's server: which routes are answered, to whom, and that nobody can remove, fetch or frame anything."""

import asyncio
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from samvirke.viz.dashboard.server import MOST_CONNECTIONS, ROUTES, Asked, Gate, headers_of_answers, hosts_served
from tests.browser import Served

HERE = "127.0.0.1:8765"


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    file = tmp_path / "cdn" / "echarts@5.4.0" / "dist" / "echarts.js"
    file.parent.mkdir(parents=True)
    file.write_text("draw()")
    (tmp_path / "cdn" / "lonely@1.0.0").mkdir()
    (tmp_path / "cdn" / "lonely@1.0.0" / "__main.js").write_text("alone()")
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path / "cdn"


class Behind:
    """The application behind the gate: notes what reaches it."""

    def __init__(self) -> None:
        self.reached: list[Any] = []
        self.held = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.reached.append(scope)
        if scope["type"] == "websocket":
            await self.held.wait()
        else:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"whole"})


def scope_of(path: str, method: str = "GET", **headers: str) -> dict[str, Any]:
    kind = {"type": "websocket"} if method == "WEBSOCKET" else {"type": "http", "method": method}
    named = {"host": HERE, **{name.replace("_", "-"): value for name, value in headers.items()}}
    encoded = [(name.encode(), value.encode()) for name, value in named.items()]
    return {**kind, "path": path, "headers": encoded, "client": ("127.0.0.1", 5000)}


def answered(gate: Gate, scope: dict[str, Any]) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    asyncio.run(gate(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0].get("headers", ())}
    return sent[0].get("status", sent[0].get("code")), headers, sent[-1].get("body", b"")


def gate_before(behind: Any, assets: Path, host: str = "127.0.0.1", *allowed: str) -> Gate:
    return Gate(behind, hosts_served(host, allowed), assets, addresses=host == "0.0.0.0")


@pytest.mark.parametrize(
    "path",
    [
        "/", "/readyz", "/static/main.js", "/jupyter/nbextensions/x.js", "/_solara/cdn/echarts@5.4.0/dist/echarts.js",
        "/_solara/cdn/lonely@1.0.0",
    ],
)  # fmt: skip
def test_what_the_page_is_made_of_is_answered(path: str, assets: Path):
    behind = Behind()
    assert answered(gate_before(behind, assets), scope_of(path))[0] == 200
    assert len(behind.reached) == 1


@pytest.mark.parametrize(
    "path",
    [
        "/_solara/cdn/echarts@5.4.0/dist", "/_solara/cdn/echarts@5.4.0", "/_solara/cdn/", "/_solara/cdn/..", "/_solara/cdn/../secret.txt",
        "/_solara/cdn/../cdn/../secret.txt", "/_solara/cdn//etc/passwd", "/_solara/cdn/echarts@5.4.0\\dist", "/_solara/cdn/new@1.0.0/x.js",
        "/_solara/cdn/nul\x00", "/_solara/cdn/" + "x" * 5000,
    ],
)  # fmt: skip
def test_an_asset_that_is_no_file_here_is_not_there_and_nothing_is_removed_or_fetched(path: str, assets: Path):
    behind = Behind()
    assert answered(gate_before(behind, assets), scope_of(path))[0] == 404
    assert behind.reached == []
    assert (assets / "echarts@5.4.0" / "dist" / "echarts.js").is_file()


def test_a_link_that_leads_out_of_the_assets_is_not_followed(assets: Path):
    (assets / "out.txt").symlink_to(assets.parent / "secret.txt")
    assert answered(gate_before(Behind(), assets), scope_of("/_solara/cdn/x/../out.txt"))[0] == 404


@pytest.mark.parametrize("path", ["/resourcez", "/_solara/api/evict/1", "/elsewhere", "/static", "/docs", "/_solara/auth/login"])
def test_no_other_route_is_answered(path: str, assets: Path):
    behind = Behind()
    for method in ("GET", "POST", "WEBSOCKET"):
        answered(gate_before(behind, assets), scope_of(path, method, origin=f"http://{HERE}"))
    assert behind.reached == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_what_is_read_cannot_be_written(method: str, assets: Path):
    for route, methods in ROUTES.items():
        if method not in methods and route != "/_solara/cdn/":
            assert answered(gate_before(Behind(), assets), scope_of(route, method, origin=f"http://{HERE}"))[0] == 405


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[", "localhost.evil.example:8765"])
def test_a_name_that_somebody_else_has_pointed_here_is_refused(host: str, assets: Path):
    assert answered(gate_before(Behind(), assets), scope_of("/", host=host))[0] == 421


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST"])
def test_this_machine_is_asked_for_by_all_its_own_names(host: str, assets: Path):
    assert answered(gate_before(Behind(), assets), scope_of("/", host=host))[0] == 200


def test_served_for_others_any_address_will_do_and_names_that_were_given(assets: Path):
    gate = gate_before(Behind(), assets, "0.0.0.0", "samvirke.example.org")
    statuses = {host: answered(gate, scope_of("/", host=host))[0] for host in ("10.1.2.3:8765", "samvirke.example.org", "evil.example")}
    assert statuses == {"10.1.2.3:8765": 200, "samvirke.example.org": 200, "evil.example": 421}


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "http://["])
@pytest.mark.parametrize(("path", "method"), [("/jupyter/api/kernels/1/channels", "WEBSOCKET"), ("/_solara/api/close/1", "POST")])
def test_another_page_in_the_same_browser_cannot_connect_or_close(origin: str, path: str, method: str, assets: Path):
    behind = Behind()
    assert answered(gate_before(behind, assets), scope_of(path, method, origin=origin))[0] in (403, 1008)
    assert behind.reached == []


def test_one_visitor_cannot_take_all_connections(assets: Path):
    async def connect_many() -> tuple[int, list[Any]]:
        behind, refusals = Behind(), []
        gate = gate_before(behind, assets)

        async def send(message: Any) -> None:
            refusals.append(message)

        def scope(visitor: str) -> Any:
            return scope_of("/jupyter/api/kernels/1/channels", "WEBSOCKET", origin=f"http://{HERE}", cookie=f"solara-session-id={visitor}")

        tasks = [asyncio.create_task(gate(scope("one"), None, send)) for _ in range(MOST_CONNECTIONS + 30)]  # type: ignore[arg-type]
        tasks.append(asyncio.create_task(gate(scope("another"), None, send)))  # type: ignore[arg-type]
        await asyncio.sleep(0)
        reached = len(behind.reached)
        behind.held.set()
        await asyncio.gather(*tasks)
        assert gate.refusal(Asked.of(scope("one"))) is None, "what was closed counts no more"
        return reached, refusals

    reached, refusals = asyncio.run(connect_many())
    assert (reached, len(refusals)) == (MOST_CONNECTIONS + 1, 30)


def test_no_header_says_where_the_page_is_served(assets: Path):
    behind = Behind()
    answered(gate_before(behind, assets), scope_of("/", x_script_name="/evil", script_name="/evil", x_forwarded_host="evil.example"))
    assert [name for name, _ in behind.reached[0]["headers"]] == [b"host"]


def test_every_answer_tells_the_browser_to_frame_and_load_nothing_foreign(assets: Path):
    for path in ("/", "/elsewhere"):
        _, headers, _ = answered(gate_before(Behind(), assets), scope_of(path))
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
    policy = headers_of_answers(HERE)["content-security-policy"]
    assert "http" not in policy
    assert f"ws://{HERE}" in policy


def asked_of(served: Served, path: str, **headers: str) -> tuple[int, bytes]:
    request = urllib.request.Request(served.address + path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


@pytest.mark.slow
def test_the_served_dashboard_keeps_its_assets_its_address_and_its_secrets(served: Served):
    assert asked_of(served, "", X_Script_Name="/evil")[0] == 200
    assert b"/evil" not in asked_of(served, "")[1], "what the first visitor said does not hold for the next"
    assert asked_of(served, "_solara/cdn/echarts@5.4.0/dist")[0] == 404
    assert asked_of(served, "_solara/cdn/echarts@5.4.0/dist/echarts.min.js")[0] in (200, 404), "404 where the assets are not installed"
    assert asked_of(served, "_solara/cdn/no-such-package@1.0.0/x.js")[0] == 404
    assert asked_of(served, "resourcez")[0] == 404
    assert asked_of(served, "", Host="evil.example")[0] == 421
