"""The proxy of a desktop: read from its settings, asked seldom, and nothing when it does not answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from pkm_app.net.desktop import (
    NONE,
    WPAD,
    Desktop,
    DesktopProxies,
    asker,
    read,
    read_kioslaverc,
    script_of_macos,
)
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

    def ask() -> DesktopProxies:
        asked.append(time[0])
        if time[0] > 100:
            raise OSError("gone")
        return read(MANUAL)

    desktop = Desktop(ask, lambda: time[0])
    assert desktop.proxies() == desktop.proxies()
    assert len(asked) == 1
    time[0] = 61.0
    assert desktop.proxies().proxies
    time[0] = 200.0
    assert desktop.proxies() == NONE
    assert asked == [0.0, 61.0, 200.0]


def test_variables_come_before_the_desktop() -> None:
    desktop = Desktop(lambda: read(MANUAL))
    target = parse("http://blog.example/feed")
    variables = {"http": "http://other.example:3128"}
    assert system_routes(desktop, lambda: variables).to(target) == Proxy("other.example", 3128)
    assert system_routes(desktop, dict).to(target) == Proxy("proxy.example", 8080)
    assert system_routes(desktop, dict).to(parse("http://a.intern.example/")) is None


def test_a_socks_proxy_of_the_desktop_counts_where_there_is_no_other() -> None:
    by_hand = "org.gnome.system.proxy mode 'manual'\norg.gnome.system.proxy.socks host '10.0.0.9'\n" \
              "org.gnome.system.proxy.socks port 1080\n"
    routes = system_routes(Desktop(lambda: read(by_hand)), dict)
    assert routes.to(parse("https://blog.example/")) == Proxy("10.0.0.9", 1080, "socks5h")


@pytest.mark.parametrize(("printed", "script"), [
    (MANUAL.replace("'manual'", "'auto'"), WPAD), (MANUAL, ""),
    (MANUAL.replace("'manual'", "'auto'").replace("autoconfig-url ''", "autoconfig-url 'http://p.example/p.pac'"),
     "http://p.example/p.pac"),
])
def test_where_a_script_chooses_it_is_known_where_that_stands(printed: str, script: str) -> None:
    assert (read(printed).script, script and read(printed).proxies) == (script, {} if script else "")


KDE = """[$Version]
update_info=x

[Proxy Settings]
AuthMode=0
NoProxyFor=localhost, intern.example
Proxy Config Script=http://p.example/p.pac
ProxyType=1
ReversedException=false
ftpProxy=
httpProxy[$i]=http://proxy.example 8080
httpsProxy=proxy.example:8443
socksProxy=socks://socks.example 1080

[Other]
ProxyType=0
"""


def test_the_proxies_of_kde() -> None:
    found = read_kioslaverc([KDE])
    assert found.proxies == {"http": "http://proxy.example:8080", "https": "proxy.example:8443",
                             "socks": "socks://socks.example:1080"}
    assert [found.bypass(host) for host in ("localhost", "intern.example", "a.intern.example:81", "blog.example")] == [
        True, True, True, False]
    routes = system_routes(Desktop(lambda: found), dict)
    assert routes.to(parse("https://blog.example/")) == Proxy("proxy.example", 8443)


def test_in_kde_a_list_may_name_those_that_go_through_instead() -> None:
    found = read_kioslaverc([KDE.replace("ReversedException=false", "ReversedException=true")])
    assert [found.bypass(host) for host in ("a.intern.example", "blog.example")] == [False, True]


def test_in_kde_variables_of_any_name_may_hold_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOUSE_PROXY", "http://h.example:3128")
    monkeypatch.setenv("HOUSE_SPARED", "localhost")
    named = "[Proxy Settings]\nProxyType=4\nhttpProxy=HOUSE_PROXY\nhttpsProxy=NONE_SUCH\nNoProxyFor=HOUSE_SPARED\n"
    found = read_kioslaverc([named])
    assert (dict(found.proxies), found.spared[0]) == ({"http": "http://h.example:3128"}, "localhost")


@pytest.mark.parametrize(("text", "script"), [
    (KDE.replace("ProxyType=1", "ProxyType=2"), "http://p.example/p.pac"),
    (KDE.replace("ProxyType=1", "ProxyType=3"), WPAD), (KDE.replace("ProxyType=1", "ProxyType=0"), ""),
    ("", ""), ("ProxyType=1\nhttpProxy=http://nowhere 1", ""), ("[Proxy Settings]\nProxyType=x\n=\n[", ""),
])
def test_what_kde_does_not_set_by_hand(text: str, script: str) -> None:
    assert (read_kioslaverc([text]).proxies, read_kioslaverc([text]).script) == ({}, script)


def test_ones_own_file_counts_before_that_of_the_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house, own = tmp_path / "house", tmp_path / "own"
    for folder in (house, own):
        folder.mkdir()
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"{tmp_path / 'none'}:{house}")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(own))
    (house / "kioslaverc").write_text(KDE, encoding="utf-8")
    ask = asker("linux", "KDE")
    assert ask is not None
    assert ask().proxies["http"] == "http://proxy.example:8080"
    (own / "kioslaverc").write_text("[Proxy Settings]\nhttpProxy=http://mine.example 81\n", encoding="utf-8")
    assert ask().proxies["http"] == "http://mine.example:81"
    (own / "kioslaverc").write_text("[Proxy Settings]\nProxyType=0\n", encoding="utf-8")
    assert ask() == NONE


@pytest.mark.parametrize(("printed", "script"), [
    ("<dictionary> {\n  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://p.example/p.pac\n}\n",
     "http://p.example/p.pac"),
    ("<dictionary> {\n  ProxyAutoDiscoveryEnable : 1\n}\n", WPAD),
    ("<dictionary> {\n  HTTPEnable : 0\n  ProxyAutoConfigEnable : 0\n}\n", ""), ("", ""),
])
def test_the_script_of_macos(printed: str, script: str) -> None:
    assert script_of_macos(printed) == script


def test_a_desktop_of_another_kind_is_not_asked() -> None:
    assert asker("linux", "sway") is None
