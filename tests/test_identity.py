"""The same run, however it is simulated: resumed, batched, threaded, forked, uncompiled, under an arm that changes nothing."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samvirke.model.agents.partnership import ALIVE
from samvirke.model.ensemble import simulate
from samvirke.model.extensions import live_month, run_months
from samvirke.model.fields import NEVER
from samvirke.model.handle import handle
from samvirke.model.scenario import read_scenario
from samvirke.model.scenario.resolved import BASELINE, Event
from samvirke.model.state import copy_state, load_state, save_state
from samvirke.model.world import lay_out
from tests.ensembles import TINY, begun, changed, differing_parts, many, same_bits, same_runs, simulated, tiny

RUN_IN_A_FILE = """
import sys
import numpy as np
from samvirke.analysis.survey.instrument import answers
from tests.ensembles import many, tiny
runs = many(tiny(), [3, 4])
np.savez(sys.argv[1], partnerships=np.asarray(runs.partnerships), monthly=np.asarray(runs.monthly), latent=runs.latent,
         seen=runs.seen, first=np.asarray(runs.events[0]), second=np.asarray(runs.events[1]), answers=answers(runs))
"""


@pytest.mark.parametrize("month", [1, 7, 20, 33])
def test_saved_and_resumed_is_the_same_run_as_straight_through(month: int, tmp_path: Path) -> None:
    world = lay_out(tiny())
    save_state(simulated(world, 5, month), tmp_path / "state.npz")
    resumed = load_state(tmp_path / "state.npz")
    run_months(handle(resumed), world.months)
    assert differing_parts(resumed, simulated(world, 5)) == []


@pytest.mark.oracle
def test_month_by_month_is_the_same_run_as_all_at_once() -> None:
    world = lay_out(tiny())
    state = begun(world, 5)
    for _ in range(world.months):
        live_month(state)
    assert differing_parts(state, simulated(world, 5)) == []


def test_a_fork_does_not_disturb_the_run_it_came_from() -> None:
    world = lay_out(tiny())
    state = simulated(world, 5, 12)
    fork = copy_state(state)
    fork.policies["openness"] = 1.0
    run_months(handle(fork), world.months)
    run_months(handle(state), world.months)
    assert differing_parts(state, simulated(world, 5)) == []
    assert "ties" in differing_parts(fork, state)


def test_a_cut_state_file_is_named_in_a_clear_sentence(tmp_path: Path) -> None:
    file = tmp_path / "state.npz"
    save_state(simulated(lay_out(tiny()), 5, 3), file)
    file.write_bytes(file.read_bytes()[:1000])
    with pytest.raises(ValueError, match=r"state\.npz: not a saved state of this model"):
        load_state(file)


@pytest.mark.parametrize("batch", [1, 3, 10])
def test_batches_of_any_size_leave_the_same_bits(batch: int) -> None:
    world = lay_out(tiny())
    whole = simulate(world, range(10))
    parts = [simulate(world, range(start, min(10, start + batch))) for start in range(0, 10, batch)]
    for name in ("partnerships", "latent", "seen", "monthly"):
        assert same_bits(np.concatenate([np.asarray(getattr(part, name)) for part in parts]), getattr(whole, name))


def test_two_threads_leave_the_same_bits_as_one() -> None:
    world = lay_out(tiny())
    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(lambda seeds: simulate(world, seeds), [range(5), range(5, 10)])
    whole = simulate(world, range(10))
    assert same_bits(np.concatenate([first.partnerships, second.partnerships]), whole.partnerships)


def test_an_arm_that_changes_nothing_changes_not_one_bit() -> None:
    assert same_runs(many(tiny(), range(3)), many(tiny(), range(3), "nothing-changes"))


def test_a_policy_that_starts_in_month_8_leaves_earlier_months_untouched() -> None:
    plain, policy = many(tiny(), range(3)), many(tiny(), range(3), "anchoring-from-month-8")
    assert same_bits(plain.monthly[:, :, :7], policy.monthly[:, :, :7])
    assert not same_bits(plain.monthly[:, :, 7:], policy.monthly[:, :, 7:])


def test_an_event_in_one_partnership_leaves_the_others_untouched() -> None:
    quarrel = Event(month=6, kind="quarrel", whom="with-everybody", size=0.7)
    plain, quarrelling = many(tiny(), range(3)), many(changed(events=(*tiny().events, quarrel)), range(3))
    assert not same_bits(plain.partnerships[:, 0], quarrelling.partnerships[:, 0])
    assert same_bits(plain.monthly[:, 1:], quarrelling.monthly[:, 1:])
    assert same_bits(plain.latent[:, 1:], quarrelling.latent[:, 1:])


def test_a_partnership_run_alone_has_the_run_it_has_among_others() -> None:
    alone = simulate(lay_out(read_scenario(TINY, only=["without-municipality"])), range(3))
    among = simulate(lay_out(tiny()), range(3))
    assert same_bits(alone.monthly[:, 0], among.monthly[:, 1])
    assert same_bits(alone.latent[:, 0], among.latent[:, 1])


def test_an_event_that_an_arm_cancels_does_not_happen_and_nothing_earlier_changes() -> None:
    world = lay_out(tiny())
    events = simulated(world, 5).events
    leaving = next(event for event in events if event.month == 7)
    arm = tiny().arms[BASELINE].model_copy(update={"cancel": (int(leaving.id),)})
    cancelled = simulated(lay_out(changed(arms={BASELINE: arm})), 5)
    assert leaving.id not in set(cancelled.events["id"])
    assert differing_parts(simulated(world, 5, 6), simulated(lay_out(changed(arms={BASELINE: arm})), 5, 6)) == ["cancelled"]


@pytest.mark.parametrize(
    ("raised", "kind"),
    [("chance_of_leaving_post_per_year", "key_person_leaves"), ("chance_of_reorganisation_per_year", "reorganisation")],
)
def test_raising_one_chance_adds_events_and_moves_no_other(raised: str, kind: str) -> None:
    """Up to the month in which the first event is added, every run stays as it was; that event is of the raised kind."""
    low, high = ({raised: value} for value in (0.1, 0.4))
    added = 0
    for seed in range(12):
        few = simulated(lay_out(changed(parameters=low)), seed)
        more = simulated(lay_out(changed(parameters=high)), seed)
        before, after = ids_of(few), ids_of(more)
        new = [event for event in more.events[: more.clock[0].events] if int(event.id) not in before]
        gone = [event for event in few.events[: few.clock[0].events] if int(event.id) not in after]
        if new:
            first = min(new, key=lambda event: event.month)
            assert kind_of(first) == kind
            assert all(event.month >= first.month for event in gone)
            added += 1
    assert added > 0


def ids_of(state: Any) -> set[int]:
    return {int(number) for number in state.events["id"][: state.clock[0].events]}


def kind_of(event: Any) -> str:
    from samvirke.model.events import RECORDED_KINDS

    return RECORDED_KINDS[event.kind].name


def test_compiled_and_plain_python_leave_the_same_bits(tmp_path: Path) -> None:
    files = {"0": tmp_path / "compiled.npz", "1": tmp_path / "plain.npz"}
    for plain, file in files.items():
        environment = {**os.environ, "NUMBA_DISABLE_JIT": plain}
        subprocess.run([sys.executable, "-c", RUN_IN_A_FILE, str(file)], check=True, env=environment, cwd=Path(__file__).parents[1])
    with np.load(files["0"]) as compiled, np.load(files["1"]) as plain_python:
        for name in compiled.files:
            assert compiled[name].tobytes() == plain_python[name].tobytes(), name


def test_no_end_date_means_no_declaration() -> None:
    endless = tiny().partnerships[0].model_copy(update={"grants": (tiny().partnerships[0].grants[0].model_copy(update={"months": None}),)})
    ensemble = many(changed(partnerships=(endless,), events=()), range(3))
    assert (ensemble.partnerships["grant_end"] == NEVER).all()
    assert (ensemble.partnerships["future"][ensemble.partnerships["stage"] == ALIVE] == -1).all()
