"""What the servers that follow their documents tell beside the words of a post: its state, its excerpt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pkm_app.share.clash import clash_of
from pkm_app.share.fate import fate_of, state_of
from pkm_app.share.model import OutletSettings, Rendered
from pkm_app.share.publish import send
from pkm_app.share.updating import ForeignEdit
from tests.contracts.house import outlets
from tests.fakes.share import DictJournal
from tests.servers.documented import GhostSite, MicropubSite

DRAFT = Rendered(title="T", html="<p>Words</p>", markdown="", language="en", cut=0)
SOON = "2037-01-03T09:00:00.000Z"


@pytest.mark.parametrize(("change", "state", "due"), [
    ({"status": "scheduled", "published_at": SOON}, "scheduled", SOON),
    ({"status": "published", "visibility": "members"}, "members", ""),
    ({"status": "published", "visibility": "public"}, "", "")])
def test_ghost_tells_what_waits_and_what_is_for_members(change: dict[str, str], state: str, due: str) -> None:
    site = GhostSite()
    with outlets() as maker:
        outlet = maker.open(OutletSettings("there", "ghost", site.url, ""), site.secret)
        made = outlet.create(DRAFT, "pkm-1")
        site.posts[made.remote_id] |= change
        for found in (outlet.get(made.remote_id), outlet.find("pkm-1")):
            assert found is not None
            assert (fate_of(found), state_of(found), found.due) == ("placed" if state else "published", state, due)
    site.close()


@pytest.mark.parametrize(("visibility", "state"), [("private", "private"), ("public", "")])
def test_a_micropub_site_tells_what_is_private(visibility: str, state: str) -> None:
    site = MicropubSite()
    with outlets() as maker:
        outlet = maker.open(OutletSettings("there", "micropub", site.url, ""), site.secret)
        made = outlet.create(DRAFT, "pkm-1")
        site.publish(made.remote_id)
        site.posts[made.remote_id]["visibility"] = [visibility]
        found = outlet.get(made.remote_id)
        assert found is not None
        assert (fate_of(found), state_of(found)) == ("placed" if state else "published", state)
    site.close()


@pytest.mark.parametrize("kind", ["ghost", "micropub"])
def test_another_excerpt_there_is_a_foreign_edit_and_shown(kind: str) -> None:
    site = GhostSite() if kind == "ghost" else MicropubSite()
    draft, journal = replace(DRAFT, excerpt="Mine " * 100, markdown="Words\n"), DictJournal()
    settings = OutletSettings("there", kind, site.url, "")

    def sent(one: Rendered) -> str:
        return send(one, "d1", settings, outlet, journal)[0].action

    with outlets() as maker:
        outlet = maker.open(settings, site.secret)
        assert [sent(draft), sent(draft)] == ["created", "unchanged"]
        (number,) = site.posts
        made = outlet.get(number)
        assert made is not None
        assert clash_of(draft, made, "there").beside == ()
        site.posts[number] |= {"custom_excerpt": "Theirs", "updated_at": site.stamp()} if kind == "ghost" else {
            "summary": ["Theirs"]}
        for one in (draft, replace(draft, excerpt="Later")):
            with pytest.raises(ForeignEdit):
                sent(one)
        there = outlet.get(number)
        assert there is not None
        assert [(one.what, one.theirs) for one in clash_of(draft, there, "there").beside] == [("excerpt", "Theirs")]
        assert send(draft, "d1", settings, outlet, journal, over=there.version)[0].action == "updated"
    site.close()
