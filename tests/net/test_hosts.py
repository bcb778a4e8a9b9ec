"""The place that a fetch holds at a host from redirect to redirect."""

from __future__ import annotations

import pytest

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.clock import Clock
from pkm_app.net.hosts import Hosts, Place


def busy(hosts: Hosts, host: str) -> int:
    with hosts.changed:
        return hosts.busy(host)


def test_who_is_sent_on_at_one_host_keeps_its_place_although_others_wait() -> None:
    hosts = Hosts(at_once=1)
    hosts.enter("a.example", Clock(30))
    with Place(hosts, "a.example") as place:
        place.move("a.example", Clock(0))  # with no time left: it need not wait behind anybody
        assert busy(hosts, "a.example") == 1
    assert busy(hosts, "a.example") == 0


def test_who_is_sent_elsewhere_frees_the_first_host() -> None:
    hosts = Hosts(at_once=1)
    with Place(hosts) as place:
        place.move("a.example", Clock(30))
        place.move("b.example", Clock(30))
        assert (busy(hosts, "a.example"), busy(hosts, "b.example")) == (0, 1)
    assert busy(hosts, "b.example") == 0


def test_a_host_that_stays_busy_is_said_and_nothing_is_held() -> None:
    hosts = Hosts(at_once=1)
    hosts.enter("b.example", Clock(30))
    with Place(hosts) as place:
        place.move("a.example", Clock(30))
        with pytest.raises(NetworkProblem, match="too busy with our other requests"):
            place.move("b.example", Clock(0.01))
        assert (busy(hosts, "a.example"), busy(hosts, "b.example")) == (0, 1)
    assert (busy(hosts, "a.example"), busy(hosts, "b.example")) == (0, 1)
