"""One partnership as it lives; with levers turned, the same partnership beside it."""

import solara

from viz.dashboard import course_option as course
from viz.dashboard.chart import chart
from viz.dashboard.desk import Desk
from viz.dashboard.followed_life import FollowedLife
from viz.dashboard.markup import names_of, seven_cs, ticker
from viz.dashboard.network_option import SIZE, network_option
from viz.dashboard.sentences import of_one
from viz.dashboard.why_view import WhyView
from viz.dashboard.words import Words


@solara.component
def OneView(desk: Desk, month: int) -> None:  # noqa: N802
    """The sentence, the network, the course, what happens, the seven C's."""
    words, address = desk.words, desk.address.value
    lives = desk.trying(lambda: _lived(desk, month))
    if lives is None:
        return
    life, other = lives
    if other is None:
        Alone(life, month, words)
        WhyView(desk)
    else:
        since = words.with_levers_since.format(month=address.branch + 1) if address.branch else words.with_levers
        SideBySide(life, other, month, since, words)


def _lived(desk: Desk, month: int) -> tuple[FollowedLife, FollowedLife | None]:
    """The life and the one beside it, lived up to the month that is shown."""
    life, other = desk.session.life(desk.address.value), desk.session.other_life(desk.address.value)
    for each in (life, other):
        if each is not None:
            each.frame(month)
    return life, other


@solara.component
def Alone(life: FollowedLife, month: int, words: Words) -> None:  # noqa: N802
    """One life."""
    solara.HTML(tag="p", classes=["sentence"], unsafe_innerHTML=of_one(life, life.frame(month), words))
    with solara.Div(classes=["two"]):
        with solara.Div(classes=["half"]):
            Network(life, month, words)
        with solara.Div(classes=["half"]):
            Course(life, None, month, words)
    _how_to_read(words)
    with solara.Div(classes=["two"]):
        with solara.Div(classes=["half"]):
            Happenings(life, month, words)
        with solara.Div(classes=["half"]):
            SevenCs(life, month, words)


@solara.component
def SideBySide(life: FollowedLife, other: FollowedLife, month: int, since: str, words: Words) -> None:  # noqa: N802
    """The life as it is, and with the levers."""
    with solara.Div(classes=["two"]):
        for each, name in ((life, words.without), (other, since)):
            with solara.Div(classes=["half"]):
                solara.HTML(tag="h2", unsafe_innerHTML=name)
                solara.HTML(tag="p", classes=["twolines"], unsafe_innerHTML=of_one(each, each.frame(month), words))
                Network(each, month, words)
    _how_to_read(words)
    with solara.Div(classes=["two"]):
        with solara.Div(classes=["half"]):
            Course(life, other, month, words)
            solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=words.two_lines)
        with solara.Div(classes=["half"]):
            solara.HTML(tag="h2", unsafe_innerHTML=since)
            Happenings(other, month, words)
            SevenCs(other, month, words)


def _how_to_read(words: Words) -> None:
    solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=f"{words.how_to_read} {words.how_citizens} {words.not_a_verdict}")


@solara.component
def SevenCs(life: FollowedLife, month: int, words: Words) -> None:  # noqa: N802
    """As they are and as answered."""
    solara.HTML(tag="h2", unsafe_innerHTML=words.cs)
    solara.HTML(tag="div", unsafe_innerHTML=seven_cs(life, life.frame(month), words))


@solara.component
def Network(life: FollowedLife, month: int, words: Words) -> None:  # noqa: N802
    """Who trusts whom."""
    names = solara.use_memo(lambda: names_of(life, words.language), [id(life), words.language])
    frame = life.frame(month)
    said = f"{words.network}: {of_one(life, frame, words)}"
    chart(network_option(frame, names, words), said, SIZE, SIZE)


@solara.component
def Course(life: FollowedLife, other: FollowedLife | None, month: int, words: Words) -> None:  # noqa: N802
    """The time lines."""
    lines, others = course.lines_of(life), None if other is None else course.lines_of(other)
    chart(course.course_option(lines, others, month, life.months, life.grant_end, words), words.course, course.WIDTH, course.HEIGHT)


@solara.component
def Happenings(life: FollowedLife, month: int, words: Words) -> None:  # noqa: N802
    """What happens, in plain words."""
    solara.HTML(tag="h2", unsafe_innerHTML=words.ticker)
    solara.HTML(tag="div", unsafe_innerHTML=ticker(life, month, words))
