"""Pictures of products in the window: made small, kept, shown where there is one, and nothing where there is none."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from app.core.channel import ListingFacts
from app.simulator.pictures import drawn
from app.store import listings
from app.ui import pictures
from app.ui.pictures import FOLDER, SIDE, Picture, Pictures, picture, small
from tests.life import NOW, add_listing, add_product, add_shop, fresh

HERE, THERE = "https://a.example/mug.png", "https://a.example/bowl.png"


class Slow:
    """A bridge whose background work is done when the test says so."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now, self.lent = str(folder), NOW, self
        self.asked: list[str] = []
        self.waiting: list = []
        self.offline = False

    def picture(self, address: str) -> bytes:
        self.asked.append(address)
        return b"" if self.offline else drawn(address)

    def background(self, work, done) -> None:
        self.waiting.append((work, done))

    def work(self) -> None:
        work, done = self.waiting.pop(0)
        done(work())


def png(width: int, height: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_what_comes_is_made_small_and_what_is_none_is_none() -> None:
    found = small(png(1000, 500))
    assert (found.width(), found.height()) == (SIDE, SIDE // 2)
    assert small(png(30, 20)).width() == 30
    assert small(png(pictures.SIDE_MAX + 1, 1)).isNull()
    assert small(drawn("mug")[:100]).isNull()
    assert small(b"").isNull()


def test_a_picture_is_fetched_once_and_then_read_from_the_folder(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(pictures, "KEPT", 2)
    asked: list[str] = []

    def ask(address: str) -> bytes:
        asked.append(address)
        return drawn(address)

    folder = tmp_path / FOLDER
    assert not picture(HERE, folder, ask).isNull()
    assert not picture(HERE, folder, ask).isNull()
    assert asked == [HERE]
    for number in range(4):
        picture(f"{THERE}{number}", folder, ask)
    assert len(list(folder.iterdir())) == 2
    (tmp_path / "file").write_text("in the way")
    assert not picture(HERE, tmp_path / "file", ask).isNull()


def test_one_is_fetched_at_a_time_and_only_what_is_still_looked_at(qtbot, theme, tmp_path: Path) -> None:
    bridge, place = Slow(tmp_path), Picture()
    qtbot.addWidget(place)
    shown = Pictures(bridge)  # type: ignore[arg-type]
    for address in (HERE, "https://a.example/passed.png", THERE):
        shown.show(place, address)
    assert len(bridge.waiting) == 1
    bridge.work()
    assert place.isHidden(), "what came is no longer looked at"
    bridge.work()
    assert bridge.asked == [HERE, THERE]
    assert not place.isHidden()
    shown.show(place, THERE)
    assert not place.isHidden(), "the same product again does not flicker"
    shown.show(place, "")
    assert place.isHidden()
    assert bridge.waiting == []


def test_without_a_connection_nothing_is_shown_and_it_is_asked_again_later(qtbot, theme, tmp_path: Path) -> None:
    bridge, place = Slow(tmp_path), Picture()
    qtbot.addWidget(place)
    bridge.offline = True
    shown = Pictures(bridge)  # type: ignore[arg-type]
    shown.show(place, HERE)
    bridge.work()
    assert place.isHidden()
    shown.show(place, "")
    bridge.offline = False
    for minutes, asked in ((5, 1), (16, 2)):
        bridge.now = NOW + timedelta(minutes=minutes)
        shown._shown = ("", QImage())  # another product was looked at meanwhile
        shown.show(place, HERE)
        while bridge.waiting:
            bridge.work()
        assert len(bridge.asked) == asked
    assert not place.isHidden()


def test_the_address_is_kept_with_the_listing(tmp_path: Path) -> None:
    db = fresh(tmp_path)
    shop, product = add_shop(db), add_product(db, "MUG")
    add_listing(db, shop, "MUG", ref="1")
    assert listings.picture_of(db, product) == ""
    for where in (HERE, ""):
        fact = ListingFacts(ref="1", sku="MUG", title="Mug", quantity=1, picture=where)
        listings.save_listings(db, shop.id, [fact], read_at=NOW)
        assert listings.picture_of(db, product) == where
