"""The desktop's side of the relay: one blocking client, every request signed by this computer's own key.

The relay's clock is taken from its answers, so that a wrong clock here still signs rightly. `interrupt` ends a parked
poll from another thread. Only https, but for this computer itself; a redirect is refused.
"""

import ipaddress
import json
import re
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import httpx

from app.core.text import N_
from app.errors import RelayError
from app.relay import signing
from app.relay.envelope import encoded
from app.relay.wire import CLIENT_TIMEOUT_S, PULL_WAIT_S, Malformed, Pulled, pulled_of

TIMEOUT = httpx.Timeout(CLIENT_TIMEOUT_S, connect=8.0)
PULL_MAX = 32  # of up to a mebibyte each
ANSWER_MAX_BYTES = 64 * 1024 * 1024
NUMBER_MAX = 1 << 62
WORDS_MAX = 200
TEST_HEADER = "x-plimsoll-test"


class Interrupted(Exception):
    """The poll was ended from our side, because the program stops."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits at the relay, and since when by its own clock."""

    messages: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True)
class Made:
    """An endpoint that the relay has; `address` only where it is new."""

    id: str
    address: str


@dataclass(frozen=True, slots=True)
class Device:
    """Who we are at the relay: the name of our key, and the key itself (32 bytes)."""

    name: str
    private: bytes


def relay_address(typed: str) -> str:
    """The address of a relay as `scheme://host[:port]`. Raises `RelayError` for what can be none."""
    text = typed.strip()
    text = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    plain = not (parts.username or parts.query or parts.fragment or parts.path.strip("/"))
    if parts.scheme not in ("https", "http") or not re.fullmatch(r"[0-9A-Za-z.:-]+", host) or not plain:
        raise RelayError(
            N_("“{typed}” is not the address of a relay.", typed=typed.strip()[:WORDS_MAX]),
            N_("Type it as the relay’s page says, for example https://relay.example."),
            kind="refused",
        )
    if parts.scheme == "http" and not _is_loopback(host):
        raise RelayError(
            N_("Plimsoll speaks to a relay over https only, and this address begins with http."),
            N_("Put https before the relay, as its page describes, and type that address."),
            kind="refused",
        )
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}"


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class RelayClient:
    """One relay. All methods block, and raise only `RelayError` and, after `interrupt`, `Interrupted`.

    `clock_ms` is this computer's, in milliseconds since 1970. Without a `device` only `pair` and `post` work.
    """

    def __init__(
        self,
        address: str,
        device: Device | None,
        *,
        clock_ms: Callable[[], int],
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.address = relay_address(address)
        self._device = device
        self._clock_ms = clock_ms
        self._ahead_ms = 0  # how far the relay's clock is ahead of ours
        self._interrupted = False
        self._socket: socket.socket | None = None
        self._client = httpx.Client(
            base_url=self.address,
            headers={"User-Agent": "Plimsoll/0.1", "Accept": "application/json"},
            timeout=TIMEOUT,
            limits=httpx.Limits(max_connections=1, keepalive_expiry=60.0),
            follow_redirects=False,
            transport=transport,
            trust_env=not _is_loopback(urlsplit(self.address).hostname or ""),
        )

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def interrupt(self) -> None:
        """End what is waited for now, and all that is asked later. May be called from any thread."""
        self._interrupted = True
        waiting = self._socket
        if waiting is not None:
            try:
                socket.socket.shutdown(waiting, socket.SHUT_RDWR)  # wakes the thread that reads; TLS is not touched
            except OSError:
                return  # it was closed already

    # ---------------------------------------------------------------------------------------- what is asked

    def pair(self, code: str, sealing: bytes, device: bytes) -> None:
        """Make a mailbox with a one-time code. `sealing` and `device` are public keys."""
        told = {"code": code.strip(), "key": encoded(sealing), "device": encoded(device)}
        answer = self._send("POST", "/v1/mailboxes", json.dumps(told).encode(), {})
        if answer.status_code == 403:
            raise RelayError(
                N_("The relay does not know this code."),
                N_("A code holds for 15 minutes and once. Let the relay show a new one with “plimsoll-relay pair”."),
                kind="refused",
            )
        self._json(answer)

    def pull(self, after: int, *, wait: int = PULL_WAIT_S) -> Pulled:
        """What came after a number; waits up to `wait` seconds for something."""
        answer = self._ask("GET", f"/v1/pull?after={after}&max={PULL_MAX}&wait={wait}")
        try:
            pulled = pulled_of(self._json(answer))
        except Malformed as error:
            raise _not_understood(answer) from error
        numbers = (pulled.first, pulled.newest, pulled.acked or 0, *(r.seq for r in pulled.records))
        if not all(0 <= number < NUMBER_MAX for number in numbers):
            raise _not_understood(answer)
        return pulled

    def ack(self, upto: int) -> int | None:
        """Everything up to a number is safe here: the relay deletes it. How much that was, where it tells."""
        deleted = self._json(self._ask("POST", "/v1/ack", {"upto": upto})).get("deleted")
        return deleted if isinstance(deleted, int) and not isinstance(deleted, bool) else None

    def waiting(self) -> Waiting:
        """How much waits."""
        answer = self._ask("GET", "/v1/state")
        told = self._json(answer)
        try:
            oldest = told["oldest"]
            at = None if oldest is None else datetime.fromtimestamp(oldest / 1000, UTC)
            return Waiting(int(told["waiting"]), at)
        except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
            raise _not_understood(answer) from error

    def endpoints(self) -> list[str]:
        """The names of the endpoints that the relay has for us."""
        answer = self._ask("GET", "/v1/endpoints")
        try:
            return [str(one["id"]) for one in self._json(answer)["endpoints"]]
        except (KeyError, TypeError) as error:
            raise _not_understood(answer) from error

    def put_endpoint(
        self, name: str, *, never_retries: bool, renew: bool = False, scheme: str = "", secret: str = ""
    ) -> Made:
        """Make an endpoint, or change it. With `renew` it gets a new address, and the one before holds until the next.

        With a `secret` the relay itself refuses what the channel has not signed.
        """
        told = {"id": name, "never_retries": never_retries, "renew": renew, "scheme": scheme, "secret": secret}
        answer = self._ask("POST", "/v1/endpoints", told | {"base": self.address})
        return Made(name, str(self._json(answer).get("address", "")))

    def drop_endpoint(self, name: str) -> None:
        """Nothing is taken there any more."""
        self._fine(self._ask("DELETE", f"/v1/endpoints/{name}"))

    def put_key(self, sealing: bytes) -> None:
        """New records are sealed to this public key."""
        self._fine(self._ask("POST", "/v1/keys", {"key": encoded(sealing)}))

    def purge(self) -> None:
        """Delete our mailbox and all that is in it."""
        self._fine(self._ask("POST", "/v1/purge"))

    def post(self, address: str, headers: Mapping[str, str], body: bytes) -> None:
        """Call one of our own addresses as a channel would: a test message."""
        parts = urlsplit(address)
        if f"{parts.scheme}://{parts.netloc}" != self.address:
            raise RelayError(N_("This address is not one of the relay’s."), kind="refused")
        self._fine(self._send("POST", parts.path, body, headers))

    # ---------------------------------------------------------------------------------------- how it is sent

    def _ask(self, method: str, target: str, told: Mapping[str, Any] | None = None) -> httpx.Response:
        """A signed request; once more where the relay says that our clock is wrong."""
        body = b"" if told is None else json.dumps(told).encode()
        answer = self._send(method, target, body, self._signed(method, target, body))
        if answer.status_code == 401 and self._learn_time(answer):
            answer = self._send(method, target, body, self._signed(method, target, body))
        if answer.status_code == 401:
            raise RelayError(
                N_("The relay does not know this computer."),
                N_("Unpair it and pair it again. Until then Plimsoll asks the shops for orders by itself."),
                kind="unpaired",
            )
        return answer

    def _signed(self, method: str, target: str, body: bytes) -> dict[str, str]:
        assert self._device is not None, "only a paired computer asks"
        at_ms = self._clock_ms() + self._ahead_ms
        return signing.sign(self._device.private, self._device.name, method, target, body, at_ms=at_ms)

    def _learn_time(self, answer: httpx.Response) -> bool:
        """What time it is there. True: that was what was wrong."""
        try:
            told = answer.json()
            said, at_ms = told.get("error"), int(told["at"])
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            return False
        self._ahead_ms = at_ms - self._clock_ms()
        return bool(said == "clock")

    def _json(self, answer: httpx.Response) -> dict[str, Any]:
        self._fine(answer)
        try:
            told = answer.json()
        except (ValueError, RecursionError) as error:
            raise _not_understood(answer) from error
        if not isinstance(told, dict):
            raise _not_understood(answer)
        if isinstance(told.get("at"), int):
            self._ahead_ms = told["at"] - self._clock_ms()
        return told

    def _fine(self, answer: httpx.Response) -> None:
        status = answer.status_code
        if 200 <= status < 300:
            return
        if 300 <= status < 400:
            raise RelayError(
                N_("The relay’s address leads to another place, so nothing was sent on."),
                N_("Type the address that answers by itself."),
                kind="refused",
            )
        if status == 429 or status >= 500:
            raise RelayError(N_("The relay cannot answer now ({status}).", status=status))
        raise RelayError(N_("The relay refused the request ({status}).", status=status), kind="refused")

    def _send(self, method: str, target: str, body: bytes, headers: Mapping[str, str]) -> httpx.Response:
        if self._interrupted:
            raise Interrupted
        try:
            with self._client.stream(
                method, target, content=body, headers=headers, extensions={"trace": self._connected}
            ) as response:
                return _whole(response)
        except httpx.TimeoutException as error:
            raise self._failed(N_("The relay did not answer in time."), error) from error
        except (httpx.ConnectError, UnicodeError) as error:  # the second: what can be no name in DNS
            raise self._failed(N_("The relay cannot be reached."), error) from error
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise self._failed(N_("The connection to the relay broke off."), error) from error

    def _failed(self, title: Any, error: Exception) -> Exception:
        return Interrupted() if self._interrupted else RelayError(title, words=str(error)[:WORDS_MAX])

    def _connected(self, event: str, info: Mapping[str, Any]) -> None:
        """The one connection was made: `interrupt` needs to know it."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = info["return_value"].get_extra_info("socket")
            if self._interrupted:
                self.interrupt()


def _whole(response: httpx.Response) -> httpx.Response:
    """The answer with its body read, up to a limit."""
    parts, size = [], 0
    for part in response.iter_bytes():
        size += len(part)
        if size > ANSWER_MAX_BYTES:
            raise RelayError(N_("The relay’s answer was far too large, and Plimsoll stopped reading it."))
        parts.append(part)
    return httpx.Response(response.status_code, content=b"".join(parts))


def _not_understood(answer: httpx.Response) -> RelayError:
    return RelayError(
        N_("What answers at this address is no relay that Plimsoll understands ({status}).", status=answer.status_code)
    )
