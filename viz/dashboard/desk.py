"""What one page shows now and what can be done to it. Each page has its own; nothing is shared between pages."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import solara

from samvirke.model.chance import HIGHEST_SEED
from samvirke.model.errors import SamvirkeError, ScenarioError
from samvirke.model.language import Language, language_of
from samvirke.viz.dashboard.content.one import Staged
from samvirke.viz.dashboard.names import LANGUAGES, TABS, partnerships_named
from samvirke.viz.dashboard.runs.address import Address, read_address
from samvirke.viz.dashboard.runs.measures import ASKED, asked_first, asked_where
from samvirke.viz.dashboard.runs.session import Session

FIRST_SPEED = "normal"
LOG = logging.getLogger("samvirke")


class GoneElsewhereError(SamvirkeError):
    """The computation is cancelled because the view changed: nothing has failed."""


class Desk:
    """The page's address, month and notices as reactive values, and the session behind them."""

    def __init__(self, query: str) -> None:
        address, sentences = read_address(query)
        self.session = Session()
        self.address = solara.reactive(address)
        self.month = solara.reactive(address.month or 0)
        self.playing = solara.reactive(address.month is None and address.tab in ("one", "all"))
        self.speed = solara.reactive(FIRST_SPEED)
        self.notices = solara.reactive(tuple(sentences))
        self.why_asked: solara.Reactive[tuple[Any, ...]] = solara.reactive(())
        self.staged: Staged | None = None
        self.drawn_beat = 0

    @property
    def language(self) -> Language:
        """The page's language."""
        return language_of(self.address.value.language)

    @property
    def title(self) -> str:
        """The page's title."""
        return self.language.gettext("Samvirke: a partnership, month by month")

    @property
    def months(self) -> int:
        """How many months the scenario has."""
        return self.session.scenario(self.address.value).months

    @property
    def query(self) -> str:
        """The view of the address."""
        return replace(self.address.value, month=self.month.value).query()

    def query_at(self, month: int) -> str:
        """The view of the address in another month."""
        return replace(self.address.peek(), month=month).query()

    def shown_address(self) -> Address:
        """The address with the partnership it shows named."""
        address = self.address.value
        return replace(address, case=self.session.case(address))

    def partnership_named(self) -> str:
        """The name of the partnership that is shown."""
        address = self.shown_address()
        return partnerships_named(self.session.scenario(address), self.language)[address.case]

    def trying(self, what: Callable[[], Any]) -> Any:
        """The result, or None and a sentence on the page if it fails: the page goes on."""
        asked_of = self.address.peek()
        try:
            return what()
        except GoneElsewhereError:
            return None
        except Exception as error:  # noqa: BLE001  (shown on the page, never swallowed)
            self.fail(error, asked_of)
            return None

    def still(self, asked_of: Address, *parts: str) -> None:
        """Go on only as long as these parts of the address are what was asked of. Raises GoneElsewhereError."""
        now = self.address.peek()
        if any(getattr(now, part) != getattr(asked_of, part) for part in parts):
            raise GoneElsewhereError

    def fail(self, error: BaseException, asked_of: Address | None = None) -> None:
        """One sentence on the page, if it still shows what was asked of; all of it in the server's log."""
        address = self.address.peek()
        LOG.error("a page failed at %s", (asked_of or address).query(), exc_info=error)
        if asked_of is not None and asked_of != address:
            return
        self.playing.set(False)
        _ = self.language.gettext
        wording = _(
            "“{tab}” cannot be shown for run number {seed}; choose another run, partnership or page. Everything else works.",
            seed=address.seed, tab=_(TABS[address.tab]),
        )  # fmt: skip
        self.notices.set((str(error) if isinstance(error, ScenarioError) else wording,))

    def measure_asked(self) -> str:
        """The measure of the difference: the chosen one, if this scenario has it."""
        ends = self.session.run(self.address.value).grant_end is not None
        chosen = self.address.value.measure
        return chosen if chosen in asked_where(ends) else asked_first(self.session.scenario(self.address.value), ends)

    def month_measure_asked(self) -> str:
        """Which measure of a month is drawn: what was chosen, else the one that belongs to the measure of the difference."""
        return self.address.value.course or ASKED[self.measure_asked()]

    def ask(self, measure: str) -> None:
        """Tell the difference in another measure, and draw the measure of a month that belongs to it."""
        self.change(measure=measure, course="")

    def show_course(self, course: str) -> None:
        """Draw another measure of a month."""
        self.change(course=course)

    def ended_by(self, month: int) -> int:
        """The month in which the run without levers had ended by a month; 0 if it had not."""
        ended = self.session.run(self.address.value).frame(month).end_month
        return ended if ended <= month else 0

    def go_to(self, month: int) -> None:
        """Show a month."""
        self.month.set(min(max(0, month), self.months))

    def go_by(self, months: int) -> None:
        """So many months on or back, by hand: it stops playing."""
        self.playing.set(False)
        self.go_to(self.month.value + months)

    def slide_to(self, month: int) -> None:
        """Show a month that was pointed at: it stops playing."""
        self.playing.set(False)
        self.go_to(int(month))

    def play_or_pause(self) -> None:
        """Play, from the beginning if it is at its end; or pause."""
        if not self.playing.value and self.month.value >= self.months:
            self.go_to(0)
        self.playing.set(not self.playing.value)

    def change(self, **parts: Any) -> None:
        """Another address; notices of the one before are gone. The same address is nothing new."""
        address = replace(self.address.value, **parts)
        if address != self.address.value:
            self.notices.set(())
            self.address.set(address)

    def choose_scenario(self, name: str) -> None:
        """Another scenario, from its first month."""
        first = self.session.case(replace(self.address.value, scenario=name, case=""))
        self.change(scenario=name, case=first, arm="baseline", levers={}, branch=0)
        self.go_to(0)

    def enter(self, case: str, *, ask_why: bool = False) -> None:
        """Look at one partnership, at the month it is; of one that ended, why."""
        self.change(case=case, tab="one")
        self.why_asked.set(self.this_run() if ask_why else ())

    def this_run(self) -> tuple[Any, ...]:
        """What a question why is about."""
        address = self.shown_address()
        return address.scenario, address.case, address.arm, address.seed, address.language

    def choose_tab(self, tab: str) -> None:
        """Another view."""
        self.playing.set(self.playing.value and tab in ("one", "all"))
        self.change(tab=tab)

    def another_run(self, step: int = 1) -> None:
        """The same with other random events."""
        self.change(seed=(self.address.value.seed + step) % (HIGHEST_SEED + 1))

    def turn(self, levers: Mapping[str, float]) -> None:
        """Other levers."""
        self.change(levers=dict(levers), branch=self.address.value.branch if levers else 0)

    def branch_here(self) -> None:
        """The levers hold from next month on; watch both."""
        self.playing.set(False)
        self.change(branch=min(self.month.value, self.months - 1), tab="one")

    def come_back(self, query: str) -> None:
        """To a view that was looked at before, in the language and the letters of now: it stands still."""
        address, sentences = read_address(query)
        now = self.address.value
        self.playing.set(False)
        self.change(**{**vars(address), "language": now.language, "projector": now.projector})
        self.notices.set(tuple(sentences))
        self.go_to(address.month or 0)

    def other_language(self) -> None:
        """The next language."""
        names = list(LANGUAGES)
        self.change(language=names[(names.index(self.address.value.language) + 1) % len(names)])

    def press(self, key: str) -> None:
        """What a key does."""
        does: dict[str, Callable[[], None]] = {
            " ": self.play_or_pause, "ArrowRight": lambda: self.go_by(1), "ArrowLeft": lambda: self.go_by(-1),
            "Home": lambda: self.go_by(-self.months), "End": lambda: self.go_by(self.months), "l": self.other_language,
            "s": lambda: self.change(projector=not self.address.value.projector),
        }  # fmt: skip
        does |= {str(number): (lambda tab=tab: self.choose_tab(tab)) for number, tab in enumerate(TABS, start=1)}  # type: ignore[misc]
        if key.lower() in does or key in does:
            self.trying(does.get(key) or does[key.lower()])
