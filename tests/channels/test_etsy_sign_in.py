"""Signing in by the browser, tokens that are renewed and kept, and the connection test."""

import http.client
import json
import socket
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from app.channels.etsy import tokens as sign_in
from app.channels.etsy.api import refusal
from app.channels.etsy.info import CALLBACK, HOST, INFO, SCOPE_LIST, SCOPES, TRADEMARK, address_of, message_page
from app.channels.etsy.introduce import REACH, SHOP, SIGN_IN
from app.channels.etsy.shop import open_etsy
from app.channels.etsy.signing_in import SignIn
from app.channels.etsy.tokens import SECRET, Tokens, tokens_of
from app.channels.http import ShopHttp
from app.channels.oauth import Callback, Pkce, code_in
from app.errors import ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.simulator.faults import Fault
from app.simulator.http import transport
from tests.channels.etsy_world import World

ANY_PORT = "http://localhost/etsy/callback"


@pytest.fixture
def world() -> World:
    return World()


# --- PKCE ------------------------------------------------------------------------------------------------------------


def test_the_vector_of_etsys_page() -> None:
    pkce = Pkce(verifier="vvkdljkejllufrvbhgeiegrnvufrhvrffnkvcknjvfid", state="s")
    assert pkce.challenge == "DSWlW2Abh-cf8CeLL8-g3hQ2WQyYdKyiu83u_s7nRhI"


def test_every_attempt_has_secrets_of_its_own() -> None:
    one, two = Pkce(), Pkce()
    assert one.verifier != two.verifier
    assert one.state != two.state
    assert 43 <= len(one.verifier) <= 128
    assert one.verifier not in repr(one)


def test_the_address_of_the_consent_page() -> None:
    pkce = Pkce()
    address = urlsplit(sign_in.consent_address(pkce, " key ", CALLBACK))
    asked = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert f"{address.scheme}://{address.netloc}{address.path}" == "https://www.etsy.com/oauth/connect"
    assert asked == {
        "response_type": "code",
        "client_id": "key",
        "redirect_uri": CALLBACK,
        "scope": "shops_r listings_r listings_w transactions_r",
        "state": pkce.state,
        "code_challenge": pkce.challenge,
        "code_challenge_method": "S256",
    }


# --- what the browser brings back ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", [f"{CALLBACK}?code=c1&state=s1", " https://localhost/x?state=s1&code=c1#top ", "code=c1&state=s1"]
)
def test_the_code_in_a_pasted_address(text: str) -> None:
    assert code_in(text, "s1") == "c1"


@pytest.mark.parametrize(
    "text", ["", "c1", f"{CALLBACK}?code=c1", f"{CALLBACK}?code=c1&state=s2", "\u00e9?state=\u00e9"]
)
def test_an_address_of_another_attempt(text: str) -> None:
    with pytest.raises(ChannelRefused, match="does not belong"):
        code_in(text, "s1")


def test_the_seller_said_no() -> None:
    with pytest.raises(ChannelSignedOut, match="not allowed") as caught:
        code_in(f"{CALLBACK}?error=access_denied&error_description=No+thanks&state=s1", "s1")
    assert caught.value.words == "access_denied: No thanks"


def visit(port: int, path: str, method: str = "GET") -> tuple[int, str]:
    browser = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        browser.request(method, path)
        answer = browser.getresponse()
        return answer.status, answer.read().decode()
    finally:
        browser.close()


def waiting(callback: Callback, seconds: float = 10.0) -> tuple[threading.Thread, list[Any]]:
    found: list[Any] = []

    def wait() -> None:
        try:
            found.append(callback.wait(seconds))
        except ChannelSignedOut as error:
            found.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    return thread, found


def test_the_browser_comes_back() -> None:
    with Callback(ANY_PORT, "s1") as callback:
        thread, found = waiting(callback)
        assert visit(callback.port, "/favicon.ico")[0] == 404
        assert visit(callback.port, "/etsy/callback?code=bad&state=s2")[0] == 400
        assert visit(callback.port, "/etsy/callback?code=c1&state=s1", "POST")[0] == 501
        status, page = visit(callback.port, "/etsy/callback?code=c1&state=s1")
        thread.join(5)
        assert found == ["c1"]
        assert status == 200
        assert "Plimsoll is connected" in page
    with pytest.raises(ConnectionError):
        visit(callback.port, "/")


def test_a_no_in_the_browser_ends_the_wait() -> None:
    with Callback(ANY_PORT, "s1") as callback:
        thread, found = waiting(callback)
        status, page = visit(callback.port, "/etsy/callback?error=access_denied&state=s1")
        thread.join(5)
        assert (status, "not allowed" in page) == (200, True)
        assert isinstance(found[0], ChannelSignedOut)


def test_nobody_comes_or_the_wait_is_called_off() -> None:
    with Callback(ANY_PORT, "s1") as callback:
        assert callback.wait(0.05) is None
        thread, found = waiting(callback)
        callback.stop()
        thread.join(5)
        assert found == [None]


def test_a_browser_that_says_nothing_does_not_hold_the_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.channels.oauth._Handler.timeout", 0.05)
    with Callback(ANY_PORT, "s1") as callback, socket.create_connection(("127.0.0.1", callback.port)):
        thread, found = waiting(callback)
        visit(callback.port, "/etsy/callback?code=c1&state=s1")
        thread.join(5)
        assert found == ["c1"]


def test_a_port_that_is_taken_leaves_pasting() -> None:
    with Callback(ANY_PORT, "s1") as callback:
        with pytest.raises(ChannelUnavailable, match="port") as caught:
            Callback(f"http://localhost:{callback.port}/etsy/callback", "s2")
        assert not caught.value.sent
        assert "paste" in str(caught.value.advice)


# --- tokens ----------------------------------------------------------------------------------------------------------


def http_to(world: World) -> ShopHttp:
    return ShopHttp(
        HOST,
        clock=lambda: world.now,
        log=world.calls.append,
        refuse=lambda answer: refusal(answer, world.now),
        transport=transport(world.shop),
    )


def fetched(world: World, pkce: Pkce, code: str, **other: str) -> Tokens:
    wanted: dict[str, Any] = {"keystring": world.shop.gate.keystring, "callback": CALLBACK, **other}
    return sign_in.fetch(http_to(world), code=code, pkce=pkce, now=world.now, **wanted)


def test_signing_in_for_the_first_time(world: World) -> None:
    pkce = Pkce()
    back = world.shop.gate.consent(sign_in.consent_address(pkce, world.shop.gate.keystring, CALLBACK))
    found = fetched(world, pkce, code_in(back, pkce.state))
    assert found.access.startswith(f"{world.shop.shows.user_id}.")
    assert found.access_ends == world.now + timedelta(hours=1)
    assert found.days_left(world.now) == 90
    world.secrets[SECRET] = found.text()
    world.restart()
    assert world.channel.introduce().ok
    with pytest.raises(ChannelSignedOut):
        fetched(world, pkce, code_in(back, pkce.state))


def signing_in(world: World, callback: str = CALLBACK) -> SignIn:
    return SignIn(
        world.shop.gate.keystring,
        clock=lambda: world.now,
        log=world.calls.append,
        callback=callback,
        transport=transport(world.shop),
    )


def test_the_whole_way_through_the_browser(world: World) -> None:
    with Callback(ANY_PORT, "") as free:
        port = free.port
    callback = f"http://localhost:{port}/etsy/callback"
    world.shop.gate.callbacks = (callback,)
    attempt = signing_in(world, callback)
    found: list[str | None] = []
    with attempt.listen() as listening:
        assert attempt.wait(listening, 0.01) is None
        thread = threading.Thread(target=lambda: found.append(attempt.wait(listening, 10)))
        thread.start()
        back = urlsplit(world.shop.gate.consent(attempt.page))
        assert visit(port, f"{back.path}?{back.query}")[0] == 200
        thread.join(5)
    attempt.close()
    assert found[0]
    world.secrets[SECRET] = found[0]
    world.restart()
    assert world.channel.introduce().ok


def test_the_whole_way_by_pasting(world: World) -> None:
    attempt = signing_in(world)
    back = world.shop.gate.consent(attempt.page)
    with pytest.raises(ChannelRefused):
        attempt.pasted("https://www.etsy.com/")
    world.secrets[SECRET] = attempt.pasted(f" {back} ")
    world.restart()
    assert world.channel.introduce().ok
    with pytest.raises(ChannelSignedOut, match="not allowed"):
        attempt.pasted(world.shop.gate.consent(attempt.page, allow=False))


def test_another_verifier_or_address_gets_no_token(world: World) -> None:
    for other, callback in ((Pkce(), CALLBACK), (None, f"{CALLBACK}/")):
        pkce = Pkce()
        back = world.shop.gate.consent(sign_in.consent_address(pkce, world.shop.gate.keystring, CALLBACK))
        code = code_in(back, pkce.state)
        with pytest.raises(ChannelSignedOut, match="allow Plimsoll again"):
            fetched(world, other or pkce, code, callback=callback)


def test_a_renewed_token_is_kept_before_it_is_used(world: World) -> None:
    world.tick(minutes=56)
    used: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if "Authorization" in request.headers:
            used.append(request.headers["Authorization"])
            assert tokens_of(world.secrets[SECRET]).access in used[-1], "used before it was kept"
        return world.shop.handle(request)

    channel = world.open(httpx.MockTransport(answer))
    before = tokens_of(world.secrets[SECRET])
    channel.stock(["1"])
    after = tokens_of(world.secrets[SECRET])
    assert world.saved == [SECRET]
    assert (before.access != after.access, before.refresh != after.refresh) == (True, True)
    assert after.days_left(world.now) == 90
    channel.stock(["1"])
    assert world.saved == [SECRET]


def test_what_cannot_be_kept_is_not_used(world: World) -> None:
    class Full(Exception):
        pass

    def full(name: str, value: str) -> None:
        raise Full

    world.tick(hours=2)
    access = world.shop.access()
    channel = open_etsy(
        access,
        clock=lambda: world.now + timedelta(hours=2),
        save_secret=full,
        log=world.calls.append,
        transport=world.wire,
    )
    with pytest.raises(Full):
        channel.stock(["1"])
    assert [one.url.path for one in world.wire.requests] == ["/v3/public/oauth/token"]


def test_a_token_that_was_called_back_is_asked_for_again_once(world: World) -> None:
    world.shop.gate.revoke()
    assert world.channel.stock(["1"])[0].gone
    assert world.saved == [SECRET]
    world.shop.faults.signed_out = True
    with pytest.raises(ChannelSignedOut):
        world.channel.stock(["1"])


def test_a_seller_who_must_come_back(world: World) -> None:
    world.shop.gate.revoke(refresh=True)
    with pytest.raises(ChannelSignedOut, match="allow Plimsoll again"):
        world.channel.stock(["1"])
    world.tick(days=91)
    with pytest.raises(ChannelSignedOut, match="allow Plimsoll again"):
        world.channel.stock(["1"])


@pytest.mark.parametrize("fault", [Fault.GARBAGE, Fault.TRUNCATED, Fault.TIMEOUT_AFTER, Fault.BROKEN])
def test_a_renewal_that_fails_for_now(world: World, fault: Fault) -> None:
    world.shop.gate.forgives_old = True
    world.tick(hours=2)
    world.shop.faults.fail_next(fault)
    with pytest.raises(ChannelUnavailable):
        world.channel.stock(["1"])
    assert world.channel.stock(["1"])[0].gone


def test_damaged_or_missing_keys(world: World) -> None:
    for name, value in (("keystring", ""), ("shared_secret", "a b\n"), ("keystring", "a:b"), ("shared_secret", "é")):
        kept = world.secrets
        world.secrets = {**kept, name: value}
        if value != "a b\n":
            with pytest.raises(ChannelSignedOut, match="missing or damaged"):
                world.restart()
        world.secrets = kept
    for text in ("", "{}", "nonsense"):
        world.secrets[SECRET] = text
        world.restart()
        with pytest.raises(ChannelSignedOut, match="allow Plimsoll again"):
            world.channel.stock(["1"])


def test_no_token_is_shown() -> None:
    found = Tokens("secret-access", "secret-refresh", World().now, World().now)
    assert "secret" not in repr(found)
    assert tokens_of(found.text()) == found


# --- the connection test ---------------------------------------------------------------------------------------------


def test_who_the_shop_is(world: World) -> None:
    told = world.channel.introduce()
    assert told.ok
    assert (told.name, told.currency) == ("KilnAndCo", "USD")
    assert told.settings == {
        "shop_id": str(world.shop.shows.shop_id),
        "user_id": str(world.shop.shows.user_id),
        "currency": "USD",
    }
    assert [str(check.name) for check in told.checks] == [str(one) for one in (REACH, SIGN_IN, *SCOPES.values(), SHOP)]


@pytest.mark.parametrize("scope", list(SCOPES))
@pytest.mark.parametrize("wrapped", [True, False])
def test_each_permission_is_tried_by_name(world: World, scope: str, wrapped: bool) -> None:
    world.shop.gate.scopes = frozenset(SCOPES) - {scope}
    world.shop.wraps_scopes = wrapped
    world.secrets |= world.shop.access().secrets
    world.wire.handle_request = world.shop.handle  # type: ignore[method-assign] # a bare list is not in the document
    world.restart()
    told = world.channel.introduce()
    failed = [check for check in told.checks if not check.ok]
    assert [check.name for check in failed] == [SCOPES[scope]]
    assert scope in str(failed[0].words)


def test_keys_that_etsy_does_not_take(world: World) -> None:
    world.secrets["shared_secret"] = "wrong"
    world.restart()
    told = world.channel.introduce()
    assert [(str(check.name), check.ok) for check in told.checks] == [(str(REACH), False)]
    assert "keystring and the shared secret" in str(told.checks[0].words)


def test_a_sign_in_that_ended(world: World) -> None:
    world.shop.gate.revoke(refresh=True)
    told = world.channel.introduce()
    assert [(str(check.name), check.ok) for check in told.checks] == [(str(REACH), True), (str(SIGN_IN), False)]


def test_etsy_is_down(world: World) -> None:
    world.shop.faults.down = True
    assert not world.channel.introduce().ok


def test_the_notice_before_the_ninety_days_end_and_a_vacation(world: World) -> None:
    kept = tokens_of(world.secrets[SECRET])
    ends = world.now + timedelta(days=9)
    world.secrets[SECRET] = Tokens(kept.access, kept.refresh, kept.access_ends, ends).text()
    world.restart()
    world.shop.shows.vacation = True
    told = world.channel.introduce()
    words = {str(check.name): str(check.words) for check in told.checks if check.words}
    assert told.ok
    assert words[str(SIGN_IN)] == "Etsy wants you back before 2026-12-02 09:00."
    assert "on vacation" in words[str(SHOP)]
    assert world.channel.tokens.days_left(world.now) == 9
    assert world.channel.tokens.days_left(world.now + timedelta(days=20)) == 0


def test_the_shops_number_is_asked_for_where_it_is_not_known() -> None:
    world = World(known=False)
    world.shop.add_product("MUG", 5)
    assert len(world.listings()) == 1
    assert sum(asked.endswith("users/me") for asked in world.wire.asked()) == 1


# --- what Etsy is ----------------------------------------------------------------------------------------------------


def test_what_etsy_asks_to_be_said() -> None:
    way = INFO.ways[0]
    assert INFO.notice == TRADEMARK
    assert "not endorsed or certified by Etsy, Inc." in str(TRADEMARK)
    assert any(CALLBACK in str(step) for step in way.steps)
    assert [field.name for field in way.fields] == ["keystring", "shared_secret"]
    assert not INFO.can_zero
    assert SCOPE_LIST == "shops_r listings_r listings_w transactions_r"


def test_addresses() -> None:
    addresses: list[tuple[str, str]] = [
        ("", HOST),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("https://evil.example", HOST),
    ]
    assert [address_of(typed) for typed, _ in addresses] == [there for _, there in addresses]
    assert message_page("5", 7).endswith("with_id=7&referring_id=5&referring_type=receipt&recipient_id=7")


def test_closing(world: World) -> None:
    closing: Callable[[], None] = world.channel.close
    closing()
    assert json.loads(world.secrets[SECRET])["access"]
