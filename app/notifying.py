"""Alerts at the seller's own places: a webhook (https only, but for this computer itself) and a mail server (with TLS).

What is sent names products, shops and numbers, and nothing of a customer. Addresses and passwords are sealed in the
vault. A lane of its own sends, so that a slow server holds up nothing else.
"""

import json
import logging
import smtplib
import ssl
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.channels.address import is_loopback
from app.core.text import N_, Text
from app.errors import NoticeError, StoreError, VaultError
from app.store import alert_outlets
from app.store.alert_outlets import MAIL, WEBHOOK, Post
from app.store.database import connection, transaction
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.credentials import Vault

log = logging.getLogger(__name__)

TIMEOUT_S = 15.0
REST_S = 300.0  # with nothing to send
BREATH_S = 0.2
TLS, STARTTLS = "tls", "starttls"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """How the seller's mail server is reached. `security`: TLS from the start, or STARTTLS; there is no third way."""

    host: str
    port: int
    sender: str
    to: str
    security: str = TLS
    user: str = ""
    password: str = field(default="", repr=False)


def webhook_address(typed: str) -> str:
    """The address of a webhook as it was typed. Raises `NoticeError` for what is not https, but for this computer."""
    text = typed.strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if not host or parts.scheme not in ("https", "http") or any(mark.isspace() for mark in text):
        raise NoticeError(
            N_("“{typed}” is not the address of a webhook.", typed=text),
            N_("Paste it as its program shows it, beginning with https."),
        )
    if parts.scheme == "http" and not is_loopback(host):
        raise NoticeError(
            N_("Plimsoll sends notices over https only, and this address begins with http."),
            N_("Use the address with https."),
        )
    return text


def mail_server(facts: Mapping[str, str]) -> MailServer:
    """A mail server as it was typed. Raises `NoticeError` with what is wrong."""
    typed = {name: value.strip() for name, value in facts.items()}
    port = typed.get("port", "")
    missing = not typed.get("host") or "@" not in typed.get("sender", "") or "@" not in typed.get("to", "")
    if missing or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise NoticeError(
            N_("The mail server needs a host, a port, and two mail addresses."),
            N_("Your mail provider names host and port for outgoing mail: often 465 with TLS, or 587 with STARTTLS."),
        )
    for name in ("sender", "to", "host", "user"):
        if any(ord(mark) < 32 for mark in typed.get(name, "")):
            raise NoticeError(N_("A mail address is one line."), N_("Type it again."))
    security = typed.get("security", TLS)
    return MailServer(
        host=typed["host"],
        port=int(port),
        sender=typed["sender"],
        to=typed["to"],
        security=security if security in (TLS, STARTTLS) else TLS,
        user=typed.get("user", ""),
        password=facts.get("password", ""),
    )


# ------------------------------------------------------------------------------------------------ sending

Ping = Callable[[str, bytes], int]  # posts a body, and gives the status
Server = Callable[[MailServer], smtplib.SMTP]  # a connection that is encrypted


def post_over_http(address: str, body: bytes) -> int:
    """Post a notice; the status that came back. No redirect is followed: it could lead to anybody."""
    import httpx

    host = urlsplit(address).hostname or ""
    try:
        with httpx.Client(timeout=TIMEOUT_S, follow_redirects=False, trust_env=not is_loopback(host)) as client:
            headers = {"Content-Type": "application/json", "User-Agent": "Plimsoll/0.1"}
            with client.stream("POST", address, content=body, headers=headers) as answer:
                return answer.status_code
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:  # the last: what can be no name in DNS
        raise NoticeError(
            N_("Your webhook cannot be reached: {words}", words=type(error).__name__), N_("Plimsoll tries again.")
        ) from error


def open_server(server: MailServer) -> smtplib.SMTP:
    """A connection to the mail server, encrypted and its certificate checked before anything is said."""
    context = ssl.create_default_context()
    if server.security == TLS:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=TIMEOUT_S, context=context)
    connected = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_S)
    try:
        connected.starttls(context=context)
    except BaseException:
        connected.close()
        raise
    return connected


def body_of(post: Post) -> bytes:
    """What a webhook gets. `text` is what chat programs read; `id` tells a repetition."""
    lines = [str(line) for line in post.lines]
    said = {"id": post.id, "at": post.at.isoformat(), "test": post.test, "text": "\n".join(lines), "lines": lines}
    return json.dumps(said, ensure_ascii=False).encode()


def mail_of(post: Post, server: MailServer) -> EmailMessage:
    """What the mail server gets. The first line is the subject."""
    lines = [str(line) for line in post.lines]
    message = EmailMessage()
    message["Subject"] = " ".join(f"Plimsoll: {lines[0]}".split()) if lines else "Plimsoll"
    message["From"], message["To"] = server.sender, server.to
    message["Message-ID"] = f"<plimsoll-{post.id}-{post.at:%Y%m%d%H%M%S%f}@{server.sender.rpartition('@')[2]}>"
    message.set_content("\n".join(lines) + "\n")
    return message


def send_mail(message: EmailMessage, server: MailServer, connect: Server) -> None:
    """Hand one mail over. Raises `NoticeError` with the server's own reason."""
    try:
        with connect(server) as connected:
            if server.user:
                connected.login(server.user, server.password)
            connected.send_message(message)
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise NoticeError(_mail_trouble(error), N_("Plimsoll tries again.")) from error


def _mail_trouble(error: Exception) -> Text:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return N_("Your mail server did not accept the user name and password.")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return N_("Your mail server does not offer what was asked, so nothing was sent.")
    if isinstance(error, ssl.SSLError):
        return N_("Your mail server’s certificate does not prove that it is yours, so nothing was sent.")
    return N_("Your mail server cannot be reached, or refused: {words}", words=type(error).__name__)


class NoticeLane:
    """Sends what waits, one at a time."""

    def __init__(
        self,
        db: Connection,
        *,
        clock: Callable[[], datetime],
        unsealed: Callable[[bytes, str], str],
        told: Callable[[], None],
        ping: Ping = post_over_http,
        connect: Server = open_server,
    ) -> None:
        self._db, self._clock, self._unsealed, self._told = db, clock, unsealed, told
        self._ping, self._connect = ping, connect

    def step(self) -> float:
        """Send one; seconds until there is something again. A database that is busy or full stops nothing else."""
        try:
            return self._step()
        except StoreError as error:
            log.warning("notices wait: %s", error)
            return REST_S

    def _step(self) -> float:
        now = self._clock()
        post = alert_outlets.due(self._db, now=now)
        if post is None:
            later = alert_outlets.next_at(self._db)
            return REST_S if later is None else min(REST_S, max(BREATH_S, (later - now).total_seconds()))
        trouble: Text | None = None
        try:
            self._send(post)
        except (NoticeError, VaultError) as error:
            trouble = error.title
        with transaction(self._db):
            if trouble is None:
                alert_outlets.sent(self._db, post, now=self._clock())
            else:
                alert_outlets.failed(self._db, post, trouble, now=self._clock())
        self._told()
        return BREATH_S

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

    def _send(self, post: Post) -> None:
        opened = self._unsealed(post.sealed, post.outlet)
        if post.outlet == MAIL:
            server = MailServer(**json.loads(opened))
            send_mail(mail_of(post, server), server, self._connect)
            return
        status = self._ping(opened, body_of(post))
        if not 200 <= status < 300:
            raise NoticeError(N_("Your webhook answered {status}.", status=str(status)), N_("Plimsoll tries again."))


# ------------------------------------------------------------------------------------------------ the seller's side


class Notifying:
    """One inventory's places for notices. Everything but `lane` is called from any thread, and blocks."""

    def __init__(self, path: Path, *, vault: "Callable[[], Vault]", clock: Callable[[], datetime]) -> None:
        self._path, self._vault, self._clock = path, vault, clock

    def set_webhook(self, typed: str) -> None:
        """Tell this address too from now on. Raises `NoticeError`."""
        address = webhook_address(typed)
        self._keep(WEBHOOK, urlsplit(address).hostname or "", address)

    def set_mail(self, facts: Mapping[str, str]) -> None:
        """Tell this mail server too from now on. Raises `NoticeError`."""
        server = mail_server(facts)
        written = {name: getattr(server, name) for name in MailServer.__slots__}
        self._keep(MAIL, f"{server.to} · {server.host}", json.dumps(written))

    def drop(self, kind: str) -> None:
        """Tell a place nothing any more."""
        with closing(connection(self._path)) as db, transaction(db):
            alert_outlets.drop(db, kind)

    def lane(self, db: Connection, told: Callable[[], None]) -> NoticeLane:
        """What sends."""
        return NoticeLane(
            db,
            clock=self._clock,
            unsealed=lambda sealed, kind: self._vault().open(sealed, _context(kind)),
            told=told,
        )

    def _keep(self, kind: str, shown: str, secret: str) -> None:
        sealed = self._vault().seal(secret, _context(kind))
        with closing(connection(self._path)) as db, transaction(db):
            alert_outlets.put(db, kind, shown, sealed, now=self._clock())


def _context(kind: str) -> str:
    return f"notice/{kind}"
