"""Values that an app keeps with its own installation in a simulated Shopify shop (app-data metafields).

`refused` is a shop that keeps none for this app: reading is allowed, and a write is not.
"""

import hashlib
from typing import Any

from app.simulator.shopify.answers import gid
from app.simulator.shopify.language import Refusal, Thing

INSTALLATION = gid("AppInstallation", 1)


class Metafields:
    """One app's values, by namespace and key; without a namespace it is the one that is reserved for the app."""

    def __init__(self) -> None:
        self.all: dict[tuple[str, str], str] = {}
        self.refused = False
        self.denied = False  # neither read nor written

    def read(self, args: dict[str, Any]) -> Thing | None:
        """One value; None where there is none."""
        self._allowed()
        value = self.all.get(_name(args))
        return None if value is None else Thing("Metafield", {"value": value, "compareDigest": _digest(value)})

    def set(self, args: dict[str, Any]) -> Thing:
        """Keep values, all or none; each only if what is there is what `compareDigest` says, where that is said."""
        self._allowed()
        wrong = [(at, self._wrong(wanted)) for at, wanted in enumerate(args["metafields"])]
        errors = [_error(at, *why) for at, why in wrong if why]
        if not errors:
            self.all |= {_name(wanted): wanted["value"] for wanted in args["metafields"]}
        return Thing("MetafieldsSetPayload", {"userErrors": errors})

    def _wrong(self, wanted: dict[str, Any]) -> tuple[str, str] | None:
        if wanted["ownerId"] != INSTALLATION:
            return "Owner does not exist.", "INVALID"
        if self.refused:
            return "The app is not authorized to write this metafield.", "APP_NOT_AUTHORIZED"
        if _name(wanted) not in self.all and not wanted.get("type"):
            return "Type can't be blank", "BLANK"
        there = self.all.get(_name(wanted))
        digest = None if there is None else _digest(there)
        if "compareDigest" in wanted and wanted["compareDigest"] != digest:
            return (
                "The resource has been updated since it was loaded. Try again with an updated digest.",
                "STALE_OBJECT",
            )
        return None

    def _allowed(self) -> None:
        if self.denied:
            raise Refusal("Access denied for metafield.", "ACCESS_DENIED")


def _name(named: dict[str, Any]) -> tuple[str, str]:
    return named.get("namespace") or "$app", named["key"]


def _digest(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()


def _error(at: int, words: str, code: str) -> Thing:
    return Thing("MetafieldsSetUserError", {"code": code, "field": ["metafields", str(at)], "message": words})
