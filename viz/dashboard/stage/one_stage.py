"""One partnership on the stage, or the same partnership twice: as it is and with the levers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from samvirke.model.scenario.resolved import Scenario
from samvirke.viz.dashboard.pictures import course_option as course
from samvirke.viz.dashboard.pictures.dots import kinds_of, places_of, slots_a_dot, stamps
from samvirke.viz.dashboard.pictures.legend import legend
from samvirke.viz.dashboard.pictures.network_option import network_frame, network_option
from samvirke.viz.dashboard.pictures.room import ROOMS, Panels
from samvirke.viz.dashboard.runs.followed_run import FollowedRun
from samvirke.viz.dashboard.stage.markup import names_of, seven_cs, ticker
from samvirke.viz.dashboard.stage.sentences import between, of_one, when
from samvirke.viz.dashboard.stage.stage_markup import month_slider, picture, text
from samvirke.viz.dashboard.stage.staged import Shown
from samvirke.viz.dashboard.words.case_names import case_named
from samvirke.viz.dashboard.words.glossary import folded
from samvirke.viz.dashboard.words.words import Words
from samvirke.viz.page.pieces import escaped

AS_IT_IS, OTHER = "network", "other-network"
COURSE, BELOW = "course", "course-below"


@dataclass(eq=False)
class OneStage:
    """A life and, if levers are turned, the other one beside it; `since` says from when they hold. `large` are letters for a wall."""

    scenario: Scenario
    run: FollowedRun
    other: FollowedRun | None
    since: str
    words: Words
    large: bool = False

    def __post_init__(self) -> None:
        self._names = names_of(self.run, self.words.language)
        self._room = ROOMS[self.other is not None, self.large]
        self.shown = lru_cache(maxsize=4)(self._shown)

    def skeleton(self) -> str:
        """Where everything stands."""
        slider = month_slider(self.run.months, self.words)
        return slider + (self._alone() if self.other is None else self._side_by_side())

    def pictures(self) -> dict[str, list[dict[str, Any]]]:
        """What stays in the pictures."""
        networks = {name: self._network(name, run) for name, run in self._runs()}
        return networks | {name: self._course(name, panels) for name, panels in self._courses()}

    def _shown(self, month: int) -> Shown:
        """What a month shows."""
        shown: Shown = {"text:when": when(self.scenario, month, self.run.months, self.words)}
        for name, run in self._runs():
            shown |= self._run_in(month, name, run)
        if self.other is not None:
            shown["text:between"] = escaped(between(self.run.frame(month), self.other.frame(month), self.words))
        until = round(month / self.run.months, 4)
        return shown | {f"until:{name}": until for name, _ in self._courses()}

    def _run_in(self, month: int, name: str, run: FollowedRun) -> Shown:
        frame = run.frame(month)
        drawn = network_frame(frame, self._names, self._room, self.words)
        told = {
            f"text:{name}-said": escaped(of_one(run, frame, self.words)),
            f"text:{name}-ticker": ticker(run, month, self.words),
            f"text:{name}-cs": seven_cs(run, frame, self.words),
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
        return [around, {"name": name, "option": network_option(run.frame(0), self._names, self._room, self.words)}]

    def _course(self, name: str, panels: Panels) -> list[dict[str, Any]]:
        lines = course.lines_of(self.run), None if self.other is None else course.lines_of(self.other)
        axes = course.axes_option(*lines, self.run.months, self.run.grant_end, panels, self.words)
        drawn = course.course_option(*lines, self.run.months, self.run.months, panels, self.words)
        said = {"language": self.words.language, "month": self.words.month}
        layers: list[dict[str, Any]] = [{"name": f"{name}-axes", "option": axes} | said]
        return [*layers, {"name": name, "option": drawn, "columns": course.columns(panels)} | said]

    def _alone(self) -> str:
        words = self.words
        drawn = self._network_at(AS_IT_IS, words.network) + self._course_at(COURSE, self._room.course)
        said = text(f"{AS_IT_IS}-said", "p", "sentence") + self._simulated()
        return said + two(drawn) + self._how_to_read() + self._below() + two(self._told(AS_IT_IS)) + folded(words, "one")

    def _side_by_side(self) -> str:
        words, room, named = self.words, self._room, ((AS_IT_IS, self.words.without), (OTHER, self.since))
        ensemble = "".join(
            column(
                heading(title) + text(f"{name}-said", "p", "twolines") + self._network_at(name, f"{words.network}: {title}"), room.network
            )
            for name, title in named
        )
        two_lines = f'<p class="soft">{escaped(words.two_lines)}</p>'
        beside = text("between") + two_lines + self._course_at(COURSE, room.course)
        drawn = two(ensemble + column(beside, room.course.width))
        told = two("".join(half(heading(title) + self._told(name)) for name, title in named))
        return self._simulated() + drawn + self._how_to_read() + self._below() + told + folded(words, "one")

    def _network_at(self, name: str, said: str) -> str:
        return picture(name, said, self._room.network, self._room.network)

    def _course_at(self, name: str, panels: Panels) -> str:
        return picture(name, self.words.course, panels.width, panels.height)

    def _below(self) -> str:
        return "" if self._room.below is None else self._course_at(BELOW, self._room.below)

    def _told(self, name: str) -> str:
        """What happens to a life, and the seven C's."""
        words = self.words
        return half(heading(words.ticker) + text(f"{name}-ticker")) + half(heading(words.cs) + text(f"{name}-cs"))

    def _how_to_read(self) -> str:
        slots = self.run.frame(0).citizen_slots
        return legend(self.words, self.scenario.population.persons_per_citizen * slots_a_dot(slots))

    def _simulated(self) -> str:
        name = case_named(self.run.world.scenario.partnerships[0].case_id, self.words.language)
        return f'<p class="soft simulated"><b>{escaped(name)}</b> · {escaped(self.words.not_a_verdict)}</p>'


def heading(said: str) -> str:
    """A heading."""
    return f"<h2>{escaped(said)}</h2>"


def half(inside: str) -> str:
    """Half of the page's width."""
    return f'<div class="half">{inside}</div>'


def column(inside: str, width: int) -> str:
    """As wide as the picture in it."""
    return f'<div class="column" style="width:{width}px">{inside}</div>'


def two(inside: str) -> str:
    """Beside each other where there is room."""
    return f'<div class="two">{inside}</div>'
