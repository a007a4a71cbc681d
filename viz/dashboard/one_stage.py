"""One partnership on the stage, or the same partnership twice: as it is and with the levers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from model.scenario.resolved import Scenario
from viz.dashboard import course_option as course
from viz.dashboard.dots import kinds_of, places_of, stamps
from viz.dashboard.followed_life import FollowedLife
from viz.dashboard.glossary import folded
from viz.dashboard.legend import legend
from viz.dashboard.markup import names_of, seven_cs, ticker
from viz.dashboard.network_option import SIZE, network_frame, network_option
from viz.dashboard.sentences import of_one, when
from viz.dashboard.stage_markup import month_slider, picture, text
from viz.dashboard.staged import Shown
from viz.dashboard.words import Words
from viz.html_pieces import escaped

AS_IT_IS, OTHER = "network", "other-network"
COURSE = "course"


@dataclass(eq=False)
class OneStage:
    """A life and, if levers are turned, the other one beside it; `since` says from when they hold."""

    scenario: Scenario
    life: FollowedLife
    other: FollowedLife | None
    since: str
    words: Words

    def __post_init__(self) -> None:
        self._names = names_of(self.life, self.words.language)
        self.shown = lru_cache(maxsize=4)(self._shown)

    def skeleton(self) -> str:
        """Where everything stands."""
        slider = month_slider(self.life.months, self.words)
        return slider + (self._alone() if self.other is None else self._side_by_side())

    def pictures(self) -> dict[str, list[dict[str, Any]]]:
        """What stays in the pictures."""
        networks = {name: self._network(name, life) for name, life in self._lives()}
        lines = course.lines_of(self.life), None if self.other is None else course.lines_of(self.other)
        axes = course.axes_option(*lines, self.life.months, self.life.grant_end, self.words)
        drawn = course.course_option(*lines, self.life.months, self.life.months, self.words)
        said = {"language": self.words.language, "month": self.words.month}
        layers: list[dict[str, Any]] = [{"name": "axes", "option": axes} | said]
        layers.append({"name": COURSE, "option": drawn, "columns": course.columns()} | said)
        return networks | {COURSE: layers}

    def _shown(self, month: int) -> Shown:
        """What a month shows."""
        shown: Shown = {"text:when": when(self.scenario, month, self.life.months, self.words)}
        for name, life in self._lives():
            shown |= self._life_in(month, name, life)
        told = self.other or self.life
        shown["text:ticker"] = ticker(told, month, self.words)
        shown["text:cs"] = seven_cs(told, told.frame(month), self.words)
        shown[f"until:{COURSE}"] = round(month / self.life.months, 4)
        return shown

    def _life_in(self, month: int, name: str, life: FollowedLife) -> Shown:
        frame = life.frame(month)
        series = {f"series:{name}:{part}": content for part, content in network_frame(frame, self._names, self.words).items()}
        return {f"text:{name}-said": escaped(of_one(life, frame, self.words)), f"dots:{name}": kinds_of(frame), **series}

    def _lives(self) -> Iterable[tuple[str, FollowedLife]]:
        yield AS_IT_IS, self.life
        if self.other is not None:
            yield OTHER, self.other

    def _network(self, name: str, life: FollowedLife) -> list[dict[str, Any]]:
        around = {"name": "around", "dots": places_of(life.frame(0)), "stamps": stamps()}
        return [around, {"name": name, "option": network_option(life.frame(0), self._names, self.words)}]

    def _alone(self) -> str:
        words = self.words
        pictures = half(picture(AS_IT_IS, words.network, SIZE, SIZE)) + half(picture(COURSE, words.course, course.WIDTH, course.HEIGHT))
        below = half(heading(words.ticker) + text("ticker")) + half(heading(words.cs) + text("cs"))
        said = text(f"{AS_IT_IS}-said", "p", "sentence") + self._simulated()
        return said + two(pictures) + self._how_to_read() + two(below) + folded(words, "one")

    def _side_by_side(self) -> str:
        words = self.words
        lives = "".join(
            half(heading(title) + text(f"{name}-said", "p", "twolines") + picture(name, f"{words.network}: {title}", SIZE, SIZE))
            for name, title in ((AS_IT_IS, words.without), (OTHER, self.since))
        )
        lines = picture(COURSE, words.course, course.WIDTH, course.HEIGHT) + f'<p class="soft">{escaped(words.two_lines)}</p>'
        told = heading(self.since) + heading(words.ticker) + text("ticker") + heading(words.cs) + text("cs")
        return self._simulated() + two(lives) + self._how_to_read() + two(half(lines) + half(told)) + folded(words, "one")

    def _how_to_read(self) -> str:
        return legend(self.words, self.scenario.population.persons_per_citizen)

    def _simulated(self) -> str:
        return f'<p class="soft simulated">{escaped(self.words.not_a_verdict)}</p>'


def heading(said: str) -> str:
    """A heading."""
    return f"<h2>{escaped(said)}</h2>"


def half(inside: str) -> str:
    """Half of the page's width."""
    return f'<div class="half">{inside}</div>'


def two(inside: str) -> str:
    """Beside each other where there is room."""
    return f'<div class="two">{inside}</div>'
