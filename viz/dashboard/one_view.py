"""One partnership as it lives; with levers turned, the same partnership beside it."""

import solara

from viz.dashboard import course_option as course
from viz.dashboard.desk import Desk
from viz.dashboard.followed_life import FollowedLife
from viz.dashboard.markup import names_of, seven_cs, ticker
from viz.dashboard.network_option import SIZE, network_option
from viz.dashboard.sentences import of_one
from viz.dashboard.words import Words


@solara.component
def OneView(desk: Desk) -> None:  # noqa: N802
    """The sentence, the network, the course, what happens, the seven C's."""
    words, address, month = desk.words, desk.address.value, desk.month.value
    lives = desk.trying(lambda: (desk.session.life(address), desk.session.other_life(address)))
    if lives is None:
        return
    life, other = lives
    solara.HTML(tag="p", classes=["sentence"], unsafe_innerHTML=of_one(life, life.frame(month), words))
    if other is not None:
        said = words.branched.format(month=address.branch + 1) if address.branch else words.watch_both
        solara.HTML(tag="p", classes=["sentence"], unsafe_innerHTML=said)
    with solara.Div(classes=["two"]):
        with solara.Div(classes=["half"]):
            Network(life, month, words)
        with solara.Div(classes=["half"]):
            if other is None:
                Course(life, None, month, words)
            else:
                solara.HTML(tag="p", unsafe_innerHTML=of_one(other, other.frame(month), words))
                Network(other, month, words)
    solara.HTML(tag="p", classes=["soft"], unsafe_innerHTML=f"{words.how_to_read} {words.how_citizens} {words.not_a_verdict}")
    with solara.Div(classes=["two"]):
        if other is not None:
            with solara.Div(classes=["half"]):
                Course(life, other, month, words)
        with solara.Div(classes=["half"]):
            Happenings(other or life, month, words)
        with solara.Div(classes=["half"]):
            solara.HTML(tag="h2", unsafe_innerHTML=words.cs)
            solara.HTML(tag="div", unsafe_innerHTML=seven_cs(other or life, (other or life).frame(month), words))


@solara.component
def Network(life: FollowedLife, month: int, words: Words) -> None:  # noqa: N802
    """Who trusts whom."""
    names = solara.use_memo(lambda: names_of(life, words.language), [id(life), words.language])
    frame = life.frame(month)
    said = f"{words.network}: {of_one(life, frame, words)}"
    attributes = {"style": f"width: {SIZE}px; height: {SIZE}px;", "role": "img", "aria-label": said}
    solara.FigureEcharts(option=network_option(frame, names, words), attributes=attributes)


@solara.component
def Course(life: FollowedLife, other: FollowedLife | None, month: int, words: Words) -> None:  # noqa: N802
    """The time lines."""
    lines = {name: life.course(name) for name in course.SHOWN}
    others = None if other is None else {name: other.course(name) for name in course.SHOWN}
    option = course.course_option(lines, others, month, life.months, life.grant_end, words)
    attributes = {"style": f"width: {course.WIDTH}px; height: {course.HEIGHT}px;", "role": "img", "aria-label": words.course}
    solara.FigureEcharts(option=option, attributes=attributes)


@solara.component
def Happenings(life: FollowedLife, month: int, words: Words) -> None:  # noqa: N802
    """What happens, in plain words."""
    solara.HTML(tag="h2", unsafe_innerHTML=words.ticker)
    solara.HTML(tag="div", unsafe_innerHTML=ticker(life, month, words))
