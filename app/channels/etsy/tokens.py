"""Etsy's tokens: one hour to work with, 90 days to come back in. Both are kept as one secret, so never half of it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from app.channels.decoding import decode
from app.channels.etsy.info import CONSENT_PAGE, SCOPE_LIST
from app.channels.etsy.wire import Token
from app.channels.http import Answer, ShopHttp
from app.channels.oauth import Pkce
from app.core.text import N_
from app.errors import ChannelRefused, ChannelSignedOut

SECRET = "tokens"  # noqa: S105 - the name under which they are kept
TOKEN_PATH = "/v3/public/oauth/token"  # noqa: S105
MARGIN = timedelta(minutes=5)
REFRESH_LIFE = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Tokens:
    """What signs us in. `access` ends at `access_ends`; nobody need come back before `refresh_ends`."""

    access: str
    refresh: str
    access_ends: datetime
    refresh_ends: datetime

    def __repr__(self) -> str:
        return f"Tokens(refresh_ends={self.refresh_ends:%Y-%m-%d})"

    def text(self) -> str:
        """One text to be kept as a secret."""
        return msgspec.json.encode(self).decode()

    def fresh(self, now: datetime) -> bool:
        """May the access token still be used for some minutes?"""
        return now < self.access_ends - MARGIN

    def days_left(self, now: datetime) -> int:
        """Whole days until Etsy wants the seller to allow again, if Plimsoll does not run until then; 0 when over."""
        return max(0, (self.refresh_ends - now).days)


def tokens_of(text: str) -> Tokens:
    """Tokens from the text that was kept. Raises `ChannelSignedOut` for what is none."""
    try:
        return decode(text, Tokens)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise signed_out() from error


def signed_out(words: str = "", status: int | None = None) -> ChannelSignedOut:
    """Etsy wants the seller to allow again."""
    return ChannelSignedOut(
        N_("Etsy wants you to allow Plimsoll again."),
        N_("Connect the shop again: press Connect, sign in to Etsy and choose Allow."),
        words=words,
        status=status,
    )


def consent_address(pkce: Pkce, keystring: str, callback: str) -> str:
    """The page of Etsy on which the seller allows Plimsoll."""
    parameters = {"client_id": keystring.strip(), "redirect_uri": callback, "scope": SCOPE_LIST}
    return pkce.address(CONSENT_PAGE, parameters)


def fetch(http: ShopHttp, *, keystring: str, code: str, pkce: Pkce, callback: str, now: datetime) -> Tokens:
    """The tokens for the code that the browser brought. Raises `ChannelSignedOut` when Etsy gives none."""
    form = {
        "grant_type": "authorization_code",
        "client_id": keystring.strip(),
        "redirect_uri": callback,
        "code": code,
        "code_verifier": pkce.verifier,
    }
    return _ask(http, form, "sign in", now)


def renew(http: ShopHttp, *, keystring: str, refresh: str, now: datetime) -> Tokens:
    """New tokens for the refresh token. They must be kept before they are used: the old one may be dead."""
    form = {"grant_type": "refresh_token", "client_id": keystring.strip(), "refresh_token": refresh}
    return _ask(http, form, "renew the sign-in", now)


def _ask(http: ShopHttp, form: dict[str, Any], verb: str, now: datetime) -> Tokens:
    try:
        answer = http.call(verb, "the app", "POST", TOKEN_PATH, data=form)
    except (ChannelRefused, ChannelSignedOut) as error:
        raise signed_out(error.words, error.status) from error
    return _told(answer, now)


def _told(answer: Answer, now: datetime) -> Tokens:
    token = answer.decode(Token)
    if not token.access_token.isascii() or not token.access_token.isprintable() or not token.refresh_token:
        raise answer.not_understood("no token")
    now = now.astimezone(UTC)
    ends = now + timedelta(seconds=max(0.0, min(token.expires_in, 86400.0)))
    return Tokens(token.access_token, token.refresh_token, ends, now + REFRESH_LIFE)
