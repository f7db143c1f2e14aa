"""The vault: secrets sealed with one key that lives in the system's keyring, or for this session only.

The only place that touches keyring and cryptography. Nothing is ever written in clear; a sealed secret in a backup is
useless without the key.
"""

import base64
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from enum import StrEnum

from app.core.text import N_
from app.errors import VaultError

SERVICE = "plimsoll"
ACCOUNT = "vault key"
KEY_BYTES = 32
NONCE_BYTES = 12
DEADLINE_S = 3.0  # a keyring whose service cannot start has been seen to hang for 120 s
_FORMAT = b"\x01"


class Kept(StrEnum):
    """Where the vault key is."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - sealed on this computer, and opened by what the seller types
    SESSION = "session"  # in memory: secrets must be typed again after the next start


class Vault:
    """Seals secrets with AES-256-GCM. `context` (shop and name) is authenticated: a sealed text cannot be moved."""

    def __init__(self, key: bytes, kept: Kept) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if len(key) != KEY_BYTES:
            raise VaultError(N_("The vault key in the keyring is damaged."), N_("Connect your shops again."))
        self._cipher, self.key = AESGCM(key), key
        self.kept = kept

    def seal(self, secret: str, context: str) -> bytes:
        """The secret, unreadable without the key."""
        nonce = os.urandom(NONCE_BYTES)
        return _FORMAT + nonce + self._cipher.encrypt(nonce, secret.encode(), context.encode())

    def open(self, sealed: bytes, context: str) -> str:
        """The secret again. Raises `VaultError` when it was sealed with another key, or changed."""
        from cryptography.exceptions import InvalidTag

        nonce, text = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            if sealed[:1] != _FORMAT:
                raise InvalidTag
            return self._cipher.decrypt(nonce, text, context.encode()).decode()
        except InvalidTag as error:
            raise VaultError(
                N_("The key to this shop’s sign-in is not on this computer."),
                N_("Connect the shop again. Your stock and its history are untouched."),
            ) from error


def open_vault(*, deadline_s: float = DEADLINE_S, late: Callable[[Vault], None] | None = None) -> Vault:
    """The vault with its key from the keyring; for this session only where there is none or it does not answer.

    Blocks up to `deadline_s`: never call it in the window's thread. A keyring that answers after that (a slow start of
    the computer, somebody who types its password) is told to `late`, in a thread of its own.
    """
    found: Future[bytes] = Future()
    threading.Thread(target=_ask_keyring, args=(found,), name="keyring", daemon=True).start()
    try:
        return Vault(found.result(timeout=deadline_s), Kept.KEYRING)
    except FutureTimeoutError:
        if late is not None:
            found.add_done_callback(lambda came: came.exception() or late(Vault(came.result(), Kept.KEYRING)))
        return Vault(os.urandom(KEY_BYTES), Kept.SESSION)
    except VaultError:
        return Vault(os.urandom(KEY_BYTES), Kept.SESSION)


def _ask_keyring(found: Future[bytes]) -> None:
    try:
        found.set_result(_key_from_keyring())
    except Exception:  # noqa: BLE001 - the top of a thread; backends raise D-Bus errors that are not keyring's own
        found.set_exception(VaultError(N_("The system’s keyring does not answer."), N_("See Settings.")))


def _key_from_keyring() -> bytes:
    import keyring

    kept = keyring.get_password(SERVICE, ACCOUNT)
    if kept is not None:
        return base64.b64decode(kept, validate=True)  # a damaged key is an error: it is never replaced in secret
    key = os.urandom(KEY_BYTES)
    text = base64.b64encode(key).decode()
    keyring.set_password(SERVICE, ACCOUNT, text)
    if keyring.get_password(SERVICE, ACCOUNT) != text:  # a keyring that forgets is no keyring
        raise VaultError(N_("The system’s keyring does not keep what it is given."), N_("See Settings."))
    return key
