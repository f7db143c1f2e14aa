"""The vault: sealed with a key from the keyring, or for this session only; never in clear, never hanging."""

import base64
import threading
import time

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from app import credentials
from app.credentials import ACCOUNT, SERVICE, Kept, Vault, open_vault
from app.errors import VaultError
from app.strongbox import Strongbox

SECRET = "cs_0123456789abcdef"


class Failing(KeyringBackend):
    """A keyring that raises what it is told, or does something else."""

    priority = 1  # type: ignore[assignment]

    def __init__(self, act) -> None:
        super().__init__()
        self._act = act

    def get_password(self, service, username):
        return self._act()

    def set_password(self, service, username, password):
        self._act()

    def delete_password(self, service, username):
        self._act()


@pytest.fixture
def use(monkeypatch):
    def put(backend):
        monkeypatch.setattr(keyring.core, "_keyring_backend", backend)

    return put


def test_the_same_key_comes_back_from_the_keyring():
    first = open_vault()
    assert first.kept is Kept.KEYRING
    sealed = first.seal(SECRET, "shop/1/secret")
    assert open_vault().open(sealed, "shop/1/secret") == SECRET
    assert len(keyring.get_password(SERVICE, ACCOUNT)) < 1280, "Windows takes no more"


def test_nothing_sealed_can_be_read_or_moved():
    vault = open_vault()
    sealed = vault.seal(SECRET, "shop/1/secret")
    assert SECRET.encode() not in sealed
    assert sealed != vault.seal(SECRET, "shop/1/secret"), "a fresh nonce each time"
    for spoiled, context in (
        (sealed, "shop/2/secret"),
        (sealed[:-1] + bytes([sealed[-1] ^ 1]), "shop/1/secret"),
        (b"\x09" + sealed[1:], "shop/1/secret"),
        (b"", "shop/1/secret"),
    ):
        with pytest.raises(VaultError, match="Connect the shop again"):
            vault.open(spoiled, context)


def test_another_key_does_not_open_it():
    sealed = Vault(b"a" * 32, Kept.SESSION).seal(SECRET, "x")
    with pytest.raises(VaultError):
        Vault(b"b" * 32, Kept.SESSION).open(sealed, "x")


def raising(error):
    def act():
        raise error

    return act


@pytest.mark.parametrize(
    "act",
    [
        raising(KeyringLocked("locked")),
        raising(OSError(1783, "The stub received bad data")),
        raising(RuntimeError("a D-Bus error that is no keyring error")),
        lambda: "not base64!",
        lambda: base64.b64encode(b"too short").decode(),
        lambda: None,  # takes the key and forgets it
    ],
)
def test_a_keyring_that_does_not_work_means_this_session_only(use, act):
    use(Failing(act))
    vault = open_vault()
    assert vault.kept is Kept.SESSION
    assert vault.open(vault.seal(SECRET, "x"), "x") == SECRET


def test_a_keyring_that_hangs_is_not_waited_for(use):
    released = threading.Event()
    use(Failing(lambda: released.wait(30) and None))
    began = time.monotonic()
    try:
        assert open_vault(deadline_s=0.2).kept is Kept.SESSION
        assert time.monotonic() - began < 5
    finally:
        released.set()
        for thread in threading.enumerate():
            if thread.name == "keyring":
                thread.join(timeout=5)


def test_a_damaged_key_is_never_replaced_in_secret(use):
    """Its owner may mend it; a new key would make everything sealed with the old one unreadable for good."""
    keyring.set_password(SERVICE, ACCOUNT, "damaged")
    assert open_vault().kept is Kept.SESSION
    assert keyring.get_password(SERVICE, ACCOUNT) == "damaged"
    keyring.delete_password(SERVICE, ACCOUNT)


def test_a_keyring_that_answers_late_is_taken_when_it_does(use, tmp_path, monkeypatch):
    released, told, key = threading.Event(), threading.Event(), bytes(range(32))
    use(Failing(lambda: released.wait(30) and base64.b64encode(key).decode()))
    monkeypatch.setattr(credentials.open_vault, "__kwdefaults__", {"deadline_s": 0.05, "late": None})
    box = Strongbox(tmp_path)
    assert box.begin(told.set) == "session"
    released.set()
    assert told.wait(10)
    assert box.kept == "keyring"
    assert box.vault().key == key
