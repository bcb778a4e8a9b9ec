"""States of a post beside draft and published, at the servers that follow their documents."""

from __future__ import annotations

import pytest

from pkm_app.share.fate import fate_of, state_of
from pkm_app.share.model import OutletSettings, Rendered
from tests.contracts.house import outlets
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
