"""The command `dashboard`: serve the page on this machine, or for others when that is asked for."""

import gc
import os
import re
import socket
import threading
import time
import warnings
import webbrowser
from collections.abc import Sequence
from importlib.util import find_spec

import typer

from samvirke.model.errors import UnknownNameError, shown
from samvirke.viz.dashboard.server import is_loopback

LOOPBACK = "127.0.0.1"
PREFIX = re.compile(r"(/[A-Za-z0-9._~-]+)+")
LARGEST_MESSAGE = 1 << 20  # bytes: what a page sends is a click, a slider or a query
APP = "samvirke.viz.dashboard.app"
FOR_OTHERS = (
    "Everybody who can reach {host} on this network can open the page. It has no login of its own: put it behind one, "
    "or keep to a network you trust."
)
SETTINGS = {
    "SOLARA_APP": APP,
    "SOLARA_MODE": "production",
    "SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False",
    "SOLARA_THEME_SHOW_BANNER": "False",
    "SOLARA_THEME_LOADER": "plain",
    "SOLARA_THEME_TITLE": "Samvirke",
    "SOLARA_ASSETS_FONTAWESOME_ENABLED": "False",
    "SOLARA_KERNEL_CULL_TIMEOUT": "2m",
}
"""Settings of the page's server: nothing is fetched from outside, nothing is reported, closed pages are removed."""


def serve(port: int, host: str, *, browser: bool, allowed: Sequence[str] = (), prefix: str = "") -> None:
    """Serve until interrupted; `allowed` are further names it may be asked for by, `prefix` the path that a proxy serves it at.

    Raises UnknownNameError for a port that is taken, or a host or a prefix that cannot be.
    """
    _refuse_what_cannot_be(host, port, prefix)
    os.environ.update(settings_for(host, prefix))
    address = f"http://{_written(host)}:{port}"
    if not is_loopback(host):
        typer.echo(FOR_OTHERS.format(host=host))
    if find_spec("solara_assets") is None:
        typer.echo("Each browser fetches the page's parts from the internet. To have them here: pip install 'samvirke[offline]'")
    typer.echo(f"The dashboard: {address}\nStop it with Ctrl+C.")
    if browser:
        threading.Thread(target=_open_when_there, args=(address, host, port), daemon=True).start()
    _run(host, port, allowed)


def settings_for(host: str, prefix: str = "") -> dict[str, str]:
    """What the page's server is told. What stays on this machine is not packed: that would take longer than it saves.

    Where the assets are not installed, each browser fetches them itself: this server fetches nothing from outside for anybody.
    """
    return {
        **SETTINGS,
        "SOLARA_SERVER_HTTP_GZIP": str(not is_loopback(host)),
        "SOLARA_ROOT_PATH": prefix,
        "SOLARA_ASSETS_PROXY": str(find_spec("solara_assets") is not None),
    }


def _run(host: str, port: int, allowed: Sequence[str]) -> None:
    gc.disable()  # until the model is there: what is imported stays, and to look for garbage among it takes half a second
    # for pages that embed this one in a frame; here there are none
    warnings.filterwarnings("ignore", message="Cookies with samesite=none")
    import uvicorn

    from samvirke.viz.dashboard import warming
    from samvirke.viz.dashboard.server import guarded

    server = guarded(host, allowed)  # imports the page, too: what makes ready must not meet half a module
    warming.begin()
    try:
        uvicorn.run(server, host=host, port=port, log_level="warning", ws_max_size=LARGEST_MESSAGE, server_header=False)
    finally:
        warming.end()


def _written(host: str) -> str:
    """As an address of a page has it: one of version 6 stands in brackets."""
    return "localhost" if host == "0.0.0.0" else f"[{host}]" if ":" in host else host


def _refuse_what_cannot_be(host: str, port: int, prefix: str) -> None:
    if prefix and not PREFIX.fullmatch(prefix):
        raise UnknownNameError(f"--prefix {shown(prefix)}: must be a path that begins with / and does not end with one, as /samvirke")
    try:
        family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(place)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnknownNameError(
            f"--host {host} --port {port}: nothing can be served there ({reason}); try another, as --port 8766"
        ) from None


def _open_when_there(address: str, host: str, port: int) -> None:
    """Open the browser as soon as the server answers; where it serves every address, this machine's own is asked."""
    asked = LOOPBACK if host == "0.0.0.0" else host
    for _ in range(300):
        if _answers(asked, port):
            webbrowser.open(address)
            return
        time.sleep(0.1)


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1.0):
            return True
    except OSError:
        return False
