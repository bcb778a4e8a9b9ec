"""Write the bill of materials: ``python packaging/sbom/bill.py FILE``, CycloneDX 1.5 in JSON, made of uv.lock alone.

It names every library that an installed program may carry, with version, address in PyPI and the hashes of its files;
what only developers use is left out. Where the lock holds two versions of a library for different Pythons, the one for
the Python that runs this is named: the program is built with the same. The same lock and Python give the same file.
"""

from __future__ import annotations

import json
import platform
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "pkm-workbench"


def bill(lock: dict[str, Any], version: str, python: str = platform.python_version()) -> dict[str, Any]:
    """Return the bill for a parsed lock file and a Python ("3.11.2")."""
    packages = {package["name"]: package for package in lock["package"] if _is_for(package, python)}
    names = sorted(_needed(packages))
    text = json.dumps([packages[name] for name in names], sort_keys=True, default=str)
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, text)}",
        "metadata": {"component": {
            "type": "application", "bom-ref": PROGRAM, "name": PROGRAM, "version": version,
            "licenses": [{"license": {"id": "GPL-3.0-or-later"}}]}},
        "components": [_component(packages[name]) for name in names],
        "dependencies": [_edges(PROGRAM, packages), *(_edges(name, packages) for name in names)],
    }


def _is_for(package: dict[str, Any], python: str) -> bool:
    """Say whether a package is of the resolution for a Python: the lock names its markers where there are several."""
    markers = package.get("resolution-markers")
    told = {"python_full_version": python, "python_version": ".".join(python.split(".")[:2])}
    return markers is None or any(Marker(marker).evaluate(told) for marker in markers)


def _needed(packages: dict[str, Any]) -> set[str]:
    """Return the names of what the program needs, directly or through others."""
    found: set[str] = set()
    pending = list(_wants(packages[PROGRAM]))
    while pending:
        name = pending.pop()
        if name not in found and name in packages:
            found.add(name)
            pending += _wants(packages[name])
    return found


def _wants(package: dict[str, Any]) -> Iterator[str]:
    for wanted in package.get("dependencies", ()):
        yield wanted["name"]
    for wanted in (one for extra in package.get("optional-dependencies", {}).values() for one in extra):
        if package["name"] != PROGRAM:
            yield wanted["name"]


def _component(package: dict[str, Any]) -> dict[str, Any]:
    files = [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else [])]
    return {
        "type": "library", "bom-ref": package["name"], "name": package["name"], "version": package["version"],
        "purl": f"pkg:pypi/{re.sub(r'[-_.]+', '-', package['name']).lower()}@{package['version']}",
        "externalReferences": [
            {"type": "distribution", "url": file["url"],
             "hashes": [{"alg": "SHA-256", "content": file["hash"].removeprefix("sha256:")}]}
            for file in files if "url" in file and str(file.get("hash", "")).startswith("sha256:")],
    }


def _edges(name: str, packages: dict[str, Any]) -> dict[str, Any]:
    return {"ref": name, "dependsOn": sorted({wanted for wanted in _wants(packages[name]) if wanted in packages})}


def main() -> None:
    """Write the bill of the lock beside this project."""
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "pkm_app" / "__init__.py").read_text(encoding="utf-8"))
    assert version
    made = bill(tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8")), version[1])
    Path(sys.argv[1]).write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{sys.argv[1]}: {len(made['components'])} libraries")


if __name__ == "__main__":
    main()
