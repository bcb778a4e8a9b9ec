"""From the address of a site to its WordPress REST API."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.net.exchange import Answer
from pkm_app.net.guard import is_this_machine
from pkm_app.net.outlets.rest import Rest
from pkm_app.net.target import Target, parse

_REL = "https://api.w.org/"
_LINK = re.compile(r"<([^<>]{1,2000})>((?:\s*;\s*[\w*!-]+\s*=\s*(?:\"[^\"]{0,500}\"|[^\s\";,]{1,500})){0,10})")
_LINK_TAG = re.compile(r"<link\b([^<>]{1,3000})>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_HEAD = 300_000  # characters of a page in which its head is looked for


def site_target(address: str) -> Target:
    """Return what a person gave as the address of their site, taken apart.

    Raises Refused where it is no web address, and for http to another machine: the password would travel in the
    clear.
    """
    text = address.strip()
    if "://" not in text:
        text = f"https://{text}"
        try:
            if is_this_machine(parse(text).host):
                text = f"http://{address.strip()}"
        except NetworkProblem as problem:
            raise Refused("“{address}” is no address of a site: it looks like https://example.org/.",
                          address=address.rpartition("@")[2]) from problem
    try:
        target = parse(text)
    except NetworkProblem as problem:
        raise Refused("“{address}” is no address of a site: it looks like https://example.org/.",
                      address=address.rpartition("@")[2]) from problem
    if target.scheme != "https" and not is_this_machine(target.host):
        raise Refused("{host} is asked over http, where anybody on the way can read the password: give its address "
                      "with https.", host=target.bare_host)
    return parse(target.address)  # without a password in it


def find_root(site: Target, rest: Rest) -> Target:
    """Return the root of the REST API of a site. Raises Refused where there is none, NetworkProblem."""
    if "/wp-json" in site.path:
        return parse(site.address[:site.address.index("/wp-json")] + "/wp-json/")
    if "rest_route=" in site.path:
        return parse(site.address[:site.address.index("rest_route=")] + "rest_route=/")
    page = rest.page(site)
    named = _named(page)
    if not named and page.status not in (200, 401, 403):
        raise Refused("There is no WordPress at {host}: it answers with {status}.", host=site.bare_host,
                      status=page.status)
    if not named:
        raise Refused("The page at {host} does not say that it is a WordPress, or its REST API is switched off: "
                      "give the address of the home page.", host=site.bare_host)
    try:
        root = parse(urljoin(page.target.address, named))
    except (NetworkProblem, ValueError):
        raise Refused("{host} gives no usable address of its REST API.", host=site.bare_host) from None
    _same_house(root, site)
    return root


def endpoint(root: Target, path: str) -> Target:
    """Return one address of the API, whichever of its two forms the root has."""
    base = root.address
    if "rest_route=" in base:
        return parse(f"{base.rstrip('/')}/{path}")
    return parse(f"{base.partition('?')[0].rstrip('/')}/{path}")


def _same_house(root: Target, site: Target) -> None:
    """The password goes where the person said, and nowhere that a page says."""
    if root.bare_host.removeprefix("www.") != site.bare_host.removeprefix("www."):
        raise Refused("{host} keeps its REST API at {other}. If that is yours, give https://{other}/ as the address.",
                      host=site.bare_host, other=root.bare_host)
    if root.scheme != "https" and not is_this_machine(root.host):
        raise Refused("{host} offers its REST API over http only, where anybody on the way can read the password: "
                      "set the site’s address to https in its general settings.", host=root.bare_host)


def _named(page: Answer) -> str:
    for address, parameters in _LINK.findall(page.headers.get("link", "")):
        if _REL in parameters:
            return str(address)
    text = page.body[:_HEAD].decode("utf-8", "replace")
    for attributes in _LINK_TAG.findall(text):
        if _REL in attributes and (href := _HREF.search(attributes)):
            return unescape(href[1] or href[2] or href[3] or "")
    return ""
