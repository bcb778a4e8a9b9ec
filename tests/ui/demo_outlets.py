"""The outlets of the demonstration: a blog in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pkm_app.base.errors import Refused
from pkm_app.library.sitefolder import LAYOUTS, SiteFolder
from pkm_app.net.outlets import Outlets
from pkm_app.net.proxy import Routes
from pkm_app.share.model import OutletSettings, Remote, Rendered
from pkm_app.share.preview import Preview
from pkm_app.share.updating import to_update


class DemoOutlet:
    """A blog in memory; the password is ``right``."""

    can_find = True

    def __init__(self, secret: str, posts: dict[str, Remote], preview: Callable[[Rendered], Preview]) -> None:
        self._secret, self._posts, self._preview = secret, posts, preview

    def check(self) -> str:
        if self._secret != "right":
            raise Refused("The password is not accepted there. Nothing was kept.")
        return "Anne"

    def find(self, marker: str) -> Remote | None:
        return None

    def get(self, remote_id: str) -> Remote | None:
        return self._posts.get(remote_id)

    def create(self, draft: Rendered, marker: str) -> Remote:
        self.check()
        return self._put(str(len(self._posts) + 1), draft)

    def imprint(self, draft: Rendered) -> str:
        return f"{draft.title} {draft.html}"

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        to_update(self.get(remote_id), draft, seen_version, self.imprint(draft), "blog.example.org")
        return self._put(remote_id, draft)

    def preview(self, draft: Rendered) -> Preview:
        return self._preview(draft)

    def _put(self, remote_id: str, draft: Rendered) -> Remote:
        address = f"https://blog.example.org/?p={remote_id}"
        made = Remote(remote_id, address, f"{address}&edit", draft.title, draft.html, "draft", draft.title,
                      self.imprint(draft))
        self._posts[remote_id] = made
        return made


class DemoOutlets:
    """Opens the blog in memory, whatever the address; what a draft will be there is what its kind makes of it."""

    def __init__(self) -> None:
        self.posts: dict[str, Remote] = {}
        self._net = Outlets("demo", lambda: Routes({}))  # for previews only, which ask nothing

    def open(self, settings: OutletSettings, secret: str) -> DemoOutlet:
        def preview(draft: Rendered) -> Preview:
            if settings.kind in LAYOUTS:
                return SiteFolder(settings, Path("/nowhere")).preview(draft)
            return self._net.open(settings, secret).preview(draft)

        return DemoOutlet(secret, self.posts, preview)
