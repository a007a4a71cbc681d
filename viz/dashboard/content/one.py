"""One partnership month by month, or the same partnership twice: as it is and with the levers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from markupsafe import Markup, escape

from samvirke.model.language import Language
from samvirke.model.scenario.links import links_of
from samvirke.model.scenario.resolved import Scenario
from samvirke.viz.dashboard.charts import months as course
from samvirke.viz.dashboard.charts.dots import SIGNS, kinds_of, places_of, slots_a_dot, stamps
from samvirke.viz.dashboard.charts.network import network_frame, network_option
from samvirke.viz.dashboard.charts.room import ROOMS, Panels
from samvirke.viz.dashboard.content.glossary import folded
from samvirke.viz.dashboard.content.texts import between, names_of, of_one, part, seven_cs, ticker, when
from samvirke.viz.dashboard.names import partnership_named, partnerships_named
from samvirke.viz.dashboard.runs.followed_run import FollowedRun
from samvirke.viz.words import simulated_alone

AS_IT_IS, OTHER = "network", "other-network"
COURSE, BELOW = "course", "course-below"
Shown = dict[str, Any]
"""By `text:NAME`, `series:CHART:NAME`, `dots:PICTURE` or `until:PICTURE`: what it shows."""


class Staged(Protocol):
    """What changes with the month: one partnership, or all of them."""

    def skeleton(self) -> Markup:
        """Markup with `data-text` and `data-picture` where something comes."""

    def pictures(self) -> dict[str, list[dict[str, Any]]]:
        """By picture: its layers from the back to the front, with all that stays."""

    def shown(self, month: int) -> Shown:
        """What a month shows."""


@dataclass(eq=False)
class OneStage:
    """A run and, if levers are turned, the other one beside it; `since` is the month from which they hold. `large` is for projectors."""

    scenario: Scenario
    run: FollowedRun
    other: FollowedRun | None
    since: str
    language: Language
    large: bool = False

    def __post_init__(self) -> None:
        self._names = names_of(self.run, self.language)
        self._room = ROOMS[self.other is not None, self.large]
        self.shown = lru_cache(maxsize=4)(self._shown)

    def skeleton(self) -> Markup:
        """Where everything stands."""
        case, names = self.run.world.scenario.partnerships[0], partnerships_named(self.scenario, self.language)
        content = {
            "named": partnership_named(case, self.language), "months": self.run.months,
            "alone": simulated_alone(links_of(self.scenario, case.case_id), self.language, names.__getitem__),
            "room": self._room, "glossary": folded(self.language, "one"),
            "signs": [(wording, Markup(drawn)) for wording, drawn in SIGNS.values()],
            "persons_a_dot": self.language.number(self.persons_a_dot),
        }  # fmt: skip
        if self.other is None:
            return part("stage.jinja", "one", self.language, **content)
        return part("stage.jinja", "two", self.language, **content, since=self.since)

    @property
    def persons_a_dot(self) -> float:
        """How many citizens a dot stands for."""
        return self.scenario.persons_per_citizen_of(self.scenario.partnerships[0]) * slots_a_dot(self.run.frame(0).citizen_slots)

    def pictures(self) -> dict[str, list[dict[str, Any]]]:
        """What stays in the pictures."""
        networks = {name: self._network(name, run) for name, run in self._runs()}
        return networks | {name: self._course(name, panels) for name, panels in self._courses()}

    def _shown(self, month: int) -> Shown:
        """What a month shows."""
        shown: Shown = {"text:when": escape(when(self.scenario, month, self.run.months, self.language))}
        for name, run in self._runs():
            shown |= self._run_in(month, name, run)
        if self.other is not None:
            shown["text:between"] = escape(between(self.run.frame(month), self.other.frame(month), self.language))
        until = round(month / self.run.months, 4)
        return shown | {f"until:{name}": until for name, _ in self._courses()}

    def _run_in(self, month: int, name: str, run: FollowedRun) -> Shown:
        frame = run.frame(month)
        drawn = network_frame(frame, self._names, self._room, self.language)
        told = {
            f"text:{name}-said": escape(of_one(run, frame, self.language)),
            f"text:{name}-ticker": ticker(run, month, self.language),
            f"text:{name}-cs": seven_cs(run, frame, self.language),
        }
        return told | {f"dots:{name}": kinds_of(frame)} | {f"series:{name}:{part}": content for part, content in drawn.items()}

    def _runs(self) -> Iterable[tuple[str, FollowedRun]]:
        yield AS_IT_IS, self.run
        if self.other is not None:
            yield OTHER, self.other

    def _courses(self) -> Iterable[tuple[str, Panels]]:
        yield COURSE, self._room.course
        if self._room.below is not None:
            yield BELOW, self._room.below

    def _network(self, name: str, run: FollowedRun) -> list[dict[str, Any]]:
        around = {"name": f"{name}-around", "dots": places_of(run.frame(0), self._room.pixels), "stamps": stamps()}
        return [around, {"name": name, "option": network_option(run.frame(0), self._names, self._room, self.language)}]

    def _course(self, name: str, panels: Panels) -> list[dict[str, Any]]:
        lines = course.lines_of(self.run), None if self.other is None else course.lines_of(self.other)
        axes = course.axes_option(*lines, self.run.months, self.run.grant_end, panels, self.language)
        drawn = course.course_option(*lines, self.run.months, self.run.months, panels, self.language)
        wording = {"language": self.language.code, "month": self.language.gettext("Month")}
        layers: list[dict[str, Any]] = [{"name": f"{name}-axes", "option": axes} | wording]
        return [*layers, {"name": name, "option": drawn, "columns": course.columns(panels)} | wording]
