"""One Markdown file of the vault, read under limits and written by editing the one line.

The load and save contract: ``parse_vault_file(data).to_bytes() == data`` for every byte string whatever,
and changing one front-matter key changes that key's lines and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VaultFile:
    """Placeholder: see the module that replaces this."""

    data: bytes
