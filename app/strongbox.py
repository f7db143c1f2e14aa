"""Where this computer's vault key comes from: the keyring, a passphrase, or this session only. One for the program.

`vault` blocks until that is known, and raises where a passphrase has not been typed yet: a lane then waits for its shop
to be opened, and does not hang.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.text import N_
from app.errors import VaultError

if TYPE_CHECKING:
    from app.credentials import Vault

LOCKED = "locked"


class Strongbox:
    """`folder` is where a key under a passphrase is kept. Everything but `kept` may block."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = threading.Event()
        self._lock = threading.Lock()
        self._vault: Vault | None = None

    @property
    def kept(self) -> str:
        """'keyring', 'passphrase', 'session', 'locked' (a passphrase is waited for), or '' while it is not known."""
        if not self._known.is_set():
            return ""
        return self._vault.kept.value if self._vault is not None else LOCKED

    def begin(self, late: Callable[[], None] = lambda: None) -> str:
        """Ask the keyring, unless a passphrase opens the key here. What `kept` says then.

        `late` is called, in another thread, when the keyring answers only after that: the key is there then.
        """
        from app import passphrase
        from app.credentials import open_vault

        if not passphrase.is_kept(self._folder):
            self._vault = open_vault(late=lambda vault: self._came_late(vault, late))
        self._known.set()
        return self.kept

    def _came_late(self, vault: "Vault", then: Callable[[], None]) -> None:
        from app.credentials import Kept

        self._known.wait()
        with self._lock:
            if self._vault is None or self._vault.kept is not Kept.SESSION:
                return  # a passphrase opened it meanwhile
            self._vault = vault
        then()

    def vault(self) -> "Vault":
        """The vault. Raises `VaultError` while it is locked."""
        self._known.wait()
        vault = self._vault
        if vault is None:
            raise VaultError(
                N_("Your sign-in keys are locked."), N_("Type your passphrase: Settings, Sign-in keys, Unlock.")
            )
        return vault

    def unlock(self, typed: str) -> None:
        """Open the vault with the passphrase. Raises `VaultError`."""
        from app import passphrase
        from app.credentials import Kept, Vault

        with self._lock:
            if self._vault is None:
                self._vault = Vault(passphrase.open_with(self._folder, typed), Kept.PASSPHRASE)

    def set_passphrase(self, typed: str) -> None:
        """Keep the key of this session under this passphrase, or under another one. Raises `VaultError`."""
        from app import passphrase
        from app.credentials import Kept, Vault

        with self._lock:
            key = self.vault().key
            passphrase.keep(self._folder, key, typed)
            self._vault = Vault(key, Kept.PASSPHRASE)

    def forget_passphrase(self) -> None:
        """Keep the key for this session only. Raises `VaultError`."""
        from app import passphrase
        from app.credentials import Kept, Vault

        with self._lock:
            key = self.vault().key
            passphrase.forget(self._folder)
            self._vault = Vault(key, Kept.SESSION)
