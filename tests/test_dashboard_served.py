"""The dashboard as the command serves it: what it answers on its port."""

import urllib.error
import urllib.request

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.browser import Served

pytestmark = pytest.mark.slow


def asked_of(served: Served, path: str, **headers: str) -> tuple[int, bytes]:
    return answer_to(
        urllib.request.Request(served.address + path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    )


def answer_to(request: urllib.request.Request) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def test_the_served_dashboard_keeps_its_assets_its_address_and_its_secrets(served: Served):
    assert asked_of(served, "", X_Script_Name="/evil")[0] == 200
    assert b"/evil" not in asked_of(served, "")[1], "what the first visitor said does not hold for the next"
    assert asked_of(served, "_solara/cdn/echarts@5.4.0/dist")[0] == 404
    assert asked_of(served, "_solara/cdn/echarts@5.4.0/dist/echarts.min.js")[0] in (200, 404), "404 where the assets are not installed"
    assert asked_of(served, "_solara/cdn/no-such-package@1.0.0/x.js")[0] == 404
    assert asked_of(served, "resourcez")[0] == 404
    assert asked_of(served, "", Host="evil.example")[0] == 421
    assert asked_of(served, "", Host="evil@127.0.0.1")[0] == 421


@pytest.mark.parametrize(("query", "status"), [("", 403), ("?session_id=1", 101)])
def test_the_served_dashboard_connects_pages_that_say_which_they_are(served: Served, query: str, status: int):
    origin = Origin(served.address.rstrip("/"))
    address = f"{origin.replace('http', 'ws')}/jupyter/api/kernels/abc/channels{query}"
    try:
        with connect(address, origin=origin) as connection:
            assert connection.response is not None
            assert connection.response.status_code == status
    except InvalidStatus as refused:
        assert refused.response.status_code == status


@pytest.mark.parametrize(("query", "status"), [("", 400), ("?session_id=1", 200)])
def test_the_served_dashboard_closes_pages_that_say_which_they_are(served: Served, query: str, status: int):
    for headers in ({}, {"Origin": served.address.rstrip("/")}):
        request = urllib.request.Request(f"{served.address}_solara/api/close/abc{query}", method="POST", headers=headers)
        assert answer_to(request)[0] == status
