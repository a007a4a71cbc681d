"""What a request to the dashboard's server says of itself, read strictly: what is not of the known form counts as not said."""

import re
from collections.abc import MutableMapping
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
HOST = re.compile(r"(?:(?P<name>[a-z0-9_][a-z0-9_.-]*)|\[(?P<v6>[0-9a-f.]*:[0-9a-f:.]*)\])(?::[0-9]{1,5})?", re.ASCII | re.IGNORECASE)
COOKIES = ("solara-session-id", "solara-session-id-lax")


@dataclass(frozen=True)
class Asked:
    """One request: what the gate checks.

    `secure` is whether it is known to have come by https, `address` the network address whose requests are counted together; `page`
    is the number of the page that asks, `cookie` that of its browser, both as the client says.
    """

    method: str
    path: str
    host: str
    origin: str | None
    address: str
    secure: bool = False
    cookie: str = ""
    page: str = ""

    @staticmethod
    def of(scope: Scope) -> "Asked":
        """From what the server passes on (ASGI)."""
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        method = "WEBSOCKET" if scope["type"] == "websocket" else str(scope["method"])
        address = counted_address((scope.get("client") or ("",))[0])
        secure, cookie = scope.get("scheme") in ("https", "wss"), _cookie(headers.get("cookie", ""))
        return Asked(method, scope["path"], _only_host(scope), headers.get("origin"), address, secure, cookie, _page(scope))

    @property
    def visitor(self) -> str:
        """Whose connections are counted together: a browser's; without cookies, all of an address."""
        return self.cookie or self.address

    @property
    def hostname(self) -> str:
        """The name it is asked for by; empty if Host is anything but a name or an address, with or without a port."""
        found = HOST.fullmatch(self.host)
        return (found["name"] or found["v6"]).lower().rstrip(".") if found else ""

    @property
    def is_same_origin(self) -> bool:
        """Whether the page that asks came from here: browsers send its origin with every connection and form.

        Where the request is known to have come by https the page must have, too; else both will do, because a proxy may add https.
        """
        if self.origin is None:
            return self.method != "WEBSOCKET"
        schemes = ("https",) if self.secure else ("http", "https")
        return self.origin.lower() in {f"{scheme}://{self.host}".lower() for scheme in schemes}


def counted_address(address: str) -> str:
    """What is counted as one address: of version 6 the network /64, in which one client can choose its addresses freely."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return str(known)
    return str(known.ipv4_mapped or IPv6Network((int(known) >> 64 << 64, 64)))


def _only_host(scope: Scope) -> str:
    """The header Host; empty where two of them leave open which one holds."""
    hosts = [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"host"]
    return hosts[0] if len(hosts) == 1 else ""


def _cookie(cookies: str) -> str:
    """The number that Solara ties a browser to."""
    pairs = (each.strip().partition("=") for each in cookies.split(";"))
    return next((value for name, _, value in pairs if name in COOKIES), "")


def _page(scope: Scope) -> str:
    """The number that Solara ties a page to."""
    return parse_qs(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True).get("session_id", [""])[-1]
