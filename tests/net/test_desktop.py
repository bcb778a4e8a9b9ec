"""The proxy of a desktop: read from what its settings print, asked seldom, and nothing when it does not answer."""

from __future__ import annotations

import pytest

from pkm_app.net.desktop import NONE, Desktop, read
from pkm_app.net.proxy import Proxy, system_routes
from pkm_app.net.target import parse

MANUAL = """org.gnome.system.proxy autoconfig-url ''
org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1', '*.intern.example', '.lan.example']
org.gnome.system.proxy mode 'manual'
org.gnome.system.proxy use-same-proxy true
org.gnome.system.proxy.ftp host ''
org.gnome.system.proxy.ftp port 0
org.gnome.system.proxy.http authentication-user ''
org.gnome.system.proxy.http enabled false
org.gnome.system.proxy.http host 'proxy.example'
org.gnome.system.proxy.http port 8080
org.gnome.system.proxy.https host 'proxy.example'
org.gnome.system.proxy.https port 8443
"""


def test_what_is_set_by_hand_is_read() -> None:
    assert read(MANUAL).proxies == {"http": "http://proxy.example:8080", "https": "http://proxy.example:8443"}


@pytest.mark.parametrize(("authority", "spared"), [
    ("localhost", True), ("127.3.2.1:8080", True), ("[::1]:80", True), ("a.intern.example", True),
    ("b.lan.example:81", True), ("blog.example", False), ("128.0.0.1", False), ("intern.example", False),
])
def test_hosts_that_go_without(authority: str, spared: bool) -> None:
    assert read(MANUAL).bypass(authority) is spared


@pytest.mark.parametrize("printed", [
    "", MANUAL.replace("'manual'", "'none'"), MANUAL.replace("'manual'", "'auto'"), "nonsense\n\x00 ' (", "a b [",
    MANUAL.replace("8080", "0").replace("8443", "99999"),
])
def test_what_is_not_set_or_odd_is_no_proxy(printed: str) -> None:
    assert read(printed).proxies == {}


def test_it_is_asked_seldom_and_a_desktop_that_does_not_answer_has_none() -> None:
    time, asked = [0.0], []

    def ask() -> str:
        asked.append(time[0])
        if time[0] > 100:
            raise OSError("gone")
        return MANUAL

    desktop = Desktop(ask, lambda: time[0])
    assert desktop.proxies() == desktop.proxies()
    assert len(asked) == 1
    time[0] = 61.0
    assert desktop.proxies().proxies
    time[0] = 200.0
    assert desktop.proxies() == NONE
    assert asked == [0.0, 61.0, 200.0]


def test_variables_come_before_the_desktop() -> None:
    desktop = Desktop(lambda: MANUAL)
    target = parse("http://blog.example/feed")
    variables = {"http": "http://other.example:3128"}
    assert system_routes(desktop, lambda: variables).to(target) == Proxy("other.example", 3128)
    assert system_routes(desktop, dict).to(target) == Proxy("proxy.example", 8080)
    assert system_routes(desktop, dict).to(parse("http://a.intern.example/")) is None
