"""First steps that change nothing but what is remembered of them."""

from __future__ import annotations

from pkm_app.base.errors import Refused


class DemoBeginning:
    """``first``: nobody has begun; ``refused`` is a folder that will not do; ``chosen`` and ``tried`` tell what was."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.sample = False
        self.first = False
        self.begun = "yes"
        self.refused = ""
        self.holding = ""
        self.chosen: list[str] = []
        self.tried: list[str] = []
        self.reopened: list[str] = []

    def is_first(self) -> bool:
        return self.first

    def state(self) -> str:
        return self.begun

    def put_off(self) -> None:
        if not self.begun:
            self.begun = "later"

    def check(self, folder: str) -> bool:
        if folder == self.refused:
            raise Refused("{folder} is a file. Choose a folder.", folder=folder)
        return folder == self.holding

    def take_then(self) -> str:
        return ""

    def choose(self, folder: str, then: str = "") -> bool:
        self.check(folder)
        self.chosen.append(folder)
        self.begun = "yes"
        return folder != self.folder

    def reopen(self, then: str) -> None:
        self.reopened.append(then)

    def try_sample(self, language: str) -> None:
        self.put_off()
        self.tried.append(language)

    def leave_sample(self) -> None:
        self.tried.append("left")
