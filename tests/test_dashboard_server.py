"""The gate before the dashboard's server: which routes are answered, to whom, and that nobody can remove, fetch or frame anything."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from samvirke.viz.dashboard.request import Asked, counted_address
from samvirke.viz.dashboard.server import (
    ADDRESS,
    MOST_CONNECTIONS,
    MOST_CONNECTIONS_OF_AN_ADDRESS,
    ROUTES,
    Gate,
    headers_of_answers,
    hosts_served,
)

HERE = "127.0.0.1:8765"
CONNECTION, CLOSING = ("/jupyter/api/kernels/1/channels", "WEBSOCKET"), ("/_solara/api/close/1", "POST")


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
    path, _, query = path.partition("?")
    return {**kind, "path": path, "query_string": query.encode(), "headers": encoded, "client": ("127.0.0.1", 5000)}


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


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765"])
def test_a_name_that_somebody_else_has_pointed_here_is_refused(host: str, assets: Path):
    assert answered(gate_before(Behind(), assets), scope_of("/", host=host))[0] == 421


@pytest.mark.parametrize(
    "host",
    [
        "", "[", "evil@127.0.0.1", "localhost/x", "127.0.0.1:18999;x", "localhost?x", "localhost#x", "localhost:", "localhost:x",
        "localhost:8765:8765", "localhost ", "localhost\t", "localhost\n", "localhost;", "localhost\\x", "::1", "[::1", "[::1]x",
        "[127.0.0.1]",
        "[localhost]", "[::1%lo]", "localhost:\u0661", "l\u00f6calhost", "localhost, localhost",
    ],
)  # fmt: skip
@pytest.mark.parametrize("served_on", ["127.0.0.1", "0.0.0.0"])
def test_a_host_that_is_no_name_with_a_port_is_refused_and_stands_in_no_header(host: str, served_on: str, assets: Path):
    behind = Behind()
    status, headers, _ = answered(gate_before(behind, assets, served_on), scope_of("/", host=host))
    assert (status, behind.reached) == (421, [])
    assert headers == {**headers, **headers_of_answers("")}


def test_two_hosts_are_refused(assets: Path):
    scope = scope_of("/")
    scope["headers"].insert(0, (b"host", b"evil.example"))
    assert answered(gate_before(Behind(), assets), scope)[0] == 421


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1:8765", "[::1]:8765", "[::1]", "LOCALHOST", "localhost."])
def test_this_machine_is_asked_for_by_all_its_own_names(host: str, assets: Path):
    assert answered(gate_before(Behind(), assets), scope_of("/", host=host))[0] == 200


def test_served_for_others_any_address_will_do_and_names_that_were_given(assets: Path):
    gate = gate_before(Behind(), assets, "0.0.0.0", "samvirke.example.org")
    statuses = {host: answered(gate, scope_of("/", host=host))[0] for host in ("10.1.2.3:8765", "samvirke.example.org", "evil.example")}
    assert statuses == {"10.1.2.3:8765": 200, "samvirke.example.org": 200, "evil.example": 421}


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example", "null", "", "http://127.0.0.1:9999", "http://[", f"file://{HERE}", f"ftp://{HERE}", f"ws://{HERE}",
        f"//{HERE}", f"chrome-extension://{HERE}", f"http://{HERE}/x", f"http://x@{HERE}",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("path", "method"), [CONNECTION, CLOSING])
def test_another_page_in_the_same_browser_cannot_connect_or_close(origin: str, path: str, method: str, assets: Path):
    behind = Behind()
    assert answered(gate_before(behind, assets), scope_of(f"{path}?session_id=1", method, origin=origin))[0] in (403, 1008)
    assert behind.reached == []


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_page_of_ours_may_close_also_where_a_proxy_adds_https(scheme: str, assets: Path):
    path, method = CLOSING
    assert answered(gate_before(Behind(), assets), scope_of(f"{path}?session_id=1", method, origin=f"{scheme}://{HERE}"))[0] == 200


@pytest.mark.parametrize(("path", "method"), [CONNECTION, CLOSING])
def test_where_the_proxy_says_https_a_page_that_came_by_http_is_another(path: str, method: str, assets: Path):
    gate = gate_before(Behind(), assets)
    scheme = "wss" if method == "WEBSOCKET" else "https"
    pages = [scope_of(f"{path}?session_id=1", method, origin=f"{each}://{HERE}") for each in ("http", "https")]
    refusals = [gate.refusal(Asked.of({**page, "scheme": scheme})) for page in pages]
    assert refusals == [(403, "Another page may not ask for this."), None]


@pytest.mark.parametrize("query", ["", "?", "?session_id", "?session_id=", "?session_id=1&session_id=", "?other=1"])
@pytest.mark.parametrize(("path", "method"), [CONNECTION, CLOSING])
def test_who_does_not_say_which_page_it_is_for_is_refused(query: str, path: str, method: str, assets: Path):
    behind = Behind()
    for more in ({}, {"origin": f"http://{HERE}"}):
        assert answered(gate_before(behind, assets), scope_of(path + query, method, **more))[0] in (400, 1008)
    assert behind.reached == []


def connection_of(cookie: str, address: str = "127.0.0.1") -> dict[str, Any]:
    path, method = CONNECTION
    scope = scope_of(f"{path}?session_id=1", method, origin=f"http://{HERE}", cookie=f"solara-session-id={cookie}")
    return {**scope, "client": (address, 5000)}


def connected(gate: Gate, behind: Behind, scopes: list[dict[str, Any]]) -> list[Any]:
    """What is sent to those who are refused, where all these try to connect at once; then all is closed."""
    refusals: list[Any] = []

    async def send(message: Any) -> None:
        refusals.append(message)

    async def connect() -> None:
        tasks = [asyncio.create_task(gate(scope, None, send)) for scope in scopes]  # type: ignore[arg-type]
        await asyncio.sleep(0)
        behind.held.set()
        await asyncio.gather(*tasks)

    asyncio.run(connect())
    return refusals


def test_one_browser_cannot_take_all_connections(assets: Path):
    behind = Behind()
    gate = gate_before(behind, assets)
    refusals = connected(gate, behind, [*[connection_of("one")] * (MOST_CONNECTIONS + 30), connection_of("another")])
    assert (len(behind.reached), len(refusals)) == (MOST_CONNECTIONS + 1, 30)
    assert gate.refusal(Asked.of(connection_of("one"))) is None, "what was closed counts no more"


def test_one_address_cannot_take_all_connections_by_inventing_cookies(assets: Path):
    behind = Behind()
    gate = gate_before(behind, assets)
    invented = [connection_of(f"made-up-{number}") for number in range(MOST_CONNECTIONS_OF_AN_ADDRESS + 30)]
    refusals = connected(gate, behind, [*invented, connection_of("another", "10.0.0.2")])
    assert (len(behind.reached), len(refusals)) == (MOST_CONNECTIONS_OF_AN_ADDRESS + 1, 30)
    assert gate.refusal(Asked.of(connection_of("made-up"))) is None, "what was closed counts no more"


def test_all_addresses_that_one_client_of_version_6_can_choose_count_as_one(assets: Path):
    behind = Behind()
    gate = gate_before(behind, assets)
    chosen = [connection_of(f"made-up-{number}", f"2001:db8:1:2::{number:x}") for number in range(MOST_CONNECTIONS_OF_AN_ADDRESS + 30)]
    refusals = connected(gate, behind, [*chosen, connection_of("another", "2001:db8:1:3::1")])
    assert (len(behind.reached), len(refusals)) == (MOST_CONNECTIONS_OF_AN_ADDRESS + 1, 30)


def test_addresses_of_version_4_count_each_also_as_version_6_writes_them():
    assert [counted_address(each) for each in ("10.0.0.1", "::ffff:10.0.0.1", "::ffff:10.0.0.2", "")] == ["10.0.0.1"] * 2 + ["10.0.0.2", ""]


def test_the_page_is_told_the_address_by_the_gate_and_not_by_the_visitor(assets: Path):
    behind = Behind()
    scope = connection_of("one", "10.0.0.2")
    scope["headers"].append((ADDRESS.encode(), b"10.9.9.9"))
    connected(gate_before(behind, assets), behind, [scope])
    assert [value for name, value in behind.reached[0]["headers"] if name == ADDRESS.encode()] == [b"10.0.0.2"]


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
