"""Who may come in: the app's keys, tokens with their scopes, and so many calls a second and a day."""

import base64
import hashlib
import math
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile
from random import Random
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx

ACCESS_LIFE, REFRESH_LIFE = timedelta(hours=1), timedelta(days=90)
ALL_SCOPES = ("shops_r", "listings_r", "listings_w", "transactions_r")
DAY, SECOND = timedelta(hours=24), timedelta(seconds=1)


class Refused(Exception):
    """Etsy says no: a status, its words, and headers that come with them."""

    def __init__(self, status: int, error: str, description: str = "", **headers: str) -> None:
        super().__init__(error)
        self.status = status
        self.body = {"error": error, **({"error_description": description} if description else {})}
        self.headers = headers


@dataclass(slots=True)
class _Consent:
    redirect: str
    challenge: str
    scopes: frozenset[str]


@dataclass(slots=True)
class Gate:
    """One app of one seller. Switches: `scopes` that the seller allows, `approved`, the limits, `forgives_old`: may a
    refresh token be used twice? Etsy does not say.
    """

    random: Random
    user: int
    keystring: str
    shared_secret: str = field(repr=False)
    callbacks: tuple[str, ...] = ()
    scopes: frozenset[str] = frozenset(ALL_SCOPES)
    approved: bool = True
    forgives_old: bool = False
    per_second: int = 10
    per_day: int = 10_000
    tokens_given: int = 0
    _codes: dict[str, _Consent] = field(default_factory=dict)
    _access: dict[str, tuple[datetime, frozenset[str]]] = field(default_factory=dict)
    _refresh: dict[str, tuple[datetime, frozenset[str]]] = field(default_factory=dict)
    _calls: deque[datetime] = field(default_factory=deque)

    # --- signing in --------------------------------------------------------------------------------------------------

    def consent(self, address: str, *, allow: bool = True) -> str:
        """The seller opens Etsy's page and chooses; the address that the browser is sent to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        redirect = asked.get("redirect_uri", "")
        if redirect not in self.callbacks or asked.get("client_id") != self.keystring:
            raise Refused(400, "invalid_request", "The redirect URL is not permitted")
        if asked.get("response_type") != "code" or asked.get("code_challenge_method") != "S256" or "state" not in asked:
            raise Refused(400, "invalid_request", "A parameter is missing")
        if not allow:
            return f"{redirect}?{urlencode({'error': 'access_denied', 'state': asked['state']})}"
        code = self._word()
        granted = frozenset(asked.get("scope", "").split()) & self.scopes
        self._codes[code] = _Consent(redirect, asked["code_challenge"], granted)
        return f"{redirect}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, form: dict[str, str], now: datetime) -> dict[str, object]:
        """What the token endpoint answers."""
        if form.get("client_id") != self.keystring:
            raise Refused(401, "invalid_client", "client_id is unknown")
        kind = form.get("grant_type")
        if kind == "authorization_code":
            return self.give(self._by_code(form), now)
        if kind != "refresh_token":
            raise Refused(400, "unsupported_grant_type", "grant_type is not supported")
        ends, scopes = self._refresh.get(form.get("refresh_token", ""), (now, frozenset[str]()))
        if ends <= now:
            raise Refused(400, "invalid_grant", "The refresh token is invalid or has ended")
        if not self.forgives_old:
            del self._refresh[form["refresh_token"]]
        return self.give(scopes, now)

    def _by_code(self, form: dict[str, str]) -> frozenset[str]:
        consent = self._codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if consent is None or consent.challenge != challenge or consent.redirect != form.get("redirect_uri"):
            raise Refused(400, "invalid_grant", "The code is invalid, or was used before")
        return consent.scopes

    def give(self, scopes: frozenset[str], now: datetime) -> dict[str, object]:
        """New tokens."""
        self.tokens_given += 1
        access, refresh = f"{self.user}.{self._word()}", f"{self.user}.{self._word()}"
        self._access[access] = (now + ACCESS_LIFE, scopes)
        self._refresh[refresh] = (now + REFRESH_LIFE, scopes)
        seconds = int(ACCESS_LIFE.total_seconds())
        return {"access_token": access, "token_type": "Bearer", "expires_in": seconds, "refresh_token": refresh}

    def revoke(self, *, refresh: bool = False) -> None:
        """Every access token ends at once; with `refresh` the seller must come back."""
        self._access.clear()
        if refresh:
            self._refresh.clear()

    def scopes_of(self, token: str, now: datetime) -> frozenset[str] | None:
        """What a token may do; None for one that is not valid."""
        ends, scopes = self._access.get(token, (now, frozenset[str]()))
        return scopes if ends > now else None

    def _word(self) -> str:
        return f"{self.random.getrandbits(160):040x}"

    # --- every request -----------------------------------------------------------------------------------------------

    def check_key(self, request: httpx.Request) -> None:
        """Since February 2026 the shared secret must be there too."""
        sent = request.headers.get("x-api-key", "")
        if sent == self.keystring:
            raise Refused(403, "Shared secret is required in x-api-key header.")
        if sent != f"{self.keystring}:{self.shared_secret}" or not self.approved:
            raise Refused(403 if sent else 401, "Invalid API key: should be in the format 'keystring:shared_secret'.")

    def check_token(self, request: httpx.Request, scope: str, now: datetime) -> None:
        """Is the token valid, and may it do this?"""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        scopes = self.scopes_of(token, now) if kind == "Bearer" else None
        if scopes is None:
            raise Refused(401, "invalid_token", "access token is expired")
        if scope not in scopes:
            raise Refused(403, "insufficient_scope", f"The token lacks the scope {scope}")

    def has_used(self, calls: int, now: datetime) -> None:
        """So many calls were made before, evenly over the last day."""
        self._calls.extend(now - DAY * (calls - number) / (calls + 1) for number in range(calls))

    def count(self, now: datetime) -> dict[str, str]:
        """One call more; the headers that say how many are left. Raises `Refused` when there is none."""
        while self._calls and self._calls[0] <= now - DAY:
            self._calls.popleft()
        lately = sum(1 for _ in takewhile(lambda at: at > now - SECOND, reversed(self._calls)))
        if lately >= self.per_second:
            raise Refused(429, "Too Many Requests: per-second limit", **{"retry-after": "1"})
        if len(self._calls) >= self.per_day:
            wait = math.ceil((self._calls[0] + DAY - now).total_seconds())
            raise Refused(429, "Too Many Requests: daily limit", **{"retry-after": str(wait)})
        self._calls.append(now)
        return {
            "x-limit-per-second": str(self.per_second),
            "x-remaining-this-second": str(self.per_second - lately - 1),
            "x-limit-per-day": str(self.per_day),
            "x-remaining-today": str(self.per_day - len(self._calls)),
        }
