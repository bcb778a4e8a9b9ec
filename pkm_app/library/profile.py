"""Where one profile keeps what is not in the vault: data, settings and caches of this machine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pkm_app.base.errors import Refused, StorageProblem

APP = "pkm"


@dataclass(frozen=True, slots=True)
class Profile:
    """``data`` is precious to this machine (database, history), ``config`` holds its settings, ``cache`` may be
    deleted at any time."""

    data: Path
    config: Path
    cache: Path

    def prepare(self, vault: Path) -> None:
        """Make the folders, for their owner alone.

        Raises Refused when one would lie inside the vault (a synchronised index could run code) or the vault in
        one of them, StorageProblem when they cannot be made.
        """
        root = Path(os.path.realpath(vault))
        for folder in self.folders():
            real = Path(os.path.realpath(folder))
            if real.is_relative_to(root) or root.is_relative_to(real):
                raise Refused("{folder} and the PKM folder {vault} may not lie inside one another: choose another "
                              "place with --data or --vault.", folder=folder, vault=vault)
        for folder in self.folders():
            try:
                if not folder.parent.exists():  # ours too, then: what it holds is nobody else's business
                    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                folder.chmod(0o700)
                if not os.access(folder, os.W_OK | os.X_OK):
                    raise PermissionError(13, os.strerror(13))
            except OSError as error:
                raise StorageProblem("The folder {folder} cannot be used: {reason}. Choose another place with --data.",
                                     folder=folder, reason=error.strerror or str(error)) from error

    def folders(self) -> tuple[Path, Path, Path]:
        """Return the three folders."""
        return self.data, self.config, self.cache


def find_profile(data_option: str = "") -> Profile:
    """Return the profile in the folder a person named, or the one in the per-user folders of this system."""
    if data_option:
        root = Path(data_option).expanduser().absolute()
        return Profile(root / "data", root / "config", root / "cache")
    import platformdirs

    dirs = platformdirs.PlatformDirs(APP, appauthor=False)
    # On Windows and macOS two of them are one folder: each gets a name of its own in it.
    data, config, cache = dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path
    if len({data, config, cache}) < 3:
        data, config, cache = data / "data", config / "config", cache / "cache"
    return Profile(data, config, cache)


def find_vault(vault_option: str = "", remembered: str = "") -> Path:
    """Return the vault: the one that was named, else the one this machine remembers, else ``Documents/PKM``."""
    named = vault_option or remembered
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs

    return platformdirs.user_documents_path() / "PKM"
