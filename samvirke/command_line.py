"""The command line. Each command imports what it needs only when it is called, so that help is there at once."""

from importlib import import_module

import typer

COMMANDS = (
    "run", "compare", "explain", "report", "network", "dashboard",
    "sweep", "sensitivity", "discover", "frontier",
    "scenarios", "show", "check", "new", "evidence",
    "calibrate", "validate", "literature", "ablation",
)  # fmt: skip
"""In the order of help: runs and what is told of them, sweeps, scenario files, the model itself. Each is a file in `commands`."""

app = typer.Typer(
    name="samvirke",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for name in COMMANDS:
    app.command()(getattr(import_module(f"samvirke.commands.{name}"), name))


@app.callback()
def samvirke() -> None:
    """Local partnerships, month by month: who comes to trust whom, whom they reach, and what is left when the grant ends.

    Begin with: samvirke run one-partnership
    """
