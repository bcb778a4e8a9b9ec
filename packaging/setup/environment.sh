#!/bin/bash
# Makes .venv from the lock, and nothing outside this clone: `environment.sh run` or `environment.sh dev`.
# Needs git, python3 (3.11 or newer) with its venv module, and a network or an index that pip knows.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
kind=${1:-dev}
UV_VERSION=0.13.9

die() { printf '%s\n' "$@" >&2; exit 1; }

python=
for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null 2>&1 &&
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$(command -v "$name")
        break
    fi
done
[ -n "$python" ] || die "PKM needs Python 3.11 or newer, and there is none here." \
    "On Debian or Ubuntu: sudo apt-get install python3 python3-venv"

wanted="$kind $(cat uv.lock pyproject.toml packaging/setup/environment.sh | cksum) $("$python" -V 2>&1)"
# The development environment holds everything the other one does.
if [ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null && [ -f .venv/.made ]; then
    made=$(cat .venv/.made)
    if [ "$made" = "$wanted" ] || [ "$made" = "dev ${wanted#* }" ]; then
        exit 0
    fi
fi

echo "Setting up PKM in $(pwd)/.venv (once; needs the network) ..." >&2
if ! [ -x .tools/bin/python ] || ! .tools/bin/python -c '' 2>/dev/null; then
    rm -rf .tools
    "$python" -m venv .tools 2>/dev/null || { rm -rf .tools; die \
        "Python's venv module is missing." "On Debian or Ubuntu: sudo apt-get install python3-venv"; }
fi
if [ "$(.tools/bin/uv --version 2>/dev/null | cut -d' ' -f2)" != "$UV_VERSION" ]; then
    .tools/bin/python -m pip install --quiet --disable-pip-version-check --no-cache-dir "uv==$UV_VERSION" ||
        die "The installer uv $UV_VERSION could not be fetched. Is there a network? Nothing else was changed."
fi
groups=(--no-dev)
[ "$kind" = run ] || groups=(--all-groups)
export UV_CACHE_DIR=${UV_CACHE_DIR:-$PWD/.tools/cache} UV_PYTHON_DOWNLOADS=never UV_PYTHON=$python UV_NO_PROGRESS=1 UV_LINK_MODE=hardlink
.tools/bin/uv sync --quiet --frozen --inexact "${groups[@]}" ||
    die "The packages of the lock could not be installed; see above. Run the same command again to go on."
printf '%s\n' "$wanted" >.venv/.made
