"""The mark that says which Plimsoll sends to a Shopify shop: a value of our own app, which no other app can read.

It is kept with the app's installation (`currentAppInstallation`), which wants no permission beyond those we ask for. So
it is seen by every computer that uses the same app, and by nobody else. What we write to stock bears a reference of
ours, but Shopify shows references to nobody who did not make the change: they cannot be read back.
"""

import json
from datetime import UTC, datetime

from app.channels.http import clean_words
from app.channels.shopify import operations as op
from app.channels.shopify.answers import Changes
from app.channels.shopify.api import ShopifyApi
from app.channels.shopify.wire import Wire
from app.core.marks import Mark
from app.core.text import N_
from app.errors import ChannelRefused

KEY = "sender"  # in the namespace that Shopify reserves for our app
_OVERTAKEN = {"STALE_OBJECT", "INVALID_COMPARE_DIGEST"}


class Kept(Wire, frozen=True):
    """A value of ours, and what it has to be for a write to be taken."""

    value: str
    compare_digest: str


class Installation(Wire, frozen=True):
    """Our app, as it is installed in the shop."""

    id: str
    metafield: Kept | None = None


class SenderAnswer(Wire, frozen=True):
    """PlimsollSender."""

    current_app_installation: Installation


class SetAnswer(Wire, frozen=True):
    """PlimsollSetSender."""

    metafields_set: Changes | None


class Marks:
    """The mark of one shop."""

    def __init__(self, api: ShopifyApi) -> None:
        self._api = api
        self._owner = ""  # as the last reading named it

    def read(self) -> Mark | None:
        """The mark there; None where nobody has left one."""
        told = self._api.ask(op.SENDER, {}, SenderAnswer, verb="read who sends", target="the shop")
        found = told.current_app_installation
        self._owner = found.id
        return None if found.metafield is None else _mark_of(found.metafield)

    def put(self, mark: Mark, *, over: Mark | None) -> bool:
        """Put it in the place of the one that was read. False: that is no longer there. Raises `ChannelRefused`."""
        if not self._owner:
            self.read()
        wanted = {
            "ownerId": self._owner,
            "key": KEY,
            "type": "json",
            "value": json.dumps({"by": mark.who, "at": mark.at.isoformat()}),
            "compareDigest": over.version if over else None,
        }
        values = {"metafields": [wanted]}
        said = self._api.ask(op.SET_SENDER, values, SetAnswer, verb="say who sends", target="the shop").metafields_set
        if said is not None and not said.user_errors:
            return True
        errors = said.user_errors if said else []
        if any(error.code in _OVERTAKEN for error in errors):
            return False
        raise ChannelRefused(
            N_("Shopify did not keep which computer sends to this shop."),
            N_("Everything else goes on. Plimsoll does not see whether another computer sends there too."),
            words=clean_words("; ".join(error.message for error in errors)),
            status=200,
        )


def _mark_of(kept: Kept) -> Mark:
    """A mark as it was written; one that is no longer readable is nobody's."""
    nobody = Mark(who="", at=datetime.fromtimestamp(0, UTC), version=kept.compare_digest)
    try:
        told = json.loads(kept.value)
        at = datetime.fromisoformat(told["at"])
        who = told["by"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return nobody
    if not isinstance(who, str) or at.tzinfo is None:
        return nobody
    return Mark(who=who, at=at, version=kept.compare_digest)
