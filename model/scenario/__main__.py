"""`python -m samvirke.model.scenario` writes the JSON Schema of scenario files beside the built-in ones, for editors."""

from samvirke.model.scenario.schema import write_schema

if __name__ == "__main__":
    print(f"written: {write_schema()}")  # noqa: T201
