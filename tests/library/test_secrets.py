import os
import subprocess
import sys
import traceback
from dataclasses import replace
from pathlib import Path

import pytest

from pkm_app.base.errors import Refused
from pkm_app.library.secrets import KeyringSecrets
from pkm_app.share.model import OutletSettings

BLOG = OutletSettings("blog", "wordpress", "https://Blog.example:8443/wp", "ann")


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeyringSecrets:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.fakes.keyring.FileKeyring")
    monkeypatch.setenv("PKM_TEST_KEYRING", str(tmp_path / "keyring.json"))
    return KeyringSecrets()


def test_a_secret_is_kept_found_and_forgotten(secrets: KeyringSecrets):
    assert secrets.get(BLOG) is None
    secrets.put(BLOG, "hush")
    assert KeyringSecrets().get(BLOG) == "hush"
    secrets.forget(BLOG)
    assert secrets.get(BLOG) is None
    secrets.forget(BLOG)


def test_it_is_known_by_kind_origin_and_user_and_by_nothing_else(secrets: KeyringSecrets):
    secrets.put(BLOG, "hush")
    assert secrets.get(replace(BLOG, name="renamed", address="https://blog.example:8443/other", audience="team"))
    for other in (replace(BLOG, kind="ghost"), replace(BLOG, user="bob"),
                  replace(BLOG, address="http://blog.example:8443/wp"),
                  replace(BLOG, address="https://blog.example/wp"),
                  replace(BLOG, address="https://evil.example:8443/wp")):
        assert secrets.get(other) is None


@pytest.mark.parametrize("named", ["keyring.backends.fail.Keyring", "no.such.Backend", "keyring.backends.null.Missing"])
def test_a_keyring_that_is_not_there_is_one_sentence(monkeypatch: pytest.MonkeyPatch, named: str):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", named)
    with pytest.raises(Refused) as caught:
        KeyringSecrets().put(BLOG, "hush")
    assert "keyring" in str(caught.value)
    assert "hush" not in str(caught.value)


class Trouble(Exception):  # noqa: N818  as they call theirs
    """What the bus of a keyring raises: no error that anybody knows of."""


class Locked:
    def get_password(self, *_words: str) -> str:
        raise Trouble("hush is locked")

    set_password = delete_password = get_password


@pytest.mark.parametrize("act", ["get", "put", "forget"])
def test_a_keyring_that_fails_while_it_is_asked_is_one_sentence(secrets: KeyringSecrets, act: str):
    secrets.__dict__["_backend"] = Locked()
    with pytest.raises(Refused, match=r"did not answer \(Trouble\)") as caught:
        getattr(secrets, act)(BLOG, *(["hush"] if act == "put" else []))
    assert "hush is" not in "".join(traceback.format_exception(caught.value))


PLAINTEXT = """
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = 9
    def get_password(self, service, username): return None
    def set_password(self, service, username, password): open({kept!r}, "w").write(password)
    def delete_password(self, service, username): pass
"""

TRY = """
import sys
from pkm_app.base.errors import Refused
from pkm_app.library.secrets import KeyringSecrets
from pkm_app.share.model import OutletSettings
import keyrings.alt.file
outlet = OutletSettings("blog", "wordpress", "https://blog.example/", "ann")
try:
    KeyringSecrets().put(outlet, "hush")
except Refused as refused:
    print(refused)
    KeyringSecrets().forget(outlet)
    sys.exit(1)
"""


@pytest.mark.parametrize(("named", "kept"), [("", False), ("keyrings.alt.file.PlaintextKeyring", True)])
def test_a_plaintext_keyring_is_used_when_named_and_never_by_itself(tmp_path: Path, named: str, kept: bool):
    package = tmp_path / "keyrings" / "alt"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").write_text("")
    (package / "__init__.py").write_text("")
    (package / "file.py").write_text(PLAINTEXT.format(kept=str(tmp_path / "open to all")))
    environment = {key: value for key, value in os.environ.items() if "KEYRING" not in key and "DBUS" not in key}
    environment |= {"PYTHONPATH": f"{tmp_path}{os.pathsep}{Path.cwd()}", "HOME": str(tmp_path),
                    "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    if named:
        environment["PYTHON_KEYRING_BACKEND"] = named
    done = subprocess.run([sys.executable, "-c", TRY], env=environment, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert (done.returncode, (tmp_path / "open to all").exists()) == ((0, True) if kept else (1, False))
    if not kept:
        assert "keyring" in done.stdout
