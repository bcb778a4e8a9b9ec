"""Refreshing by itself while the window is open: on a schedule, on return of the network, politely."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

from pkm_app.seek.model import Feed
from pkm_app.seek.pace import Surroundings, next_refresh
from pkm_app.work.schedule import Schedule

FIRST = timedelta(seconds=45)  # the window opens in peace, and what is asked for at once comes first
SETTING = "refresh"  # "auto" or "ask"


class NetworkInfo(Protocol):
    """The part of QNetworkInformation that is asked."""

    def reachability(self) -> QNetworkInformation.Reachability:
        """How far the network reaches."""

    def isMetered(self) -> bool:  # noqa: N802  Qt names it so
        """Whether its owner pays by the byte."""


class Network(QObject):
    """What the system says of its network, kept up to date on the main thread, to be read from any.

    Qt asks NetworkManager (over D-Bus) or GLib on Linux, the network list manager on Windows, and the system's own
    reachability on macOS, which does not tell about metered lines.
    """

    back = Signal()  # there is a connection again

    def __init__(self, info: QNetworkInformation | None = None, loaded: bool = False) -> None:
        super().__init__()
        self._info: NetworkInfo | None = info if loaded else _load()
        self.online: bool | None = None
        self.metered: bool | None = None
        for name in ("reachabilityChanged", "isMeteredChanged"):
            signal = getattr(self._info, name, None)
            if signal is not None:
                signal.connect(self.look)
        self.look()

    def look(self, *_news: object) -> None:
        """Ask anew."""
        if self._info is None:
            return
        reach, before = self._info.reachability(), self.online
        kinds = QNetworkInformation.Reachability
        self.online = None if reach == kinds.Unknown else reach != kinds.Disconnected
        self.metered = bool(self._info.isMetered())
        if before is False and self.online is not False:
            self.back.emit()


def _load() -> QNetworkInformation | None:
    wanted = QNetworkInformation.Feature
    for features in (wanted.Reachability | wanted.Metered, wanted.Reachability):
        if QNetworkInformation.loadBackendByFeatures(features):
            break
    else:
        return None
    return QNetworkInformation.instance()


class Automatic:
    """Begins a refresh when feeds have fallen due, unless the person wants to do that alone.

    ``begin`` may be called on any thread and must see to the rest. ``setting`` gives the choice of the moment.
    ``returned`` makes due what could not be reached; it is called away from the main thread.
    """

    def __init__(self, feeds: Callable[[], Sequence[Feed]], begin: Callable[[], object],
                 setting: Callable[[], str], now: Callable[[], datetime], network: Network,
                 battery: Callable[[], bool | None], first: timedelta = FIRST,
                 returned: Callable[[], None] = lambda: None) -> None:
        self._feeds, self._begin, self._setting, self._now = feeds, begin, setting, now
        self._network, self._battery = network, battery
        self._last: datetime | None = None
        self._opened = now()
        self._first = first
        self._returned = returned
        self._back = False  # the network is, and nobody was told yet
        self._schedule = Schedule(self.next_due, self.act, now)
        network.back.connect(self.network_is_back)

    def start(self) -> None:
        """Begin to watch."""
        self._schedule.start()

    def close(self) -> None:
        """Stop watching."""
        self._schedule.close()

    def network_is_back(self) -> None:
        """Do what could not be done meanwhile, now."""
        self._last, self._back = None, True
        self._schedule.look_again()

    def next_due(self) -> datetime | None:
        """When the next refresh begins by itself, None for not before something changes."""
        if self._back:
            self._back = False
            self._returned()
        if self._setting() == "ask":
            return None
        network = self._network
        around = Surroundings(network.online, network.metered, self._battery())
        due = next_refresh(self._feeds(), self._last, self._now(), around)
        return None if due is None else max(due, self._opened + self._first)

    def act(self) -> None:
        """Refresh."""
        self._last = self._now()
        self._begin()
