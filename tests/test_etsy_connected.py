"""Etsy from the connect page's callables to a live lane: signed in by a browser of our own, and signed in again."""

import http.client
import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest

from app.channels.etsy import signing_in
from app.channels.etsy.tokens import tokens_of
from app.core.channel import Introduction, Off, ShopAccess, StockWrite
from app.credentials import Kept, Vault
from app.errors import ChannelRefused, ChannelSignedOut
from app.program import Folders, Program
from app.session import Session, Where, utc_now
from app.simulator.etsy import SimulatedEtsy
from app.simulator.http import LoopbackServer
from app.store import shops
from app.ui.bridge import ConnectForm, Lent, SigningIn


class Etsy:
    """A simulated Etsy on loopback, what the program lends its window, and a seller who knows what to press."""

    def __init__(self, folder: Path, callback: str) -> None:
        self.sim = SimulatedEtsy(utc_now, 1, callback=callback)
        self.sim.gate.per_second = 1000
        self.mug = self.sim.add_product("MUG", 10)
        self.server = LoopbackServer(self.sim).start()
        where = Where(path=folder / "plimsoll.db", backups=folder / "b", installation="here", log_file=folder / "log")
        self.session = Session(where, vault=lambda: Vault(b"k" * 32, Kept.SESSION))
        program = Program(cast("Any", None), cast("Any", None), Folders(folder, folder, folder / "log", "here"))
        self.lent: Lent = program._lent(self.session, sample=False)

    def close(self) -> None:
        self.session.close()
        self.session.db.close()
        self.server.stop()

    def form(self, **typed: str) -> ConnectForm:
        keys = {"keystring": self.sim.gate.keystring, "shared_secret": self.sim.gate.shared_secret}
        return ConnectForm(channel="etsy", way="seller_app", values={**keys, "address": self.server.url, **typed})

    def sign_in(self, form: ConnectForm, shop: int = 0, *, allow: bool = True) -> ConnectForm:
        """As the connect page does it; the browser is ours."""
        attempt = self.lent.sign_in(form, shop)
        assert attempt.page.startswith("https://www.etsy.com/oauth/connect?")
        brought = attempt.pasted(self.sim.gate.consent(attempt.page, allow=allow))
        attempt.cancel()
        return replace(form, brought=brought)

    def connect(self) -> int:
        form = self.sign_in(self.form())
        found = self.lent.introduce(form)
        assert found.ok
        return self.lent.connect(form, found, "")

    def shop(self, number: int) -> shops.Shop:
        shop = shops.shop(self.session.db, number)
        assert shop is not None
        return shop


@pytest.fixture
def etsy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Etsy]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        callback = f"http://localhost:{free.getsockname()[1]}/etsy/callback"
    monkeypatch.setattr(signing_in, "CALLBACK", callback)
    etsy = Etsy(tmp_path, callback)
    yield etsy
    etsy.close()


def browse(address: str) -> int:
    """What the browser does when Etsy sends it back."""
    parts = urlsplit(address)
    line = http.client.HTTPConnection("127.0.0.1", parts.port or 0, timeout=10)
    line.request("GET", f"{parts.path}?{parts.query}")
    status = line.getresponse().status
    line.close()
    return status


def listening(attempt: SigningIn, waiting: "Future[dict[str, str] | None]") -> None:
    """Until somebody listens; fails when the wait ends before."""
    while not attempt.listens:
        try:
            pytest.fail(f"nobody listened: {waiting.exception(timeout=0.02)}")
        except TimeoutError:
            continue


def test_the_browser_comes_back_to_the_port(etsy: Etsy) -> None:
    attempt = etsy.lent.sign_in(etsy.form(), 0)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(attempt.wait)
        listening(attempt, waiting)
        assert browse(etsy.sim.gate.consent(attempt.page)) == 200
        brought = waiting.result(timeout=20)
    attempt.cancel()
    assert brought is not None
    found = etsy.lent.introduce(replace(etsy.form(), brought=brought))
    assert (found.ok, found.name) == (True, "KilnAndCo")


def test_a_second_attempt_at_once_gets_the_port(etsy: Etsy) -> None:
    """The first one was called off a moment ago, or its browser was only just answered."""
    with ThreadPoolExecutor(3) as pool:
        for allow in (False, True):
            attempt = etsy.lent.sign_in(etsy.form(), 0)
            waiting = pool.submit(attempt.wait)
            listening(attempt, waiting)
            browse(etsy.sim.gate.consent(attempt.page, allow=allow))
            if allow:
                assert waiting.result(timeout=20)
            else:
                with pytest.raises(ChannelSignedOut, match="not allowed"):
                    waiting.result(timeout=20)
        called_off = etsy.lent.sign_in(etsy.form(), 0)
        first = pool.submit(called_off.wait)
        listening(called_off, first)
        attempt = etsy.lent.sign_in(etsy.form(), 0)
        waiting = pool.submit(attempt.wait)
        listening(attempt, waiting)
        assert first.result(timeout=20) is None
        attempt.cancel()
        assert waiting.result(timeout=20) is None


def test_wrong_keys_open_no_browser(etsy: Etsy) -> None:
    for typed in ({"shared_secret": "wrong"}, {"keystring": ""}):
        with pytest.raises(ChannelSignedOut):
            etsy.lent.sign_in(etsy.form(**typed), 0)


def test_connected_and_signed_in_again(etsy: Etsy) -> None:
    number = etsy.connect()
    shop = etsy.shop(number)
    assert (shop.name, shop.channel, shop.mode) == ("KilnAndCo", "etsy", "looking")
    assert shop.settings["shop_id"] == str(etsy.sim.shows.shop_id)
    assert shop.sign_in_ends is not None
    assert timedelta(days=89) < shop.sign_in_ends - utc_now() <= timedelta(days=90)
    channel = etsy.session.open_channel(shop, lambda _: None)
    assert channel.stock([etsy.mug])[0].quantity == 10
    etsy.sim.gate.revoke(refresh=True)
    with pytest.raises(ChannelSignedOut):
        channel.stock([etsy.mug])
    channel.close()
    nothing_typed = etsy.form(keystring="", shared_secret="")
    form = etsy.sign_in(nothing_typed, number)
    assert etsy.lent.reconnect(number, form).ok
    channel = etsy.session.open_channel(etsy.shop(number), lambda _: None)
    assert channel.stock([etsy.mug])[0].quantity == 10
    channel.close()


def test_a_renewed_token_is_kept_with_its_new_end(etsy: Etsy) -> None:
    number = etsy.connect()
    before = etsy.session.kept_secrets(number)["tokens"]
    etsy.sim.gate.revoke()  # as after an hour
    channel = etsy.session.open_channel(etsy.shop(number), lambda _: None)
    channel.stock([etsy.mug])
    channel.close()
    after = etsy.session.kept_secrets(number)["tokens"]
    assert after != before
    assert etsy.shop(number).sign_in_ends == tokens_of(after).refresh_ends


def test_a_token_that_is_renewed_while_it_is_tested_is_the_one_that_is_kept(etsy: Etsy) -> None:
    form = etsy.sign_in(etsy.form())
    first = form.brought["tokens"]
    etsy.sim.gate.revoke()
    found = etsy.lent.introduce(form)
    assert found.ok
    assert form.brought["tokens"] != first
    number = etsy.lent.connect(form, found, "")
    assert etsy.session.kept_secrets(number)["tokens"] == form.brought["tokens"]


def test_another_account_does_not_take_over_a_shop(etsy: Etsy) -> None:
    number = etsy.connect()
    before = etsy.session.kept_secrets(number)
    form = etsy.sign_in(etsy.form(), number)
    etsy.sim.shows.shop_id += 1
    with pytest.raises(ChannelRefused, match="another shop"):
        etsy.lent.reconnect(number, form)
    assert etsy.session.kept_secrets(number) == before
    assert isinstance(etsy.lent.introduce(form), Introduction)


def test_what_the_lane_keeps_for_itself_is_not_written_back(etsy: Etsy) -> None:
    """A listing is taken off sale while the seller signs in again: that it was Plimsoll stays known."""
    number = etsy.connect()
    channel = etsy.session.open_channel(etsy.shop(number), lambda _: None)
    pot = etsy.sim.add_product("POT", 5)
    channel.set_stock([StockWrite(ref=pot, quantity=0, believed=5, key="k", batch=pot)])
    form = etsy.sign_in(etsy.form(keystring="", shared_secret=""), number)
    introduce = etsy.session.introduce

    def meanwhile(access: ShopAccess) -> Introduction:
        found = introduce(access)
        channel.set_stock([StockWrite(ref=etsy.mug, quantity=0, believed=10, key="k", batch=etsy.mug)])
        return found

    etsy.session.introduce = meanwhile  # type: ignore[method-assign]
    assert etsy.lent.reconnect(number, form).ok
    channel.close()
    channel = etsy.session.open_channel(etsy.shop(number), lambda _: None)
    (reading,) = channel.stock([etsy.mug])
    assert (reading.quantity, reading.off) == (0, Off.PARKED)
    channel.close()
