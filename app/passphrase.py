"""A key that a passphrase opens: for computers without a keyring. The vault's only other way to outlive a session.

What is kept is the vault key, sealed with a key that Argon2id makes of the passphrase. It lies in the folder of
settings and not in the inventory: a backup alone opens nothing, even for somebody who guesses the passphrase.
"""

import base64
import json
import os
from collections.abc import Mapping
from pathlib import Path

from app.core.text import N_
from app.errors import VaultError

FILE = "vault.json"
SHORTEST = 10  # characters
_FORMAT = 1
_CONTEXT = b"plimsoll vault key"
# OWASP's and RFC 9106's second recommendation: 64 MiB, three passes, four lanes. Some tenths of a second on a laptop.
_COST = {"memory_kib": 64 * 1024, "iterations": 3, "lanes": 4}
_MOST = {"memory_kib": 1024 * 1024, "iterations": 64, "lanes": 64}  # a file that asks for more is not ours


def is_kept(folder: Path) -> bool:
    """Is there a key that a passphrase opens?"""
    return (folder / FILE).exists()


def keep(folder: Path, key: bytes, passphrase: str) -> None:
    """Keep the vault key under this passphrase. Slow on purpose. Raises `VaultError`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(passphrase) < SHORTEST:
        raise VaultError(
            N_("This passphrase is too short."), N_("Take at least {n} characters: four words are good.", n=SHORTEST)
        )
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(_stretched(passphrase, salt, _COST)).encrypt(nonce, key, _CONTEXT)
    text = {"format": _FORMAT, "kdf": "argon2id", **_COST, "salt": _text(salt), "key": _text(nonce + sealed)}
    part = folder / f"{FILE}.part"
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            json.dump(text, file)
        part.replace(folder / FILE)
    except OSError as error:
        raise VaultError(
            N_("The key could not be kept: {reason}", reason=error.strerror or ""),
            N_("Your keys hold for this session. Allow writing in {folder}.", folder=str(folder)),
        ) from error


def open_with(folder: Path, passphrase: str) -> bytes:
    """The vault key again. Slow on purpose. Raises `VaultError` for another passphrase or a damaged file."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, sealed, cost = _read(folder / FILE)
    try:
        return AESGCM(_stretched(passphrase, salt, cost)).decrypt(sealed[:12], sealed[12:], _CONTEXT)
    except InvalidTag as error:
        raise VaultError(
            N_("This is not the passphrase."),
            N_("Type it again. Without it, connect your channels again: stock and history need no passphrase."),
        ) from error


def forget(folder: Path) -> None:
    """Keep no key any more: what is sealed with it holds for this session only. Raises `VaultError`."""
    try:
        (folder / FILE).unlink(missing_ok=True)
    except OSError as error:
        raise VaultError(
            N_("The key could not be removed: {reason}", reason=error.strerror or ""),
            N_("Remove {file} yourself.", file=str(folder / FILE)),
        ) from error


def _read(path: Path) -> tuple[bytes, bytes, dict[str, int]]:
    try:
        found = json.loads(path.read_text(encoding="ascii"))
        cost = {name: int(found[name]) for name in _COST}
        fine = found["format"] == _FORMAT and found["kdf"] == "argon2id"
        if not fine or any(not 1 <= cost[name] <= most for name, most in _MOST.items()):
            raise ValueError("another format")
        return base64.b64decode(found["salt"], validate=True), base64.b64decode(found["key"], validate=True), cost
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise VaultError(
            N_("The file with your sign-in key cannot be read: {file}", file=str(path)),
            N_("Put it back from a copy, or connect your channels again. Your stock and its history are untouched."),
        ) from error


def _stretched(passphrase: str, salt: bytes, cost: Mapping[str, int]) -> bytes:
    """The same letters typed on another keyboard are the same passphrase (NFKC)."""
    import unicodedata

    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    stretch = Argon2id(
        salt=salt, length=32, iterations=cost["iterations"], lanes=cost["lanes"], memory_cost=cost["memory_kib"]
    )
    return stretch.derive(unicodedata.normalize("NFKC", passphrase).encode())


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
