"""HTTP to a shop: one request with its call logged, its size bounded and its failures put into our words.

The only place that sees httpx errors. Knows nothing of any channel; a connector hands in how to read its own refusals.
"""

import math
import re
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

import httpx
import msgspec

from app.channels.address import is_loopback
from app.channels.base import Clock, Log
from app.channels.decoding import decode
from app.core.channel import Call
from app.core.text import N_, Text
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable

TIMEOUT = httpx.Timeout(20.0, connect=8.0)
ANSWER_MAX_BYTES = 32 * 1024 * 1024
ANSWER_MAX_S = 90.0  # a host that drips a byte now and then must not hold the lane for ever
WORDS_MAX = 240
RETRY_AFTER_MAX_S = 24 * 3600.0

T = TypeVar("T")
_BOM = b"\xef\xbb\xbf"  # put before the JSON by plugins that were saved with it
# Keys of WooCommerce and Shopify (but not “stock_quantity”), signatures, mail addresses.
_SECRETS = re.compile(
    r"(?<![A-Za-z])(ck_|cs_|shpat_|shpss_|shpca_|shpua_)[0-9A-Za-z]+|oauth_\w+=[^&\s]+|[\w.+-]+@[\w-]+\.[\w.-]+"
)


def clean_words(text: str) -> str:
    """A channel's own words, shortened, without tags, keys or mail addresses."""
    if not text:
        return ""
    text = _SECRETS.sub("…", re.sub(r"<[^>]*>", " ", text))
    text = " ".join(text.split())
    return text if len(text) <= WORDS_MAX else text[: WORDS_MAX - 1] + "…"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: status, headers (names in lower case) and raw body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> bytes:
        """The body without the mark that some plugins' files put before it."""
        return self.body.removeprefix(_BOM)

    def decode(self, kind: type[T]) -> T:
        """The body as `kind`; `ChannelUnavailable` when it is not that (a host's error page, a cut-off answer)."""
        try:
            return decode(self.text, kind)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self.not_understood(str(error)) from error

    def not_understood(self, detail: str) -> ChannelUnavailable:
        """The error for an answer that makes no sense."""
        kind = self.headers.get("content-type", "").split(";")[0]
        return ChannelUnavailable(
            N_("The shop gave an answer that Plimsoll does not understand."),
            N_("This is often a page of the shop’s host. Plimsoll tries again by itself."),
            words=clean_words(f"{kind or 'no type'}: {detail}"),
            status=self.status,
        )


Refuse = Callable[[Answer], ChannelError | None]


class _NoCookies(httpx.Cookies):
    """A shop is asked without memory: what it wants remembered is neither kept nor sent. (And looking for it costs.)"""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Keep nothing."""

    def set_cookie_header(self, request: httpx.Request) -> None:
        """Send nothing."""


class _Client(httpx.Client):
    @property
    def cookies(self) -> httpx.Cookies:
        """None."""
        return _NO_COOKIES

    @cookies.setter
    def cookies(self, cookies: object) -> None:
        """None are kept."""


_NO_COOKIES = _NoCookies()
_TIMEOUTS = {"timeout": TIMEOUT.as_dict()}


class ShopHttp:
    """One shop's HTTP: sends a request, logs it, translates every failure. Two threads may call it at once."""

    def __init__(
        self,
        base_url: str,
        *,
        clock: Clock,
        log: Log,
        refuse: Refuse,
        headers: Mapping[str, str] | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._base = httpx.URL(base_url)
        self._client = _Client(
            headers={"User-Agent": "Plimsoll/0.1", "Accept": "application/json", **(headers or {})},
            follow_redirects=False,
            transport=transport,
            # A proxy set for the whole computer must not see what never leaves it.
            trust_env=not is_loopback(urlsplit(base_url).hostname or ""),
        )
        self._clock = clock
        self._log = log
        self._refuse = refuse
        self._asked_at: datetime | None = None  # when the shop asked us to wait
        self._wait_s = 0.0

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def call(
        self, verb: str, target: str, method: str, path: str, *, accept: Collection[int] = (), **request: Any
    ) -> Answer:
        """Send one request, log it, and return its answer if it is a success or its status is in `accept`.

        `verb` and `target` are for the log. Raises the `ChannelError` that `refuse` makes of the answer, or the usual
        one for its status. While the shop has asked us to wait nothing is sent (`ChannelUnavailable(sent=False)`),
        whatever became of the answer that asked.
        """
        at, started = self._clock(), time.monotonic()
        self._mind_its_wish(at)
        status: int | None = None
        outcome, words = "ok", ""
        try:
            answer = self._send(method, path, request)
            status = answer.status
            error = None if status in accept else self._refuse(answer) or usual_error(answer, at)
            if error:
                raise error
            return answer
        except ChannelError as error:
            outcome, words = _outcome(error), error.words or str(error.title)
            status = error.status if status is None else status
            if isinstance(error, ChannelUnavailable) and status == 429 and error.retry_after:
                self._asked_at, self._wait_s = self._clock(), error.retry_after
            raise
        finally:
            taken = round((time.monotonic() - started) * 1000)
            call = Call(
                at=at,
                verb=verb,
                target=target,
                outcome=outcome,
                status=status,
                milliseconds=taken,
                words=clean_words(words),
            )
            self._log(call)

    def _mind_its_wish(self, now: datetime) -> None:
        left = self._wait_s - (now - self._asked_at).total_seconds() if self._asked_at else 0.0
        if 0.0 < left <= self._wait_s:  # more: the clock was set back
            raise ChannelUnavailable(_busy(429), retry_after=left, status=429, sent=False)
        self._asked_at = None

    def _request(
        self,
        method: str,
        path: str,
        *,
        params: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
        **body: Any,
    ) -> httpx.Request:
        """As the client would build it, in half the time: it takes addresses apart and puts them together again."""
        place = (
            self._base.raw_path.rstrip(b"/") + path.encode() + (b"?" + urlencode(params).encode() if params else b"")
        )
        merged = self._client.headers
        if headers:
            merged = httpx.Headers(merged)
            merged.update(headers)
        url = self._base.copy_with(raw_path=place)
        return httpx.Request(method, url, headers=merged, extensions=dict(_TIMEOUTS), **body)

    def _send(self, method: str, path: str, request: dict[str, Any]) -> Answer:
        try:
            response = self._client.send(self._request(method, path, **request), stream=True)
            try:
                body = _bounded_body(response)
            finally:
                response.close()
        except (httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ConnectError, UnicodeError) as error:  # the last: of DNS
            raise _unreachable(error) from error
        except httpx.TimeoutException as error:
            raise ChannelUnavailable(N_("The shop did not answer in time."), words=type(error).__name__) from error
        except httpx.TransportError as error:
            raise ChannelUnavailable(N_("The connection to the shop broke off."), words=str(error)) from error
        except httpx.DecodingError as error:
            raise ChannelUnavailable(N_("The shop’s answer was damaged on the way."), words=str(error)) from error
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status_code, headers, body)


def _outcome(error: ChannelError) -> str:
    if isinstance(error, ChannelUnavailable):
        return "unavailable"
    return "signed out" if isinstance(error, ChannelSignedOut) else "refused"


def _bounded_body(response: httpx.Response) -> bytes:
    chunks, size, until = [], 0, time.monotonic() + ANSWER_MAX_S
    for chunk in response.iter_bytes():
        size += len(chunk)
        if time.monotonic() > until:
            raise ChannelUnavailable(N_("The shop did not answer in time."), words="the answer did not end")
        if size > ANSWER_MAX_BYTES:
            raise ChannelUnavailable(
                N_("The shop’s answer was far too large, and Plimsoll stopped reading it."),
                words=f"more than {ANSWER_MAX_BYTES} bytes",
                status=response.status_code,
            )
        chunks.append(chunk)
    return b"".join(chunks)


def _unreachable(error: Exception) -> ChannelUnavailable:
    words = str(error)
    if "WRONG_VERSION" in words.upper() or "RECORD LAYER" in words.upper():
        return ChannelUnavailable(
            N_("This address does not answer with https, so nothing was sent."),
            N_("Check the address. If it is right, ask your host to switch on https."),
            sent=False,
            words=words,
        )
    if "CERTIFICATE" in words.upper() or "SSL" in words.upper():
        return ChannelUnavailable(
            N_("The shop’s certificate does not prove that it is your shop, so nothing was sent."),
            N_("Check the address. If it is right, ask your host to renew the certificate."),
            sent=False,
            words=words,
        )
    return ChannelUnavailable(
        N_("The shop cannot be reached."),
        N_("Check the address and your internet connection. Plimsoll tries again by itself."),
        sent=False,
        words=words,
    )


def usual_error(answer: Answer, now: datetime) -> ChannelError | None:
    """What a status means where the channel has no words of its own; None for a success."""
    status = answer.status
    if 200 <= status < 300:
        return None  # before its words are cleaned, which takes longer than everything else here
    words = clean_words(answer.body[:2000].decode("utf-8", "replace"))
    if 300 <= status < 400:
        return ChannelRefused(
            N_("The shop’s address leads to another place: {place}", place=_place(answer)),
            N_("Connect it again with the address that the browser shows in the end."),
            status=status,
        )
    if status in (401, 403):
        return ChannelSignedOut(
            N_("The shop did not accept the key."),
            N_("Connect the shop again with a new key."),
            words=words,
            status=status,
        )
    if status == 429 or status >= 500:
        wait = retry_after(answer.headers.get("retry-after"), now)
        return ChannelUnavailable(_busy(status), retry_after=wait, words=words, status=status)
    return ChannelRefused(
        N_("The shop refused the request."), N_("Its own words are in the details."), words=words, status=status
    )


def _busy(status: int) -> Text:
    if status == 429:
        return N_("The shop asked us to wait: too many requests.")
    return N_("The shop has a fault of its own ({status}).", status=status)


def _place(answer: Answer) -> str:
    parts = urlsplit(answer.headers.get("location", ""))
    scheme = f"{parts.scheme}://" if parts.scheme else ""
    return f"{scheme}{parts.netloc}" if parts.netloc else clean_words(parts.path) or "?"


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header (RFC 9110, 10.2.3: seconds or a date); None when absent or nonsense."""
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            at = parsedate_to_datetime(value)
            seconds = ((at if at.tzinfo else at.replace(tzinfo=UTC)) - now).total_seconds()
        except (ValueError, OverflowError):
            return None
    return min(max(seconds, 0.0), RETRY_AFTER_MAX_S) if math.isfinite(seconds) else None
