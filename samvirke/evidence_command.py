"""The command `evidence`: where a number comes from, or what a question of the questionnaire means."""

import textwrap
from collections.abc import Mapping

import typer
from rich.console import Console
from rich.table import Table

from analysis.mechanisms import MECHANISMS
from model.items import ITEMS, SCALES
from model.levers import LEVERS
from model.parameters import PROCESS_OF, REGISTRY, Fixed, LogUniform, Parameter, Uniform
from model.scenario.errors import nearest
from samvirke.refusals import UnknownNameError

WIDTH = 100
LABEL = 14


def list_all() -> None:
    """Every number of the model by chapter, then the questions."""
    console = Console(width=None if Console().is_terminal else 120)
    for chapter in dict.fromkeys(PROCESS_OF.values()):
        table = _list_of(chapter, "unit", "default", "meaning")
        for name, parameter in REGISTRY.items():
            if PROCESS_OF[name] == chapter:
                table.add_row(name, parameter.unit, f"{parameter.default:g}", parameter.meaning)
        console.print(table)
    table = _list_of("questions of the questionnaire", "scale", "0 is", "1 is")
    for item in ITEMS.values():
        table.add_row(item.name, item.scale, item.zero, item.one)
    console.print(table)
    table = _list_of("mechanisms, by the codes that stand in the rules", "claim")
    for mechanism in MECHANISMS.values():
        table.add_row(mechanism.code, mechanism.claim)
    console.print(table)
    console.print("More about one: samvirke evidence NAME")


def _list_of(title: str, *columns: str) -> Table:
    table = Table("name", *columns, title=title[:1].upper() + title[1:], title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.columns[0].no_wrap = True
    return table


def tell(name: str) -> None:
    """Everything that is declared about a parameter, lever, question or mechanism. Raises UnknownNameError with the nearest names."""
    if name not in REGISTRY and name not in LEVERS and name not in ITEMS and name not in MECHANISMS:
        raise UnknownNameError(_no_such(name))
    parts = []
    if name in MECHANISMS:
        parts.append(_lines(name, _of_mechanism(name)))
    if name in REGISTRY:
        parts.append(_lines(name, _of_parameter(REGISTRY[name])))
    if name in LEVERS:
        parts.append(_lines("lever", _of_lever(name)))
    if name in ITEMS:
        parts.append(_lines("question" if parts else name, _of_item(name)))
    typer.echo("\n\n".join(parts))


def _no_such(name: str) -> str:
    known = [*REGISTRY, *ITEMS, *LEVERS, *MECHANISMS]
    containing = [each for each in known if name and name.lower() in each]
    close = list(dict.fromkeys([*containing, *filter(None, [nearest(name, known)])]))[:5]
    return f'evidence: there is no parameter, lever, question or mechanism "{name}"; near it: {", ".join(close)}'


def _of_parameter(parameter: Parameter) -> Mapping[str, str]:
    off = {} if parameter.neutral is None else {"switched off": f"at {parameter.neutral:g}"}
    return {
        "meaning": parameter.meaning,
        "unit": parameter.unit,
        "default": f"{parameter.default:g}",
        "prior": _prior_in_words(parameter.prior),
        "bounds": f"{parameter.low:g} to {parameter.high:g}",
        **off,
        "mechanism": "; ".join(_with_its_claim(code) for code in parameter.mechanism.split()),
        "chapter": PROCESS_OF[parameter.name],
        "source": parameter.source,
    }


def _with_its_claim(code: str) -> str:
    return f"{code}: {MECHANISMS[code].claim}" if code in MECHANISMS else code


def _of_mechanism(code: str) -> Mapping[str, str]:
    moved = [name for name, parameter in REGISTRY.items() if code in parameter.mechanism.split()]
    mechanism = MECHANISMS[code]
    return {"claim": mechanism.claim, "source": "; ".join(mechanism.sources), "parameters": ", ".join(moved) or "none of its own"}


def _prior_in_words(prior: Uniform | LogUniform | Fixed) -> str:
    match prior:
        case Uniform(low, high):
            return f"anything between {low:g} and {high:g} alike"
        case LogUniform(low, high):
            return f"between {low:g} and {high:g}, every doubling alike"
        case Fixed():
            return "fixed: a convention or a conversion"


def _of_lever(name: str) -> Mapping[str, str]:
    field = LEVERS[name]
    return {
        "meaning": field.meaning,
        "unit": field.unit,
        "range": f"{field.low:g} to {field.high:g}",
        "how": f"set it with --set {name}=VALUE; where nobody sets it, it is drawn for each partnership around the default",
    }


def _of_item(name: str) -> Mapping[str, str]:
    item = ITEMS[name]
    scale = SCALES[item.scale]
    asked = "counted from other answers" if item.counted else "at the grant's end" if item.declared else "in every questionnaire"
    return {
        "0 is": item.zero,
        "1 is": item.one,
        "answers": ", ".join(f"{code} {label}" for code, label in zip(scale.codes, scale.labels_en, strict=True)),
        "asked": asked,
    }


def _lines(title: str, said: Mapping[str, str]) -> str:
    return "\n".join([title, *(_line(label, text) for label, text in said.items())])


def _line(label: str, text: str) -> str:
    first = f"  {label:{LABEL}}"
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False)
