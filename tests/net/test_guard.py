"""Private and local addresses in all their disguises: fetched for the host a person typed, and for no other."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pkm_app.base.errors import NetworkProblem
from pkm_app.net.clock import Clock
from pkm_app.net.connect import resolve
from pkm_app.net.fetch import NetFetcher
from pkm_app.net.guard import is_public, is_this_machine, names_this_side
from pkm_app.net.target import parse
from pkm_app.seek.model import FetchRequest
from tests.servers.loopback import Loopback, redirect, reply

Serve = Callable[..., Loopback]

# All of these lead to this machine on Linux.
DISGUISES = [
    "127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7F.0.0.1", "0177.0.0.1",
    "017700000001", "0177.0.0x1", "127.000.000.001", "localhost", "LOCALHOST", "localhost.", "0", "0.0.0.0",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "１２７.0.0.1", "127。0。0。1", "ⓛocalhost",
    "127.255.255.254",
]
CLOSED = [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1",
    "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1",
    "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1",
    "64:ff9b:1::a00:1", "100::1", "2001::1", "2001:0:7f00:1::", "2001:db8::1", "2002:7f00:1::", "2002:a00:1::1",
    "3fff::1", "5f00::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
    "2606:4700::5efe:7f00:1", "2606:4700::200:5efe:a00:1", "2606:4700::1111%eth0",
]
OPEN = ["1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "192.167.1.1", "193.0.0.1",
        "2606:4700::1111", "2a00:1450:4001::200e", "::ffff:8.8.8.8", "64:ff9b::808:808", "2001:4860:4860::8888"]

v4 = st.ip_addresses(v=4)
CLOSED_NETWORKS = ("127.0.0.0/8", "10.0.0.0/8", "192.168.0.0/16", "172.16.0.0/12", "169.254.0.0/16", "100.64.0.0/10")
private_v4 = st.sampled_from(CLOSED_NETWORKS).flatmap(lambda network: st.ip_addresses(network=network))


@pytest.mark.parametrize("address", CLOSED)
def test_trap_09_addresses_of_this_side(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", OPEN)
def test_addresses_of_the_world(address: str) -> None:
    assert is_public(address)


@settings(max_examples=200)
@given(st.ip_addresses())
def test_trap_09_never_more_open_than_the_library_thinks(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    assume(ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_reserved)
    assume(ip.version == 4 or (ip.ipv4_mapped is None and ip not in ipaddress.ip_network("64:ff9b::/96")))
    assert not is_public(str(ip))


@settings(max_examples=200)
@given(private_v4, st.sampled_from(["::ffff:{}", "64:ff9b::{}", "::{}", "2606:4700::5efe:{}", "2002:{hex}::1"]))
def test_trap_09_a_private_address_carried_in_another(ip: ipaddress.IPv4Address, form: str) -> None:
    number = int(ip)
    text = form.format(ip, hex=f"{number >> 16:x}:{number & 0xffff:x}")
    assert not is_public(str(ipaddress.ip_address(text)))


def spellings(ip: ipaddress.IPv4Address) -> list[str]:
    a, b, c, d = ip.packed
    number = int(ip)
    return [str(number), hex(number), f"0{number:o}", f"{a}.{(b << 16) + (c << 8) + d}", f"{a}.{b}.{(c << 8) + d}",
            f"0{a:o}.0{b:o}.0{c:o}.0{d:o}", f"{a:#x}.{b}.{c:#x}.0{d:o}", f"{a}.{b}.{c}.{d}."]


@settings(max_examples=200)
@given(v4, st.integers(0, 7))
def test_trap_09_every_spelling_is_judged_by_the_address_it_leads_to(ip: ipaddress.IPv4Address, which: int) -> None:
    host = parse(f"http://{spellings(ip)[which]}/").host
    for _, place in resolve(host.rstrip("."), 80, Clock(30)):
        assert is_public(place[0]) == is_public(str(ip))
    assert names_this_side(host) != is_public(str(ip))


@pytest.mark.parametrize("host", DISGUISES)
def test_trap_09_this_machine_under_any_name(host: str, fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"/": reply(b"secret")}, host="0.0.0.0")
    address = f"http://{host}:{server.port}/"
    for request in (FetchRequest(address), FetchRequest(address.replace("//", "//a:b@"))):
        with pytest.raises(NetworkProblem) as caught:
            fetcher.fetch(request)
        assert caught.value.kind == "not-allowed"
    assert server.seen == []
    assert server.connections == 0
    assert fetcher.fetch(FetchRequest(address, typed=True)).body == b"secret"


def test_trap_09_a_name_is_judged_by_where_it_leads(fetcher: NetFetcher, serve: Serve) -> None:
    """The name of this machine is no known disguise; only its address tells."""
    name = socket.gethostname()
    places = {str(info[4][0]) for info in socket.getaddrinfo(name, 80, type=socket.SOCK_STREAM)}
    if any(is_public(place) for place in places):
        pytest.skip("this machine's own name leads to a public address")
    server = serve({"/": reply(b"secret")}, host="0.0.0.0")
    with pytest.raises(NetworkProblem) as caught:
        fetcher.fetch(FetchRequest(server.address(host=name)))
    assert caught.value.kind == "not-allowed"
    assert server.connections == 0


def test_trap_09_a_redirect_leads_to_no_other_private_host(fetcher: NetFetcher, serve: Serve) -> None:
    other = serve({"/": reply(b"secret")}, host="127.0.0.2")
    for there in (other.address(), other.address(host="localhost"), other.address(host="127.2"), "http://[::1]:1/"):
        server = serve({"/": redirect(there)})
        with pytest.raises(NetworkProblem) as caught:
            fetcher.fetch(FetchRequest(server.address(), typed=True))
        assert caught.value.kind == "not-allowed"
    assert other.connections == 0


def test_a_redirect_on_the_typed_host_itself_is_followed(fetcher: NetFetcher, serve: Serve) -> None:
    other_port = serve({"/": reply(b"fine")})
    server = serve({"/": redirect(other_port.address(), "301 Moved")})
    response = fetcher.fetch(FetchRequest(server.address(), typed=True))
    assert (response.body, response.moved_to) == (b"fine", other_port.address())


def test_trap_09_a_connection_opened_for_a_typed_address_serves_no_other(fetcher: NetFetcher, serve: Serve) -> None:
    server = serve({"/": reply(b"secret")})
    fetcher.fetch(FetchRequest(server.address(), typed=True))
    with pytest.raises(NetworkProblem) as caught:
        fetcher.fetch(FetchRequest(server.address()))
    assert caught.value.kind == "not-allowed"
    assert len(server.seen) == 1
    fetcher.fetch(FetchRequest(server.address(), typed=True))
    assert server.connections == 1


@pytest.mark.parametrize(("host", "here"), [
    ("localhost", True), ("LOCALHOST.", True), ("a.localhost", True), ("127.9.9.9", True), ("::1", True),
    ("10.0.0.1", False), ("localhost.example", False), ("example.org", False), ("127.0.0.1.example", False),
])
def test_what_is_this_very_machine(host: str, here: bool) -> None:
    assert is_this_machine(host) is here


@pytest.mark.parametrize("address", [
    "http://", "http:///x", "//127.0.0.1/", "127.0.0.1", "http://[::1", "http://[nonsense]/", "http://a b/", "http://%31/",
    "http://127.0.0.1:0/", "http://127.0.0.1:http/", "javascript:alert(1)", "file:///etc/passwd", "http://evil\\@127.0.0.1/",
    "http://-x/", "http://" + "a" * 300 + "/", "http://x/" + "a" * 9000, "", "\x00",
])
def test_what_is_no_address_is_refused(address: str, fetcher: NetFetcher) -> None:
    with pytest.raises(NetworkProblem) as caught:
        fetcher.fetch(FetchRequest(address, typed=True))
    assert caught.value.kind == "not-allowed"
