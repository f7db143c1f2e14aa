"""One request to a shop: bounded, logged, and every failure one of ours."""

import gzip
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from app.channels import http
from app.channels.address import is_loopback, shop_address
from app.channels.http import Answer, ShopHttp, clean_words, retry_after, usual_error
from app.core.channel import Call
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.simulator.http import LoopbackServer

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def shop(
    answer: httpx.Response | Exception, refuse: http.Refuse = lambda _: None, base: str = "https://shop.example"
) -> tuple[ShopHttp, list[Call], list[httpx.Request]]:
    calls: list[Call] = []
    asked: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        if isinstance(answer, Exception):
            raise answer
        return answer

    transport = httpx.MockTransport(handle)
    return ShopHttp(base, clock=lambda: NOW, log=calls.append, refuse=refuse, transport=transport), calls, asked


# --- the address -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("shop.example", "https://shop.example"),
        ("  https://shop.example/  ", "https://shop.example"),
        ("https://shop.example:8443/store/", "https://shop.example:8443/store"),
        ("https://Shop.Example/?utm=1#top", "https://shop.example"),
        ("http://localhost:8088", "http://localhost:8088"),
        ("http://127.0.0.1", "http://127.0.0.1"),
        ("http://[::1]:81/a", "http://[::1]:81/a"),
        ("https://töpferei.example/laden", "https://xn--tpferei-90a.example/laden"),
        ("Straße.example", "https://xn--strae-oqa.example"),  # not strasse.example, which may be somebody else's
    ],
)
def test_an_address(typed: str, address: str) -> None:
    assert shop_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        *("", "a shop", "http://", "https://", "ftp://shop.example", "https://user:secret@shop.example"),
        *("javascript://shop.example", "https://shop.example:abc", "https://[::1", "mailto:a@b.example", "/etc"),
        *("kiln..example", ".example", "a" * 64 + ".example", "https:/kiln.example", "https//kiln.example"),
        *("mein lädchen", "https://-ä.example", "https://☃\u200b.example"),
    ],
)
def test_no_address(typed: str) -> None:
    with pytest.raises(ChannelRefused) as caught:
        shop_address(typed)
    assert "is not the address of a shop" in str(caught.value.title)


@pytest.mark.parametrize("typed", ["http://shop.example", "http://192.168.1.5", "http://127.0.0.1.shop.example"])
def test_http_never_leaves_this_computer(typed: str) -> None:
    with pytest.raises(ChannelRefused) as caught:
        shop_address(typed)
    assert "https only" in str(caught.value.title)


@given(st.text(max_size=40))
def test_whatever_is_typed(typed: str) -> None:
    try:
        address = shop_address(typed)
    except ChannelRefused:
        return
    assert address.startswith("https://") or is_loopback(httpx.URL(address).host)


@pytest.mark.parametrize(
    ("host", "own"),
    [("localhost", True), ("127.8.9.1", True), ("::1", True), ("10.0.0.1", False), ("localhost.example", False)],
)
def test_loopback(host: str, *, own: bool) -> None:
    assert is_loopback(host) is own


# --- a call ----------------------------------------------------------------------------------------------------------


def test_a_success_is_logged_without_its_body() -> None:
    client, calls, asked = shop(httpx.Response(200, json={"secret": "of a buyer"}))
    answer = client.call("read stock", "3 listings", "GET", "/x", params=[("a", "1")])
    assert (answer.status, msgspec.json.decode(answer.body)) == (200, {"secret": "of a buyer"})
    assert answer.headers["content-type"] == "application/json"
    (call,) = calls
    assert (call.at, call.verb, call.target, call.outcome, call.status, call.words) == (
        *(NOW, "read stock", "3 listings", "ok", 200, ""),
    )
    assert call.milliseconds >= 0
    assert str(asked[0].url) == "https://shop.example/x?a=1"
    assert asked[0].headers["User-Agent"].startswith("Plimsoll/")


@pytest.mark.parametrize("base", ["https://shop.example/store", "https://shop.example/store/"])
def test_a_shop_in_a_folder(base: str) -> None:
    client, _, asked = shop(httpx.Response(200), base=base)
    client.call("v", "t", "GET", "/wp-json/wc/v3/products")
    assert asked[0].url.path == "/store/wp-json/wc/v3/products"


def test_statuses_that_the_caller_wants_to_see() -> None:
    client, calls, _ = shop(httpx.Response(404, text="no"), refuse=lambda _: pytest.fail("not asked"))
    assert client.call("v", "t", "GET", "/x", accept=(404,)).status == 404
    assert (calls[0].outcome, calls[0].status) == ("ok", 404)


class OwnRefusal(ChannelRefused):
    """A connector's own kind of refusal."""


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        *((ChannelUnavailable, "unavailable"), (ChannelSignedOut, "signed out"), (ChannelRefused, "refused")),
        (OwnRefusal, "refused"),
    ],
)
def test_a_connector_s_own_words_come_first(kind: type[ChannelError], outcome: str) -> None:
    error = kind(http.N_("Title."), http.N_("Advice."), words="its words")
    client, calls, _ = shop(httpx.Response(200), refuse=lambda _: error)
    with pytest.raises(kind):
        client.call("v", "t", "GET", "/x")
    assert (calls[0].outcome, calls[0].words, calls[0].status) == (outcome, "its words", 200)


@pytest.mark.parametrize(
    ("status", "kind", "title"),
    [
        (301, ChannelRefused, "leads to another place: https://other.example"),
        (302, ChannelRefused, "leads to another place: https://other.example"),
        (400, ChannelRefused, "refused the request"),
        (401, ChannelSignedOut, "did not accept the key"),
        (403, ChannelSignedOut, "did not accept the key"),
        (404, ChannelRefused, "refused the request"),
        (429, ChannelUnavailable, "asked us to wait"),
        (500, ChannelUnavailable, "a fault of its own (500)"),
        (503, ChannelUnavailable, "a fault of its own (503)"),
    ],
)
def test_what_a_status_means(status: int, kind: type[ChannelError], title: str) -> None:
    headers = {"Location": "https://other.example/x?key=1", "Retry-After": "12"}
    client, calls, asked = shop(httpx.Response(status, headers=headers, text="<p>words</p>"))
    with pytest.raises(kind) as caught:
        client.call("v", "t", "GET", "/x")
    error = caught.value
    assert title in str(error.title)
    assert error.status == calls[0].status == status
    assert len(asked) == 1, "nothing is followed or tried again here"
    if isinstance(error, ChannelUnavailable):
        assert (error.retry_after, error.sent) == (12, True)
    if status >= 400:
        assert calls[0].words == "words"


@pytest.mark.parametrize(
    ("status", "header", "later_s", "sent"),
    [
        (429, "90", 0.0, False),
        (429, "90", 89.9, False),
        (429, "90", 90.0, True),
        (429, "90", -1.0, True),  # the clock was set back: nobody knows how long it still is
        (429, None, 0.0, True),  # it did not say for how long
        (503, "90", 0.0, True),
    ],
)
def test_a_shop_that_asks_us_to_wait_is_left_alone_whoever_heard_it(status, header, later_s, sent) -> None:
    """A write may have done its work before one of its calls met a 429, and say so: the wish stands all the same."""
    now, asked = [NOW], []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(status, headers={"Retry-After": header} if header else {})

    client = ShopHttp(
        "https://shop.example",
        clock=lambda: now[0],
        log=lambda _: None,
        refuse=lambda _: None,
        transport=httpx.MockTransport(handle),
    )
    with suppress(ChannelUnavailable):
        client.call("v", "t", "PUT", "/x")
    now[0] += timedelta(seconds=later_s)
    with pytest.raises(ChannelUnavailable) as caught:
        client.call("v", "t", "GET", "/y")
    assert len(asked) == 1 + sent
    assert sent or (caught.value.sent, caught.value.retry_after) == (False, pytest.approx(90.0 - later_s))


@pytest.mark.parametrize("status", [200, 201, 204, 299])
def test_a_success_is_no_error(status: int) -> None:
    assert usual_error(Answer(status, {}, b""), NOW) is None


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("/login?next=1", "/login"),
        ("", "?"),
        ("//evil.example/x", "evil.example"),
        ("https://a.example:1/x", "https://a.example:1"),
    ],
)
def test_where_a_redirection_leads(place: str, shown: str) -> None:
    error = usual_error(Answer(302, {"location": place}, b""), NOW)
    assert error is not None
    assert str(error.title).endswith(f": {shown}")


@pytest.mark.parametrize(
    ("broken", "title", "sent"),
    [
        (httpx.ConnectError("[Errno 111] Connection refused"), "cannot be reached", False),
        (httpx.ConnectTimeout("slow"), "cannot be reached", False),
        (httpx.PoolTimeout("none free"), "cannot be reached", False),
        (httpx.ReadTimeout("slow"), "did not answer in time", True),
        (httpx.WriteTimeout("slow"), "did not answer in time", True),
        (httpx.ReadError("reset"), "broke off", True),
        (httpx.WriteError("reset"), "broke off", True),
        (httpx.RemoteProtocolError("Server disconnected"), "broke off", True),
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] expired"), "certificate does not prove", False),
        (httpx.ConnectError("[SSL: WRONG_VERSION_NUMBER] wrong version"), "does not answer with https", False),
        (httpx.ConnectError("[SSL] record layer failure"), "does not answer with https", False),
        (UnicodeError("label empty or too long"), "cannot be reached", False),  # of a name that can be none in DNS
    ],
)
def test_what_a_broken_connection_means(broken: Exception, title: str, *, sent: bool) -> None:
    client, calls, _ = shop(broken)
    with pytest.raises(ChannelUnavailable) as caught:
        client.call("v", "t", "GET", "/x")
    assert title in str(caught.value.title)
    assert (caught.value.sent, caught.value.status, calls[0].status) == (sent, None, None)
    assert calls[0].outcome == "unavailable"
    assert calls[0].words


def test_a_bug_is_no_foreseen_error() -> None:
    client, calls, _ = shop(KeyError("a bug"))
    with pytest.raises(KeyError):
        client.call("v", "t", "GET", "/x")
    assert len(calls) == 1


# --- bounds ----------------------------------------------------------------------------------------------------------


class Endless(httpx.SyncByteStream):
    """An answer that never ends."""

    def __init__(self) -> None:
        self.given = 0
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        while True:
            self.given += 1
            yield b"x" * 1_000_000

    def close(self) -> None:
        self.closed = True


def test_a_gigantic_answer_is_not_read_to_the_end() -> None:
    stream = Endless()
    client, calls, _ = shop(httpx.Response(200, stream=stream))
    with pytest.raises(ChannelUnavailable) as caught:
        client.call("v", "t", "GET", "/x")
    assert "far too large" in str(caught.value.title)
    assert stream.given <= http.ANSWER_MAX_BYTES // 1_000_000 + 1
    assert stream.closed
    assert calls[0].status == 200


def test_a_small_answer_that_unpacks_to_a_gigantic_one() -> None:
    packed = gzip.compress(b"\0" * (http.ANSWER_MAX_BYTES + 1))
    client, _, _ = shop(httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=packed))
    with pytest.raises(ChannelUnavailable) as caught:
        client.call("v", "t", "GET", "/x")
    assert "far too large" in str(caught.value.title)


def test_an_answer_that_drips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "ANSWER_MAX_S", -1.0)
    client, _, _ = shop(httpx.Response(200, stream=Endless()))
    with pytest.raises(ChannelUnavailable) as caught:
        client.call("v", "t", "GET", "/x")
    assert "in time" in str(caught.value.title)


def test_an_answer_damaged_on_the_way() -> None:
    stream = httpx.ByteStream(b"no gzip at all")
    client, _, _ = shop(httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=stream))
    with pytest.raises(ChannelUnavailable) as caught:
        client.call("v", "t", "GET", "/x")
    assert "damaged" in str(caught.value.title)


# --- decoding --------------------------------------------------------------------------------------------------------


def test_an_answer_that_is_something_else() -> None:
    answer = Answer(200, {"content-type": "text/html; charset=UTF-8"}, b"<html>")
    with pytest.raises(ChannelUnavailable) as caught:
        answer.decode(list[int])
    assert "does not understand" in str(caught.value.title)
    assert caught.value.words.startswith("text/html: ")
    assert caught.value.status == 200


@pytest.mark.parametrize("body", [b"[1,2", b'["1"]', b"", b"\xff", b"{}"])
def test_a_wrong_or_broken_answer(body: bytes) -> None:
    with pytest.raises(ChannelUnavailable):
        Answer(200, {}, body).decode(list[int])


def test_a_good_answer() -> None:
    assert Answer(200, {}, b"\xef\xbb\xbf[1,2]").decode(list[int]) == [1, 2]


# --- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a <b>bold</b>\n word", "a bold word"),
        (f"key ck_{'a1' * 20} bad", "key … bad"),
        (f"consumer_secret=cs_{'b2' * 20}&x=1", "consumer_secret=…&x=1"),
        ("token shpat_0123abcd and shpss_99", "token … and …"),
        ("oauth_signature=abc%3D&page=1", "…&page=1"),
        ("write to ann.buyer+x@mail.example.org now", "write to … now"),
        ("Invalid parameter(s): stock_quantity", "Invalid parameter(s): stock_quantity"),
        ("x" * 400, "x" * (http.WORDS_MAX - 1) + "…"),
        ("", ""),
    ],
)
def test_words_without_tags_keys_and_addresses(text: str, words: str) -> None:
    assert clean_words(text) == words


# --- Retry-After -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        *(("0", 0), ("120", 120), (" 7 ", 7), ("1.5", 1.5), ("-3", 0), ("999999999", http.RETRY_AFTER_MAX_S)),
        *((None, None), ("", None), ("soon", None), ("nan", None), ("inf", None), ("1e999", None)),
        ("Mon, 23 Nov 2026 12:01:30 GMT", 90),
        ("Mon, 23 Nov 2026 13:01:30 +0100", 90),
        ("Mon, 23 Nov 2026 12:01:30 -0000", 90),
        ("Mon, 23 Nov 2026 11:00:00 GMT", 0),
        ("Mon, 23 Nov 2099 11:00:00 GMT", http.RETRY_AFTER_MAX_S),
        ("Mon, 99 Nov 2026 11:00:00 GMT", None),
        (f"{'9' * 400} Nov 2026 1:1:1 GMT", None),
        ("Mon, 23 Nov 2026 11:00:00 +9999999", None),
    ],
)
def test_how_long_to_wait(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text(max_size=60))
def test_any_retry_after(value: str) -> None:
    wait = retry_after(value, NOW)
    assert wait is None or 0 <= wait <= http.RETRY_AFTER_MAX_S


# --- over real connections -------------------------------------------------------------------------------------------


class Fine:
    """A shop that always answers."""

    def handle(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=[])


def real(base: str) -> ShopHttp:
    return ShopHttp(base, clock=lambda: NOW, log=lambda _: None, refuse=lambda _: None)


def test_nobody_at_home() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        client = real(f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(ChannelUnavailable) as caught:
            client.call("v", "t", "GET", "/x")
    assert "cannot be reached" in str(caught.value.title)
    assert not caught.value.sent
    client.close()


def test_https_where_only_http_is_spoken() -> None:
    with LoopbackServer(Fine()) as server:
        client = real(f"https://127.0.0.1:{server.port}")
        with pytest.raises(ChannelUnavailable) as caught:
            client.call("v", "t", "GET", "/x")
        client.close()
    assert "does not answer with https" in str(caught.value.title)
    assert not caught.value.sent


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    context = _self_signed(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=_refuse_one, args=(server, context))
        thread.start()
        client = real(f"https://127.0.0.1:{server.getsockname()[1]}")
        with pytest.raises(ChannelUnavailable) as caught:
            client.call("v", "t", "GET", "/x")
        client.close()
        thread.join()
    assert "certificate does not prove" in str(caught.value.title)
    assert not caught.value.sent


def _refuse_one(server: socket.socket, context: ssl.SSLContext) -> None:
    connection, _ = server.accept()
    with connection:
        try:
            context.wrap_socket(connection, server_side=True).close()
        except OSError:
            return


def _self_signed(folder: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "shop.example")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    today = datetime.now(UTC)
    builder = builder.not_valid_before(today - timedelta(days=1)).not_valid_after(today + timedelta(days=1))
    certificate = builder.sign(key, hashes.SHA256())
    pem = folder / "shop.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def test_a_proxy_never_sees_what_stays_on_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with LoopbackServer(Fine()) as server:
        client = real(server.url)
        assert client.call("v", "t", "GET", "/x").status == 200
        client.close()


def test_what_a_shop_wants_remembered_is_neither_kept_nor_sent():
    client, _, asked = shop(httpx.Response(200, headers={"Set-Cookie": "session=1; Path=/"}))
    for _ in range(2):
        client.call("read", "it", "GET", "/wp-json/x")
    assert ["cookie" in request.headers for request in asked] == [False, False]
    client.close()


def test_an_address_with_a_folder_and_awkward_values_is_put_together_as_the_client_would():
    client, _, asked = shop(httpx.Response(200), base="https://shop.example/our shop/")
    client.call("read", "it", "GET", "/wp-json/x", params=[("a", "ä b&c"), ("d", "1,2")], headers={"Accept": "x/y"})
    usual = httpx.Client(base_url="https://shop.example/our shop/")
    same = usual.build_request("GET", "/wp-json/x", params=[("a", "ä b&c"), ("d", "1,2")])
    assert asked[0].url == same.url
    assert (asked[0].headers["accept"], asked[0].headers["host"]) == ("x/y", "shop.example")
    assert asked[0].extensions["timeout"] == http.TIMEOUT.as_dict()
    usual.close()
    client.close()
