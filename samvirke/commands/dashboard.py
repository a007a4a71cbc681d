"""The command `dashboard`, as it is typed."""

from typing import Annotated

import typer

from samvirke.terminal.refusals import reports_errors


@reports_errors
def dashboard(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to serve the page on.")] = 8765,
    host: Annotated[
        str,
        typer.Option(help="Address to serve on (0.0.0.0: the network can reach it; the default: only this machine can)."),
    ] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None, typer.Option(help="Another name the page is asked for by, as a proxy passes it on; repeatable.", metavar="NAME")
    ] = None,
    prefix: Annotated[str, typer.Option(help="Path that a proxy serves it at, as /samvirke.", metavar="/PATH")] = "",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
) -> None:
    """Open the dashboard: simulated partnerships on the screen, and what changes when a lever moves."""
    from samvirke.terminal.dashboard import serve

    serve(port, host, browser=not no_browser, allowed=allow_host or (), prefix=prefix)
