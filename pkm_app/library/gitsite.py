"""Drafts in a static site that is kept in git: a branch of its own, which others look at before it goes anywhere.

A clone is kept in the cache. Before each question it is made what the remote has; after a change it is committed and
pushed, never forced. Nothing of a repository runs here: no hooks, no file watchers, no external transports, no links.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from pkm_app.base.errors import NetworkProblem, Refused
from pkm_app.library.gitaddress import git_address
from pkm_app.library.sitefolder import SiteFolder
from pkm_app.share.model import OutletSettings, Remote, Rendered
from pkm_app.share.preview import Preview
from pkm_app.share.updating import to_update

BRANCH = "pkm-drafts"
SECONDS = 120.0
_SAFE = (
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.symlinks=false", "core.sshCommand=ssh -oBatchMode=yes",
    "protocol.ext.allow=never", "protocol.allow=never", "protocol.https.allow=always", "protocol.ssh.allow=always",
    "protocol.file.allow=always", "submodule.recurse=false", "transfer.fsckObjects=true", "gc.auto=0",
    "user.name=PKM", "user.email=pkm@localhost", "commit.gpgSign=false", "core.autocrlf=false", "filter.lfs.smudge=",
    "filter.lfs.required=false",
)


def is_git_address(address: str) -> bool:
    """Say whether an outlet's address means a git repository: ``git+https://…``, ``git+ssh://…``, ``git+file://…``."""
    return address.startswith("git+")


class GitSite:
    """Implements ``share.ports.Outlet`` over a clone. ``cache`` is the folder in which clones are kept."""

    can_find = True

    def __init__(self, settings: OutletSettings, vault: Path, cache: Path) -> None:
        self._address = git_address(settings.address)
        self._host, url = self._address.place, self._address.url
        who = (settings.user or "git") if self._address.scheme == "ssh" else ""
        self._remote = url.replace("://", f"://{who}@", 1) if who else url
        self._clone = cache / "sites" / hashlib.sha256(self._remote.encode()).hexdigest()[:16]
        self._called = self._address.typed
        self._folder = SiteFolder(replace(settings, address=str(self._clone)), vault, self._called)

    def check(self) -> str:
        """Fetch the repository; give its name. Raises Refused, NetworkProblem."""
        self._catch_up()
        return self._address.name

    def find(self, marker: str) -> Remote | None:
        """Return the file that was written under a marker, or None."""
        self._catch_up()
        there = self._folder.find(marker)
        return self._told(self._live("", marker) or there)

    def get(self, remote_id: str) -> Remote | None:
        """Return a file as it stands in the repository now, None when it is gone: where it is published on the default
        branch, under its name or another, as it is there; else as it is on the branch of drafts."""
        self._catch_up()
        there, marker = self._folder.get(remote_id), self._folder.mark_of(remote_id)
        return self._told(self._live(remote_id, marker) or there)

    def create(self, draft: Rendered, marker: str) -> Remote:
        """Write a new file, commit and push it. Raises Refused, NetworkProblem, StorageProblem."""
        self._catch_up()
        return self._push(self._folder.create(draft, marker))

    def update(self, remote_id: str, draft: Rendered, seen_version: str) -> Remote:
        """Write a file anew, commit and push it. Raises Refused where it was changed or published there meanwhile."""
        self._catch_up()
        live = self._live(remote_id, self._folder.mark_of(remote_id))
        if live is not None:
            to_update(live, draft, seen_version, self.imprint(draft), self._called)  # refuses what is no draft
        self._catch_up()
        return self._push(self._folder.update(remote_id, draft, seen_version))

    def imprint(self, draft: Rendered) -> str:
        """Return the imprint of a draft."""
        return self._folder.imprint(draft)

    def preview(self, draft: Rendered) -> Preview:
        """Return what a draft will be there."""
        shown = self._folder.preview(draft)
        return replace(shown, facts=(("folder", self._called),))

    def _catch_up(self) -> None:
        """Make the clone what the remote has: its branch of drafts, or else its default branch."""
        if not (self._clone / ".git").is_dir():
            self._clone.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._git("clone", "--quiet", "--no-tags", "--", self._remote, str(self._clone), here=False)
        self._git("fetch", "--quiet", "--prune", "--no-tags", "origin")
        names = self._branches()
        if not names:
            self._git("symbolic-ref", "HEAD", f"refs/heads/{BRANCH}")  # a repository without a commit
            return
        start = f"origin/{BRANCH}" if BRANCH in names else "origin/HEAD"
        self._git("checkout", "--quiet", "--force", "-B", BRANCH, start, "--")
        self._git("clean", "--quiet", "-fdx")

    def _branches(self) -> set[str]:
        """The branches of the remote, HEAD among them where it names one that is there."""
        listing = ("for-each-ref", "--format=%(refname:lstrip=3)", "refs/remotes/origin")
        names = set(self._git(*listing).split())
        if names and "HEAD" not in names and names != {BRANCH}:
            with suppress(NetworkProblem):  # a remote may have no default branch; then there is none to look at
                self._git("remote", "set-head", "origin", "--auto")  # the clone was made while it was empty
            names = set(self._git(*listing).split())
        return names

    def _live(self, remote_id: str, marker: str) -> Remote | None:
        """A file that is published on the default branch, by its path or its mark; None while it is a draft there too,
        or not there at all. What is checked out afterwards is that branch."""
        names = self._branches()
        if "HEAD" not in names:
            return None
        self._git("checkout", "--quiet", "--force", "--detach", "origin/HEAD", "--")
        self._git("clean", "--quiet", "-fdx")
        there = self._folder.get(remote_id) if remote_id else None
        if there is None and marker:
            there = self._folder.find(marker)
        return there if there is not None and there.status == "published" else None

    def _push(self, remote: Remote) -> Remote:
        name = unquote(remote.remote_id)
        self._git("add", "--", name)
        if self._git("status", "--porcelain", "--", name).strip():
            self._git("commit", "--quiet", "--message", f"Draft: {' '.join(remote.title.split())[:100]}", "--",
                      name)
        self._git("push", "--quiet", "origin", f"HEAD:refs/heads/{BRANCH}")
        return self._told(remote) or remote

    def _told(self, remote: Remote | None) -> Remote | None:
        """A file is looked at in the repository, not in the clone."""
        shown = self._remote.removesuffix(".git") if self._remote.startswith("https://") else self._remote
        # where it can be read once it is published, only the person knows
        return replace(remote, url="" if remote.status == "published" else shown, edit_url=shown) if remote else None

    def _git(self, *words: str, here: bool = True) -> str:
        options = [part for setting in _SAFE for part in ("-c", setting)]
        place = ["-C", str(self._clone)] if here else []
        environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "", "SSH_ASKPASS": "", "LC_ALL": "C",
                       "GIT_LFS_SKIP_SMUDGE": "1"}
        try:
            done = subprocess.run(["git", *place, *options, *words], capture_output=True, timeout=SECONDS,
                                  env=environment, stdin=subprocess.DEVNULL, encoding="utf-8", errors="replace",
                                  check=False)
        except FileNotFoundError:
            raise Refused("git is not installed here, so nothing can be sent to a repository.") from None
        except subprocess.TimeoutExpired:
            raise NetworkProblem("{host} did not answer in full within {seconds} seconds.", kind="timeout",
                                 host=self._host, seconds=int(SECONDS)) from None
        if done.returncode:
            self._fail(done.stderr)
        return done.stdout

    def _fail(self, said: str) -> None:
        lines = [line.removeprefix("fatal: ").removeprefix("error: ") for line in said.splitlines() if line.strip()]
        if any("fetch first" in line or "non-fast-forward" in line or "rejected" in line for line in lines):
            raise Refused("Somebody changed the drafts at {host} at the same moment. Publish again.", host=self._host)
        message = re.sub(r"//[^/@\s]*@", "//", lines[0] if lines else "git failed")
        raise NetworkProblem("git cannot work with {host}: {message}", host=self._host, message=message)
