"""`python -m samvirke`: the command line."""

from samvirke.command_line import app

if __name__ == "__main__":
    app(prog_name="samvirke")
