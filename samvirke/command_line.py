"""The command line. Each command imports what it needs only when it is called, so that help is there at once."""

import typer

from samvirke import commands_on_files, commands_on_lives, commands_on_sweeps, commands_on_the_model

app = typer.Typer(
    name="samvirke",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for part in (commands_on_lives, commands_on_sweeps, commands_on_files, commands_on_the_model):
    app.add_typer(part.commands)


@app.callback()
def samvirke() -> None:
    """Local partnerships, month by month: who comes to trust whom, whom they reach, and what is left when the grant ends.

    Begin with: samvirke run one-partnership
    """
