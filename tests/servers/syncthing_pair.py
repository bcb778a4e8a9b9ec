"""Makes two Syncthing programs know one another, on loopback and nowhere else; waits until they are connected."""

from __future__ import annotations

import json
import socket
import sys
import threading
import time
import urllib.request
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

FOLDER = "pkm"
OTHER = {"a": "b", "b": "a"}
_OFF = ("globalAnnounceEnabled", "localAnnounceEnabled", "relaysEnabled", "natEnabled", "crashReportingEnabled",
        "startBrowser")


def free_ports(count: int) -> list[int]:
    """Return ports that nobody listens on just now."""
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def configure(folder: Path) -> None:
    """Rewrite what ``syncthing generate`` made of both."""
    trees = {side: ET.parse(folder / side / "config.xml") for side in OTHER}
    ports = free_ports(4)
    nodes: dict[str, dict[str, Any]] = {}
    for side, tree in trees.items():
        root = tree.getroot()
        nodes[side] = {
            "url": f"http://127.0.0.1:{ports.pop()}", "listen": f"tcp://127.0.0.1:{ports.pop()}",
            "key": root.findtext("gui/apikey"), "id": root.find("device").get("id"),  # type: ignore[union-attr]
            "data": str(folder / side / "data")}
    for side, tree in trees.items():
        _write(tree, nodes[side], nodes[OTHER[side]])
        tree.write(folder / side / "config.xml", encoding="utf-8")
    (folder / "info.json").write_text(json.dumps({**nodes, "folder": FOLDER, "dir": str(folder)}))


def _write(tree: ET.ElementTree[Any], me: dict[str, Any], other: dict[str, Any]) -> None:
    root = tree.getroot()
    root.find("gui/address").text = me["url"].removeprefix("http://")
    options = root.find("options")
    for name in _OFF:
        for element in options.iter(name):
            element.text = "false"
    for name, value in (("listenAddress", me["listen"]), ("urAccepted", "-1"), ("reconnectionIntervalS", "1")):
        found = options.findall(name)
        for extra in found[1:]:
            options.remove(extra)
        (found[0] if found else ET.SubElement(options, name)).text = value
    device = ET.SubElement(root, "device", id=other["id"], name="other")
    ET.SubElement(device, "address").text = other["listen"]
    shared = ET.SubElement(root, "folder", id=FOLDER, label=FOLDER, path=me["data"], type="sendreceive",
                           rescanIntervalS="3600", fsWatcherEnabled="true", fsWatcherDelayS="1")
    for one in (me, other):
        ET.SubElement(shared, "device", id=one["id"])
    ET.SubElement(shared, "maxConflicts").text = "10"


def ask(node: dict[str, Any], path: str, method: str = "GET") -> Any:
    """Ask one of the two by REST."""
    request = urllib.request.Request(f"{node['url']}/rest/{path}", headers={"X-API-Key": node["key"]}, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        text = answer.read()
    return json.loads(text) if text.strip() else None


def wait(folder: Path, seconds: float = 240) -> None:
    """Wait until both are connected and idle, then note their processes. Raises SystemExit when they are not."""
    info = json.loads((folder / "info.json").read_text())
    until = time.monotonic() + seconds
    pause = threading.Event()
    while time.monotonic() < until:
        try:
            if all(ask(info[side], "system/connections")["connections"][info[OTHER[side]]["id"]]["connected"]
                   and ask(info[side], f"db/status?folder={FOLDER}")["state"] == "idle" for side in OTHER):
                info["pids"] = [int((folder / f"{side}.pid").read_text()) for side in OTHER]
                (folder / "info.json").write_text(json.dumps(info) + "\n")
                return
        except (OSError, KeyError, ValueError):
            pass  # not up yet
        pause.wait(0.1)
    sys.exit("the two did not connect")


if __name__ == "__main__":
    {"configure": configure, "wait": wait}[sys.argv[1]](Path(sys.argv[2]))
