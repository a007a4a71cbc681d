"""What the dashboard's server answers, and to whom: a gate before Solara's own server.

Solara's server trusts every client: its helper for assets removes folders and fetches from outside on request, a header decides
where scripts come from, and neither Host nor Origin is looked at. So only the routes of `ROUTES` are answered, files only where they are
there, and only to pages of ours, of which so many may be open.
"""

import socket
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterable, MutableMapping
from ipaddress import ip_address
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from samvirke.viz.dashboard.request import Asked, Scope

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

READ = ("GET", "HEAD")
ROUTES: dict[str, tuple[str, ...]] = {
    "/": READ,
    "/readyz": READ,
    "/jupyter/api/kernels/": (*READ, "WEBSOCKET"),
    "/_solara/api/close/": ("POST",),
    "/_solara/cdn/": READ,
    "/static/": READ,
    "/jupyter/nbextensions/": READ,
}
"""Everything that is answered, and how it may be asked for: a path, or the beginning of one that ends with a slash."""

ASSETS = "/_solara/cdn/"
MOST_CONNECTIONS = 12
MOST_CONNECTIONS_OF_AN_ADDRESS = 48
"""Open connections of one browser, and of one address: a page holds one, also one too many, and for a moment two when it is reloaded."""
MOST_PAGES = 40
MOST_PAGES_OF_AN_ADDRESS = 36
MOST_PAGES_OF_A_BROWSER = 10
"""Open pages: each holds runs of its own, so there is a limit for all, and one for each browser.

A browser's number is what the client says, so there is a limit for each address, too. A whole workshop may share an address.
"""
ADDRESS = "x-samvirke-address"
"""The header in which the gate tells the page who connects."""
NOT_FOR_VISITORS_TO_SAY = (b"script-name", b"x-script-name", b"x-forwarded-host", b"x-forwarded-prefix", ADDRESS.encode())
"""Headers that Solara would take for the address that it is served at, and the gate's own."""
HOSTS_OF_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")

_open: dict[object, tuple[str, str]] = {}
"""The browser and the address of each open page."""
_lock = Lock()


def headers_of_answers(host: str, cdn: str = "") -> dict[str, str]:
    """Security headers of every answer: load what comes from here (and from `cdn`, where the assets are not here), in no frame."""
    return {
        "content-security-policy": "; ".join(
            (
                f"default-src 'self' {cdn}".strip(),
                f"script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: {cdn}".strip(),  # Vue compiles its templates in the browser
                f"style-src 'self' 'unsafe-inline' {cdn}".strip(),
                "img-src 'self' data: blob:",
                f"font-src 'self' data: {cdn}".strip(),
                f"connect-src 'self' ws://{host} wss://{host} {cdn}".strip(),
                "worker-src 'self' blob:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'",
            )
        ),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }


def hosts_served(host: str, named: Iterable[str] = ()) -> frozenset[str]:
    """The names a page may be asked for by, where it is served on `host`; `named` are further ones, as a proxy passes them on."""
    own = () if is_loopback(host) else (socket.gethostname(), socket.getfqdn(), f"{socket.gethostname()}.local", host)
    return frozenset(each.lower().rstrip(".") for each in (*HOSTS_OF_THIS_MACHINE, *own, *named) if each)


def is_loopback(host: str) -> bool:
    """Whether it is seen from this machine only."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


class Gate:
    """An ASGI application that answers for another what may be asked of it.

    `hosts` are the names it is served at; with `addresses` any numeric address will do too (a foreign name that points here
    will not). `assets` is the folder of files that pages load.
    """

    def __init__(self, app: App, hosts: Collection[str], assets: Path, *, addresses: bool = False, cdn: str = "") -> None:
        self._app, self._hosts, self._assets, self._addresses, self._cdn = app, hosts, assets.resolve(), addresses, cdn
        self._of_visitors: Counter[str] = Counter()
        self._of_addresses: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        asked = Asked.of(scope)
        refused = self.refusal(asked)
        if refused is not None:
            await _refuse(scope, send, *refused)
        elif asked.method == "WEBSOCKET":
            await self._connect(asked, scope, receive, send)
        else:
            await self._app(_without_headers(scope), receive, _with_headers(send, headers_of_answers(asked.host, self._cdn)))

    def refusal(self, asked: Asked) -> tuple[int, str] | None:
        """The status and the sentence with which a request is refused; None if it is answered."""
        if not self._is_served_at(asked.hostname):
            return 421, "This address is not served here. See: samvirke dashboard --help, --allow-host"
        methods = next((how for route, how in ROUTES.items() if _is_on(asked.path, route)), None)
        if methods is None or (asked.path.startswith(ASSETS) and not self._is_there(asked.path)):
            return 404, "There is nothing here."
        if asked.method not in methods:
            return 405, "This cannot be done here."
        if asked.method not in READ and not asked.is_same_origin:
            return 403, "Another page may not ask for this."
        if asked.method not in READ and not asked.page:
            return 400, "The request does not say which page it is for."
        return self._refusal_of_one_more(asked) if asked.method == "WEBSOCKET" else None

    def _refusal_of_one_more(self, asked: Asked) -> tuple[int, str] | None:
        if self._of_visitors[asked.visitor] >= MOST_CONNECTIONS:
            return 403, "Too many pages are open in this browser."
        if self._of_addresses[asked.address] >= MOST_CONNECTIONS_OF_AN_ADDRESS:
            return 403, "Too many pages are open at this address."
        return None

    def _is_served_at(self, name: str) -> bool:
        return name in self._hosts or (self._addresses and _is_address(name))

    def _is_there(self, path: str) -> bool:
        """Whether a path of an asset is a regular file below the folder of assets."""
        inside = path.removeprefix(ASSETS)
        try:
            file = (self._assets / (inside if "/" in inside else f"{inside}/__main.js")).resolve()
            return bool(inside) and "\\" not in inside and file.is_relative_to(self._assets) and file.is_file()
        except (OSError, ValueError):  # a name that no file can have
            return False

    async def _connect(self, asked: Asked, scope: Scope, receive: Receive, send: Send) -> None:
        counted = ((self._of_visitors, asked.visitor), (self._of_addresses, asked.address))
        for counter, who in counted:
            counter[who] += 1
        try:
            await self._app(_without_headers(scope, (ADDRESS.encode(), asked.address.encode())), receive, send)
        finally:
            for counter, who in counted:
                _count_down(counter, who)


def _count_down(counter: Counter[str], who: str) -> None:
    counter[who] -= 1
    if not counter[who]:
        del counter[who]


def _is_on(path: str, route: str) -> bool:
    return path == route or (route != "/" and route.endswith("/") and path.startswith(route))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _without_headers(scope: Scope, *more: tuple[bytes, bytes]) -> Scope:
    """The request without the headers that are not for visitors to say, and with `more` of our own."""
    kept = ((name, value) for name, value in scope["headers"] if name.lower() not in NOT_FOR_VISITORS_TO_SAY)
    return {**scope, "headers": [*kept, *more]}


def _with_headers(send: Send, more: dict[str, str]) -> Send:
    """Sends answers with these headers besides their own."""
    encoded = [(name.encode(), value.encode("latin-1", "replace")) for name, value in more.items()]

    async def sending(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), *encoded]}
        await send(message)

    return sending


async def _refuse(scope: Scope, send: Send, status: int, sentence: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": sentence})
        return
    body = sentence.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    sending = _with_headers(send, headers_of_answers(""))
    await sending({"type": "http.response.start", "status": status, "headers": headers})
    await sending({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def guarded(host: str, allowed: Iterable[str] = ()) -> Gate:
    """The dashboard's server behind its gate, as it is served on `host`. Solara's settings must be in the environment by now."""
    import solara.server.settings as server
    import solara.settings
    from solara.server.starlette import app

    proxied = solara.settings.assets.proxy
    cdn = "" if proxied else "{0.scheme}://{0.netloc}".format(urlsplit(str(solara.settings.assets.cdn)))
    hosts, assets = hosts_served(host, allowed), Path(server.assets.proxy_cache_dir)
    return Gate(app, hosts, assets, addresses=not is_loopback(host), cdn=cdn)


def take_a_place(browser: str = "", address: str = "") -> object | None:
    """A place for one more page of a browser at an address; None if all are taken, or all that one of the two may have."""
    with _lock:
        if most_for(browser, address) is not None:
            return None
        place = object()
        _open[place] = browser, address
        return place


def most_for(browser: str = "", address: str = "") -> int | None:
    """How many pages may be open where one more may not; None where it may."""
    of_browser, of_address = (sum(each[which] == who for each in _open.values()) for which, who in enumerate((browser, address)))
    if browser and of_browser >= MOST_PAGES_OF_A_BROWSER:
        return MOST_PAGES_OF_A_BROWSER
    if address and of_address >= MOST_PAGES_OF_AN_ADDRESS:
        return MOST_PAGES_OF_AN_ADDRESS
    return MOST_PAGES if len(_open) >= MOST_PAGES else None


def give_back(place: object | None) -> None:
    """The page is closed."""
    with _lock:
        _open.pop(place, None)
