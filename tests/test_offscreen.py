"""The sample shop without a screen: what is printed, who buys what, and the pictures at the end."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QPixmap

from app import main, offscreen
from app.core.changes import Changes
from app.core.channel import Call
from app.offscreen import SCARCE, Narrator, Script
from app.posting import post_order
from app.simulator.customers import Sale
from app.store import calls
from app.store.database import transaction
from app.store.moments import stamp
from app.store.sqlite import Connection
from app.ui.shell.places import places
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, line, order


def test_each_event_is_printed_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = fresh(tmp_path)
    woo, shopify = add_shop(db), add_shop(db, "shopify", "Shopify", "S")
    listed = {}
    for sku, on_hand in (("MUG", 2), ("BOWL", 1)):
        add_product(db, sku, on_hand)
        listed[sku] = [add_listing(db, shop, sku, shows=on_hand) for shop in (woo, shopify)]
    narrator = Narrator(db)

    def heard() -> list[str]:
        narrator.tell(Changes())
        return [row.split(" ", 1)[1] for row in capsys.readouterr().out.splitlines()]

    assert heard() == [], "what was before is not news"
    narrator.sale(Sale(woo.id, "2213", "MUG", 1))
    assert heard() == ["sale      Woo order 2213: 1 × Mug"]
    post_order(db, woo, order("2213", line("MUG", 1)), now=NOW)
    assert heard() == ["booked    commit Mug −1: 2 on hand − 1 committed = 1"]
    _told(db, shopify.id, listed["MUG"][1], 1, seconds=1)
    assert heard() == ["sent      to Shopify: 1 listing, ok (200) in 14 ms", "confirmed Shopify shows 1 × Mug"]
    _told(db, woo.id, listed["MUG"][0], 1, seconds=0)  # its lane looked at the clock before the other one did
    assert heard()[1:] == ["confirmed Woo shows 1 × Mug"]
    post_order(db, shopify, order("1", line("MUG", 3, ref="a"), line("BOWL", 2, ref="b")), now=NOW)
    assert heard() == [
        "booked    commit Mug −3: 2 on hand − 4 committed = −2",
        "oversold  Mug by 2",
        "booked    commit Bowl −2: 1 on hand − 2 committed = −1",
        "oversold  Bowl by 1",
        "incident  incident 1 opened: Mug, 2 more promised than there are",
        "incident  incident 2 opened: Bowl, 1 more promised than there are",
    ]
    with transaction(db):
        refused = Call(
            at=NOW,
            verb="set stock",
            target="2 listings",
            outcome="unavailable",
            status=429,
            milliseconds=9,
            words="Wait.",
        )
        calls.write(db, woo.id, [refused])
    assert heard() == ["sent      to Woo: 2 listings, unavailable (429) in 9 ms Wait."]
    assert heard() == []
    db.close()


def _told(db: Connection, shop: int, listing: int, shows: int, *, seconds: float) -> None:
    call = Call(at=NOW, verb="set stock", target="1 listing", outcome="ok", status=200, milliseconds=14)
    with transaction(db):
        calls.write(db, shop, [call])
        at = stamp(later(seconds / 60))
        db.execute("update listing set confirmed = ?, confirmed_at = ? where id = ?", (shows, at, listing))


def test_in_a_minute_a_channel_refuses_and_the_last_pieces_are_sold_twice() -> None:
    said: list[Any] = []
    sample = SimpleNamespace(
        refuse=lambda on: said.append("refuses" if on else "answers"),
        shop_of=lambda channel: channel,
        buy=lambda skus=None, shop=None: said.append((skus, shop) if skus else "somebody"),
    )
    script = Script(sample, main.PLAY_S)  # type: ignore[arg-type]
    ticks = int(main.PLAY_S / offscreen.BUY_EVERY_S)
    for _ in range(ticks):
        script.go_on()
    assert said.count("somebody") == ticks
    rushes = [one for one in said if one != "somebody"]
    rush = offscreen.RUSH_PIECES
    assert rushes == [
        "refuses",
        *[([SCARCE], "shopify")] * rush,
        *[([SCARCE], "woocommerce")] * rush,
        "answers",
    ]


def test_a_picture_of_each_page_is_written_and_named(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(offscreen, "PAGE_MS", 0)
    said: list[str] = []
    picture = QPixmap(4, 3)
    window = SimpleNamespace(
        resize=lambda *size: said.append(f"resize {size}"),
        show_page=said.append,
        grab=lambda: picture,
        close=lambda: said.append("close"),
    )
    folder = tmp_path / "not there yet" / "pictures"
    offscreen._end(SimpleNamespace(window=window), folder, lambda: said.append("no more customers"))  # type: ignore[arg-type]
    keys = [place.key for place in places()]
    assert said == ["no more customers", "resize (1440, 900)", *keys, "close"]
    assert sorted(path.stem for path in folder.glob("*.png")) == sorted(keys)
    assert f"of each page are in {folder}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("system", "environ", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_without_a_screen_it_says_so_and_plays_for_a_minute(
    system: str,
    environ: dict[str, str],
    screen: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    played: list[float] = []
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr(main, "_open_window", lambda _: 7)
    monkeypatch.setattr(offscreen, "play", lambda seconds, **_: played.append(seconds) or 0)
    assert main.main([]) == (7 if screen else 0)
    assert played == ([] if screen else [60.0])
    assert ("There is no screen here" in capsys.readouterr().out) is not screen
