"""A passphrase opens the vault key where there is no keyring, and nothing else does."""

import json
import stat

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from app import passphrase
from app.credentials import Kept
from app.errors import VaultError
from app.strongbox import Strongbox

WORDS = "four plain wörds here"
KEY = bytes(range(32))
REAL_COST = passphrase._COST


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The real cost is a third of a second and 64 MiB each time."""
    monkeypatch.setattr(passphrase, "_COST", {"memory_kib": 64, "iterations": 1, "lanes": 1})


@pytest.fixture
def no_keyring(monkeypatch):
    monkeypatch.setattr(keyring.core, "_keyring_backend", NoKeyring())


def test_the_key_comes_back_for_the_same_words_only(tmp_path):
    passphrase.keep(tmp_path, KEY, WORDS)
    assert passphrase.open_with(tmp_path, WORDS) == KEY
    assert passphrase.open_with(tmp_path, "four plain wo\u0308rds here") == KEY, "typed on another keyboard"
    with pytest.raises(VaultError, match="not the passphrase"):
        passphrase.open_with(tmp_path, WORDS + " ")
    text = (tmp_path / passphrase.FILE).read_text()
    assert KEY.hex() not in text
    assert WORDS not in text
    assert stat.S_IMODE((tmp_path / passphrase.FILE).stat().st_mode) == 0o600
    assert json.loads(text)["kdf"] == "argon2id"


def test_the_real_cost_is_what_the_rfc_recommends():
    assert REAL_COST == {"memory_kib": 64 * 1024, "iterations": 3, "lanes": 4}


@pytest.mark.parametrize(
    "spoiled",
    ["", "{}", '{"format": 1}', '{"format":1,"kdf":"argon2id","memory_kib":99999999,"iterations":1,"lanes":1}'],
)
def test_a_damaged_file_is_said_in_words_and_kept(tmp_path, spoiled):
    (tmp_path / passphrase.FILE).write_text(spoiled)
    with pytest.raises(VaultError, match="cannot be read"):
        passphrase.open_with(tmp_path, WORDS)
    assert (tmp_path / passphrase.FILE).read_text() == spoiled


def test_too_short_is_refused(tmp_path):
    with pytest.raises(VaultError, match="too short"):
        passphrase.keep(tmp_path, KEY, "short")
    assert not passphrase.is_kept(tmp_path)


@pytest.mark.usefixtures("no_keyring")
def test_from_a_session_to_a_passphrase_and_back(tmp_path):
    box = Strongbox(tmp_path)
    assert box.kept == ""
    assert box.begin() == "session"
    sealed = box.vault().seal("secret", "shop/1/key")
    box.set_passphrase(WORDS)
    assert box.kept == "passphrase"
    later = Strongbox(tmp_path)
    assert later.begin() == "locked"
    with pytest.raises(VaultError, match="locked"):
        later.vault()
    with pytest.raises(VaultError, match="not the passphrase"):
        later.unlock("some other words")
    later.unlock(WORDS)
    assert later.vault().open(sealed, "shop/1/key") == "secret", "what was sealed before is still open to it"
    later.set_passphrase("another one altogether")
    assert later.vault().open(sealed, "shop/1/key") == "secret"
    later.forget_passphrase()
    assert later.kept == Kept.SESSION
    assert Strongbox(tmp_path).begin() == "session"


def test_where_a_passphrase_is_kept_the_keyring_is_not_asked(tmp_path):
    """It would make a key of its own, and what was sealed with the other one could not be read any more."""
    passphrase.keep(tmp_path, KEY, WORDS)
    assert Strongbox(tmp_path).begin() == "locked"
