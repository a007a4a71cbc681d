"""The command `evidence`: where a number comes from, or what a question of the questionnaire means."""

import textwrap
from collections.abc import Mapping

import typer
from rich.console import Console
from rich.table import Table

from samvirke.analysis.calibration.posterior import DRAWN, FITTED, Posterior, Status, posterior_of, status_of
from samvirke.model.errors import UnknownNameError, nearest
from samvirke.model.items import ITEMS, SCALES
from samvirke.model.levers import AS_ANSWERED, BY_ITSELF, IN_COMMON, LEVERS, NOT_DRAWN
from samvirke.model.mechanisms import MECHANISMS
from samvirke.model.parameters import FREE, PROCESS_OF, REGISTRY, Fixed, LogUniform, Parameter, Uniform
from samvirke.model.parameters.forms import FORMS, Form
from samvirke.model.scenario import read_scenario
from samvirke.model.scenario.library import DEFAULT_SCENARIO
from samvirke.model.scenario.values import DECLARED_VARIANTS

WIDTH = 100
LABEL = 14
SHORT = {FITTED: "fitted", DRAWN: "drawn"}
NOT_DECIDED = {
    "anchoring_start_month": "-1: no month is decided; a partnership then begins by chance, more likely as the end of the grant comes near"
}
"""Levers whose default is no value: what happens then."""
WHERE_NOBODY_SETS_IT = {
    IN_COMMON: "it is drawn for each partnership around the default, in part together with other practices",
    BY_ITSELF: "it is drawn for each partnership around the default",
    AS_ANSWERED: "it is drawn for each partnership from the reported answers",
    NOT_DRAWN: "it is the default in every partnership",
}


def list_all() -> None:
    """Every number of the model by chapter, then what the rules' forms fix, the structural choices, the questions and the mechanisms."""
    console = Console(width=None if Console().is_terminal else 120)
    posterior = shipped_posterior()
    for chapter in dict.fromkeys(PROCESS_OF.values()):
        table = _list_of(chapter, "unit", "default", "is", "meaning")
        for name, parameter in REGISTRY.items():
            if PROCESS_OF[name] == chapter:
                kind = SHORT.get(status_of(name, posterior).kind, "fixed")
                table.add_row(name, parameter.unit, f"{parameter.default:g}", kind, parameter.meaning)
        console.print(table)
    table = _list_of("fixed by the form of a rule, the same in every run", "value", "is", "meaning")
    for form in FORMS.values():
        table.add_row(form.name, _value_of(form), "assumed" if form.source.startswith("assumed") else "given", form.meaning)
    console.print(table)
    table = _list_of("structural choices, [variant] in a scenario", "default", "others", "meaning")
    for name, variant in DECLARED_VARIANTS.items():
        first, *others = variant.choices
        table.add_row(name, first, ", ".join(others), variant.meaning)
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
    """Everything declared about a parameter, constant, lever, choice, question or mechanism.

    Raises UnknownNameError with the nearest names.
    """
    name = name.upper() if name.upper() in FORMS else name
    if not any(name in known for known in (REGISTRY, FORMS, LEVERS, DECLARED_VARIANTS, ITEMS, MECHANISMS)):
        raise UnknownNameError(_no_such(name))
    parts = []
    if name in MECHANISMS:
        parts.append(_lines(name, _of_mechanism(name)))
    if name in REGISTRY:
        parts.append(_lines(name, _of_parameter(REGISTRY[name], shipped_posterior())))
    if name in FORMS:
        parts.append(_lines(name, _of_form(FORMS[name])))
    if name in DECLARED_VARIANTS:
        parts.append(_lines(name, _of_variant(name)))
    if name in LEVERS:
        parts.append(_lines("lever", _of_lever(name)))
    if name in ITEMS:
        parts.append(_lines("question" if parts else name, _of_item(name)))
    typer.echo("\n\n".join(parts))


def shipped_posterior() -> Posterior | None:
    """The posterior that ensembles are drawn from where a scenario has none of its own."""
    return posterior_of(read_scenario(DEFAULT_SCENARIO))


def _no_such(name: str) -> str:
    known = [*REGISTRY, *FORMS, *DECLARED_VARIANTS, *ITEMS, *LEVERS, *MECHANISMS]
    containing = [each for each in known if name and name.lower() in each.lower()]
    close = list(dict.fromkeys([*filter(None, [nearest(name, known)]), *containing]))[:5]
    near = f"near it: {', '.join(close)}" if close else "samvirke evidence, without a name, lists them all"
    return f'evidence: there is no parameter, constant, lever, choice, question or mechanism "{name}"; {near}'


def _of_parameter(parameter: Parameter, posterior: Posterior | None) -> Mapping[str, str]:
    off = {} if parameter.neutral is None else {"switched off": f"at {parameter.neutral:g}"}
    status = in_words(status_of(parameter.name, posterior), posterior)
    is_drawn = parameter.name in LEVERS and LEVERS[parameter.name].drawn != NOT_DRAWN
    of_a_lever = " (each partnership is drawn around it)" if is_drawn else ""
    return {
        "meaning": parameter.meaning,
        "unit": parameter.unit,
        "default": NOT_DECIDED.get(parameter.name, f"{parameter.default:g}"),
        "status": status + of_a_lever,
        "prior": _prior_in_words(parameter.prior),
        "bounds": f"{parameter.low:g} to {parameter.high:g}",
        **off,
        "mechanism": "; ".join(_with_its_claim(code) for code in parameter.mechanism.split()),
        "chapter": PROCESS_OF[parameter.name],
        "source": "none: no figure to take it from" if parameter.source == FREE else parameter.source,
    }


def in_words(status: Status, posterior: Posterior | None) -> str:
    """Whether it is fitted, drawn in every ensemble, or fixed."""
    if status.kind == FITTED and posterior is not None:
        return (
            f"fitted to the answers from {posterior.about['scenario']}: posterior mean {status.mean:.3g}, "
            f"90 % interval {status.low:.3g} to {status.high:.3g}"
        )
    if status.kind == DRAWN:
        return "not fitted; drawn in every ensemble between its default and its prior, as far as a fitted spread says"
    return "fixed: the same in every run"


def _value_of(form: Form) -> str:
    values = form.value if isinstance(form.value, tuple) else (form.value,)
    return ", ".join("no number" if value is None else f"{value:.4g}" for value in values)


def _of_form(form: Form) -> Mapping[str, str]:
    return {
        "meaning": form.meaning,
        "value": _value_of(form),
        "status": "fixed by the form of a rule: the same in every run, neither drawn nor fitted",
        "mechanism": "; ".join(_with_its_claim(code) for code in form.mechanism.split()),
        "stands in": form.where.replace(".", "/") + ".py",
        "source": form.source,
    }


def _of_variant(name: str) -> Mapping[str, str]:
    variant = DECLARED_VARIANTS[name]
    first = next(iter(variant.choices))
    return {
        "meaning": variant.meaning,
        **{f"{choice}": wording for choice, wording in variant.choices.items()},
        "status": f"fixed: {first} unless a scenario chooses another",
        "how": f'in a scenario file: [variant] {name} = "{first}"',
        "mechanism": _with_its_claim(variant.mechanism),
        "source": variant.source,
    }


def _with_its_claim(code: str) -> str:
    return f"{code}: {MECHANISMS[code].claim}" if code in MECHANISMS else code


def _of_mechanism(code: str) -> Mapping[str, str]:
    mechanism = MECHANISMS[code]
    by_form = {"fixed by form": ", ".join(each.name for each in mechanism.forms)} if mechanism.forms else {}
    return {
        "claim": mechanism.claim,
        "source": "; ".join(mechanism.sources),
        "parameters": ", ".join(each.name for each in mechanism.parameters) or "none of its own",
        **by_form,
        "rules": ", ".join(f"{each.name} ({each.module.replace('.', '/')}.py)" for each in mechanism.rules),
    }


def _prior_in_words(prior: Uniform | LogUniform | Fixed) -> str:
    match prior:
        case Uniform(low, high):
            return f"uniform from {low:g} to {high:g}"
        case LogUniform(low, high):
            return f"log-uniform from {low:g} to {high:g}"
        case Fixed():
            return "fixed: a convention or a conversion"


def _of_lever(name: str) -> Mapping[str, str]:
    field = LEVERS[name]
    return {
        "meaning": field.meaning,
        "unit": field.unit,
        "range": f"{field.low:g} to {field.high:g}",
        "how": f"set it with --set {name}=VALUE; where nobody sets it, {_where_nobody_sets_it(name)}",
    }


def _where_nobody_sets_it(name: str) -> str:
    return "no month is decided" if name in NOT_DECIDED else WHERE_NOBODY_SETS_IT[LEVERS[name].drawn]


def _of_item(name: str) -> Mapping[str, str]:
    item = ITEMS[name]
    scale = SCALES[item.scale]
    asked = "counted from other answers" if item.counted else "at the grant's end" if item.declared else "in every questionnaire"
    return {
        "0 is": item.zero,
        "1 is": item.one,
        "answers": ", ".join(f"{code} {label}" for code, label in zip(scale.codes, scale.labels, strict=True)),
        "asked": asked,
    }


def _lines(title: str, wording: Mapping[str, str]) -> str:
    width = max(LABEL, *(len(label) + 1 for label in wording))
    return "\n".join([title, *(_line(label, text, width) for label, text in wording.items())])


def _line(label: str, text: str, width: int) -> str:
    first = f"  {label:{width}}"
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False)
