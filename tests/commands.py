"""Commands as a person types them, and what they print."""

from typer.testing import CliRunner, Result

from samvirke.command_line import app

BAD_INPUT, FAILED, INTERRUPTED = 2, 1, 130


def typed(*words: str) -> Result:
    return CliRunner().invoke(app, list(words), prog_name="samvirke")


def refused(*words: str) -> str:
    """What stands on stderr when bad input was refused: sentences, and nothing else."""
    result = typed(*words)
    assert result.exit_code == BAD_INPUT, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr
