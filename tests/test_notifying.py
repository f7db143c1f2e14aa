"""Alerts at the seller's own webhook and mail server: what is sent, what is never sent, and what happens on failure."""

import json
import smtplib
import ssl
from datetime import timedelta
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Self

import pytest

from app.core.text import N_
from app.errors import NoticeError, VaultError
from app.notifying import MailServer, NoticeLane, Notifying, mail_server, post_over_http, webhook_address
from app.store import alert_outlets
from app.store.alert_outlets import MAIL, WEBHOOK
from app.store.database import transaction
from app.store.sqlite import Connection
from tests.life import NOW, fresh, later

LINE = N_("Mug is at its floor of {floor}.", floor=3)
MAIL_FACTS = {
    "host": "smtp.example", "port": "465", "user": "me", "password": "hidden", "sender": "a@shop.example",
    "to": "b@shop.example", "security": "tls",
}  # fmt: skip


class Vault:
    """Seals by turning around; refuses what was sealed for something else."""

    def seal(self, secret: str, context: str) -> bytes:
        return f"{context}|{secret}"[::-1].encode()

    def open(self, sealed: bytes, context: str) -> str:
        found, _, secret = sealed.decode()[::-1].partition("|")
        if found != context:
            raise VaultError(N_("no"), N_("no"))
        return secret


class Server:
    """A mail server that remembers."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.logged_in: list[tuple[str, str]] = []
        self.sent: list[EmailMessage] = []

    def __enter__(self) -> Self:
        if self.error is not None:
            raise self.error
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def login(self, user: str, password: str) -> None:
        self.logged_in.append((user, password))

    def send_message(self, message: EmailMessage) -> None:
        self.sent.append(message)


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


@pytest.fixture
def notifying(db: Connection, tmp_path: Path) -> Notifying:
    return Notifying(tmp_path / "inventory.db", vault=Vault, clock=lambda: NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["https://hooks.example/x?key=1", "http://127.0.0.1:8000/x", "http://[::1]/x"])
def test_addresses_that_are_taken(typed: str) -> None:
    assert webhook_address(f" {typed} ") == typed


@pytest.mark.parametrize(
    "typed", ["http://hooks.example/x", "hooks.example", "ftp://x.example", "https://", "https://a b", "file:///etc"]
)
def test_addresses_that_are_not(typed: str) -> None:
    with pytest.raises(NoticeError):
        webhook_address(typed)


@pytest.mark.parametrize(
    "wrong", [{"port": "0"}, {"port": "x"}, {"host": " "}, {"to": "nobody"}, {"sender": ""}, {"to": "a@b\nBcc: c@d"}]
)
def test_mail_servers_that_are_not_taken(wrong: dict[str, str]) -> None:
    with pytest.raises(NoticeError):
        mail_server({**MAIL_FACTS, **wrong})


def test_what_is_kept_is_sealed_and_only_the_host_is_shown(db: Connection, notifying: Notifying) -> None:
    notifying.set_webhook("https://hooks.example/secret")
    notifying.set_mail(MAIL_FACTS)
    kept = alert_outlets.outlets(db)
    assert kept[WEBHOOK].shown == "hooks.example"
    assert kept[MAIL].shown == "b@shop.example · smtp.example"
    rows = db.execute("select shown, sealed from alert_outlet").fetchall()
    assert not any("secret" in row[0] or b"secret" in row[1] or b"hidden" in row[1] for row in rows)
    assert "hidden" not in repr(mail_server(MAIL_FACTS))
    notifying.drop(WEBHOOK)
    assert set(alert_outlets.outlets(db)) == {MAIL}


def lane(db: Connection, notifying: Notifying, *, status: int = 200, server: Server | None = None) -> "Lane":
    return Lane(db, status, server or Server())


class Lane:
    """The lane with a clock to turn, and what was posted."""

    def __init__(self, db: Connection, status: int, server: Server) -> None:
        self.now, self.status, self.posted, self.told = NOW, status, list[tuple[str, bytes]](), 0
        vault = Vault()

        def ping(address: str, body: bytes) -> int:
            self.posted.append((address, body))
            return self.status

        def heard() -> None:
            self.told += 1

        self.lane = NoticeLane(
            db,
            clock=lambda: self.now,
            unsealed=lambda sealed, kind: vault.open(sealed, f"notice/{kind}"),
            told=heard,
            ping=ping,
            connect=lambda _server: server,  # type: ignore[arg-type,return-value]
        )


def post(db: Connection, *, test: bool = False) -> None:
    with transaction(db):
        alert_outlets.post(db, [LINE, LINE], now=NOW, test=test)


def test_a_webhook_gets_words_and_numbers(db: Connection, notifying: Notifying) -> None:
    notifying.set_webhook("https://hooks.example/x")
    post(db)
    sends = lane(db, notifying)
    sends.lane.step()
    (address, body) = sends.posted[0]
    said = json.loads(body)
    assert address == "https://hooks.example/x"
    assert said["lines"] == ["Mug is at its floor of 3."] * 2
    assert set(said) == {"id", "at", "test", "text", "lines"}
    assert alert_outlets.outlets(db)[WEBHOOK].worked_at == NOW
    assert sends.lane.step() > 60, "nothing waits"
    assert (len(sends.posted), sends.told) == (1, 1)


def test_what_fails_is_tried_again_and_given_up_after_a_day(db: Connection, notifying: Notifying) -> None:
    notifying.set_webhook("https://hooks.example/x")
    post(db)
    sends = lane(db, notifying, status=500)
    sends.lane.step()
    trouble = alert_outlets.outlets(db)[WEBHOOK].trouble
    assert str(trouble) == "Your webhook answered 500."
    assert sends.lane.step() == 60
    sends.now, sends.status = later(1), 204
    sends.lane.step()
    assert alert_outlets.outlets(db)[WEBHOOK].trouble is None
    post(db)
    sends.status = 500
    for hours in range(30):
        sends.now = NOW + timedelta(hours=hours)
        sends.lane.step()
    assert alert_outlets.next_at(db) is None
    assert len(sends.posted) <= 30


def test_a_test_is_tried_once(db: Connection, notifying: Notifying) -> None:
    notifying.set_webhook("https://hooks.example/x")
    post(db, test=True)
    lane(db, notifying, status=404).lane.step()
    assert alert_outlets.next_at(db) is None


def test_a_mail_names_what_happened_and_logs_in_first(db: Connection, notifying: Notifying) -> None:
    notifying.set_mail(MAIL_FACTS)
    post(db)
    server = Server()
    lane(db, notifying, server=server).lane.step()
    (mail,) = server.sent
    assert server.logged_in == [("me", "hidden")]
    assert (mail["Subject"], mail["From"], mail["To"]) == (
        "Plimsoll: Mug is at its floor of 3.",
        "a@shop.example",
        "b@shop.example",
    )
    assert mail.get_content() == "Mug is at its floor of 3.\nMug is at its floor of 3.\n"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (smtplib.SMTPAuthenticationError(535, b"no"), "user name and password"),
        (ssl.SSLCertVerificationError("x"), "certificate"),
        (ConnectionRefusedError(), "cannot be reached"),
        (smtplib.SMTPNotSupportedError("no starttls"), "does not offer"),
        (UnicodeError("label empty or too long"), "cannot be reached"),  # mail..example
    ],
)
def test_why_a_mail_did_not_go(db: Connection, notifying: Notifying, error: Exception, words: str) -> None:
    notifying.set_mail(MAIL_FACTS)
    post(db)
    lane(db, notifying, server=Server(error)).lane.step()
    assert words in str(alert_outlets.outlets(db)[MAIL].trouble)


def test_there_is_no_third_way_without_encryption() -> None:
    assert mail_server({**MAIL_FACTS, "security": "none"}).security == "tls"
    assert isinstance(mail_server(MAIL_FACTS), MailServer)


class _Hook(BaseHTTPRequestHandler):
    answers = (302, 200)
    bodies: list[bytes] = []  # noqa: RUF012 - of this test only

    def do_POST(self) -> None:
        type(self).bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(302 if self.path == "/away" else 200)
        self.send_header("Location", "/other")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_an_address_that_can_be_no_computers_is_only_not_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda host, *_, **__: host.encode("idna"))
    with pytest.raises(NoticeError, match="cannot be reached"):
        post_over_http("https://hooks..example/1", b"{}")


def test_a_real_post_to_this_computer_follows_no_redirect() -> None:
    with HTTPServer(("127.0.0.1", 0), _Hook) as server:
        server.timeout = 10
        thread = Thread(target=lambda: [server.handle_request() for _ in range(2)], daemon=True)
        thread.start()
        port = server.server_port
        assert post_over_http(f"http://127.0.0.1:{port}/away", b"{}") == 302
        assert post_over_http(f"http://127.0.0.1:{port}/here", b'{"a": 1}') == 200
        thread.join()
    assert _Hook.bodies == [b"{}", b'{"a": 1}']
    with pytest.raises(NoticeError):
        post_over_http(f"http://127.0.0.1:{port}/gone", b"{}")
