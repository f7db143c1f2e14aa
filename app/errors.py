"""Every error a person may see: a title that says what happened and an advice that says what to do.

PlimsollError
 ├── StoreError                 the database, through no fault of ours
 │    └── InventoryDamaged      its file is damaged or lost: what helps is offered
 ├── VaultError                 the keyring or the vault
 ├── RelayError                 the webhook relay did not do what we asked
 ├── NoticeError                the seller's own webhook or mail server did not take a notice
 └── ChannelError               a shop did not do what we asked
      ├── ChannelUnavailable    try later (retry_after: seconds, if the shop said so)
      ├── ChannelSignedOut      the seller must connect again
      └── ChannelRefused        this one request; repeating it will not help

One kind per reaction. Anything else that is raised is a bug.
"""

from app.core.text import N_, Text


class PlimsollError(Exception):
    """Something the world may do to us. Shown calmly: `title` first, then `advice`."""

    def __init__(self, title: Text, advice: Text) -> None:
        super().__init__(title, advice)
        self.title = title
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.title} {self.advice}"


class StoreError(PlimsollError):
    """The database cannot be opened, read or written, through no fault of ours."""


class InventoryDamaged(StoreError):
    """The file of the inventory does not hold what was written to it. It is kept as it is."""


class VaultError(PlimsollError):
    """A sealed secret cannot be kept or opened."""


class RelayError(PlimsollError):
    """The webhook relay did not do what we asked. `kind`: "unavailable" (try later), "refused" (this request), or
    "unpaired" (it does not know this computer). Orders are polled all the same.
    """

    def __init__(self, title: Text, advice: Text | None = None, *, kind: str = "unavailable", words: str = "") -> None:
        super().__init__(title, advice or N_("Plimsoll goes on asking the shops for orders by itself."))
        self.kind = kind
        self.words = words


class NoticeError(PlimsollError):
    """The seller's own webhook or mail server did not take a notice."""


class UpdateError(PlimsollError):
    """Nothing was learnt about newer versions."""


class ChannelError(PlimsollError):
    """A shop did not do what we asked. `words` are the shop's own, without secrets or customer data."""

    def __init__(self, title: Text, advice: Text, *, words: str = "", status: int | None = None) -> None:
        super().__init__(title, advice)
        self.words = words
        self.status = status


class ChannelUnavailable(ChannelError):
    """The shop cannot answer now. `retry_after` is in seconds, None when the shop did not say.

    `sent` is False only when it is certain that the request never reached the shop.
    """

    def __init__(
        self,
        title: Text,
        advice: Text | None = None,
        *,
        retry_after: float | None = None,
        sent: bool = True,
        words: str = "",
        status: int | None = None,
    ) -> None:
        advice = advice or N_("Plimsoll tries again by itself. Your stock on this computer is safe.")
        super().__init__(title, advice, words=words, status=status)
        self.retry_after = retry_after
        self.sent = sent


class ChannelSignedOut(ChannelError):
    """The shop no longer accepts our key: the seller must connect again."""


class ChannelRefused(ChannelError):
    """The shop refused this one request; repeating it will not help."""
