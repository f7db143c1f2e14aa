"""The keyring that tests see: it forgets everything when the run ends, and never asks the system's own."""

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps passwords in one dict."""

    priority = 1
    kept: dict[tuple[str, str], str] = {}  # noqa: RUF012 - one for the process, as a system's keyring is

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("there is no such password")
