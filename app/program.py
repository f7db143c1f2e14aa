"""The running program: one inventory open at a time, in one window; which one; and a clean end.

Part of the composition root. Nothing slow happens before the first paint: the sync, the vault and everything that
speaks HTTP start behind it.
"""

import gc
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.core.records import dataclass
from app.core.text import Text
from app.errors import InventoryDamaged
from app.paths import OVERRIDE
from app.presence import BACKUPS, Presence
from app.sample.shop import SampleShop
from app.session import Session, Where, utc_now
from app.store.faults import translated
from app.strongbox import Strongbox
from app.ui.application import install_excepthook
from app.ui.bridge import (
    Bridge,
    ConnectForm,
    LeavingLent,
    Lent,
    NoticesLent,
    PassphraseLent,
    RehearsalLent,
    RelayLent,
)
from app.ui.main_window import MainWindow
from app.ui.shell.first_paint import FirstPaint
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.core.channel import ChannelInfo, Introduction, ShopAccess
    from app.leaving import Leaving
    from app.rehearsing import Rehearsing
    from app.signing_in import Attempt

INVENTORY = "plimsoll.db"
SAMPLE = "sample"
AGAIN_MS = 50  # is what was open before at its end?
GONE_S = 30.0  # a window that is still there after so long keeps what it reads from
START_MS = 30  # after the first paint: the window completes itself before the sync begins


@dataclass(frozen=True, slots=True)
class Folders:
    """Where this installation keeps what."""

    data: Path
    config: Path
    log_file: Path
    installation: str


class Program:
    """Opens the seller's inventory or the sample shop, and changes between them."""

    def __init__(self, app: QApplication, theme: Theme, folders: Folders, *, customers: bool = True) -> None:
        self._app = app
        self._theme = theme
        self._folders = folders
        self._customers = customers
        self._strongbox = Strongbox(folders.config)
        self._asked_keyring = False
        self._session: Session | None = None
        self.sample: SampleShop | None = None
        self.bridge: Bridge | None = None
        self.window: MainWindow | None = None
        self._first_paint: FirstPaint | None = None
        self._ending: threading.Thread | None = None  # of what was open before
        self._attempt: Attempt | None = None
        self._watched_paint: FirstPaint | None = None
        self._presence = Presence(app, folders.data, folders.config, chosen=os.environ.get(OVERRIDE, ""))

    # ---------------------------------------------------------------------------------------- opening

    def open_own(self, *, quietly: bool = False, then: Callable[[], None] | None = None) -> None:
        """The seller's own inventory. `quietly`: in the tray, or as a small window where there is none.

        `then` is called in another thread once nothing uses what was open before. Raises `StoreError` when it cannot
        be opened.
        """
        where = self._where_own()
        with translated(where.path):  # the window reads too
            self._open(Session(where, vault=self._strongbox.vault), sample=None, quietly=quietly, then=then)

    def look_only(self, damage: InventoryDamaged) -> None:
        """The seller's own inventory, damaged as it is: what can be read of it. Raises `StoreError`."""
        where = replace(self._where_own(), only_read=True)
        with translated(where.path):
            self._open(Session(where, vault=self._strongbox.vault), sample=None)
        assert self.bridge is not None
        self.bridge.trouble.emit(damage)

    def open_sample(self) -> None:
        """The sample shop, made first if need be."""
        sample = SampleShop(self._folders.data / SAMPLE, clock=utc_now)
        self._open(Session(self._where(sample.folder), vault=self._strongbox.vault, channels=sample), sample=sample)

    def _where_own(self) -> Where:
        return replace(self._where(self._folders.data), second=self._presence.second_folder)

    def _where(self, folder: Path) -> Where:
        return Where(
            path=folder / INVENTORY,
            backups=folder / BACKUPS,
            installation=self._folders.installation,
            log_file=self._folders.log_file,
        )

    def _open(
        self,
        session: Session,
        *,
        sample: SampleShop | None,
        quietly: bool = False,
        then: Callable[[], None] | None = None,
    ) -> None:
        old_window, old = self.window, (self._session, self.sample, self.bridge)
        self._session, self.sample = session, sample
        self.bridge = Bridge(
            session.db,
            self._lent(session, sample=sample is not None),
            sample=sample is not None,
            folder=str(session.where.path.parent),
        )
        # A bug in the window stops the sync as one in a lane does: what the window says then is true.
        self.bridge.crashed.connect(lambda _: _in_background(session.stop_sending))
        self.bridge.trouble.connect(lambda error: _when_damaged(error, session))
        install_excepthook(self.bridge)
        self.window = MainWindow(
            self.bridge,
            self._theme,
            config=self._folders.config,
            backups=session.where.backups,
            closing=self._closing,
        )
        if old_window is not None:
            self.window.setGeometry(old_window.geometry())
        self._presence.show(self.window, quietly=quietly)
        if old_window is not None:
            self._let_go(old_window, *old, then=then)
        self._first_paint = FirstPaint(self.window, self._start, rest_ms=START_MS)

    def _let_go(
        self,
        window: MainWindow,
        session: Session | None,
        sample: SampleShop | None,
        bridge: Bridge | None,
        *,
        then: Callable[[], None] | None = None,
    ) -> None:
        """The window that was open until now. What it reads from is closed when it is gone: a page may still look."""
        gone = threading.Event()
        if bridge is not None:
            window.destroyed.connect(bridge.close)
        window.destroyed.connect(lambda _: gone.set())
        window.hide()
        window.deleteLater()

        def end() -> None:
            _close(session, sample)
            if then is not None and gone.wait(GONE_S):
                then()

        self._ending = _in_background(end)

    def when_painted(self, then: Callable[[], None]) -> None:
        """Call back when the window has been painted for the first time, before anything else of it is done."""
        assert self.window is not None
        self._watched_paint = FirstPaint(self.window, then)

    def _start(self) -> None:
        """Behind the first paint: the vault, the shops of the sample, and the lanes."""
        gc.enable()
        self._presence.begin(lambda: self.window, self._leaving)
        if self._session is None:  # the window was closed before anybody saw it
            return
        session, sample, bridge = self._session, self.sample, self.bridge
        assert bridge is not None

        def start() -> None:
            if sample is not None:
                sample.start(session.ring, customers=self._customers)
            session.start(bridge)

        bridge.background(start, lambda _: None)
        if not self._asked_keyring:
            self._asked_keyring = True
            bridge.background(lambda: self._strongbox.begin(self._key_came), self._asked)

    def _key_came(self) -> None:
        """The keyring answered late, or a passphrase was typed: the lanes find their keys now."""
        session, bridge = self._session, self.bridge
        if session is not None and bridge is not None:
            session.restart(bridge)

    def _leaving(self) -> "Leaving | None":
        """How the inventory that is open is left; the sample shop's channels are nobody's."""
        session = self._session
        return session.leaving() if session is not None and self.sample is None else None

    def _asked(self, kept: str) -> None:
        """Where the key is, is known now: ask for the passphrase where one opens it."""
        if kept == "locked" and self.window is not None:
            self.window.ask_passphrase()

    # ---------------------------------------------------------------------------------------- closing

    def _closing(self) -> None:
        """The window has been closed and hidden: end the sync cleanly, then the program."""
        self._presence.stop()
        _close(self._session, self.sample)
        if self.bridge is not None:  # not before the loop has ended: a page's timer may still want to read
            self._app.aboutToQuit.connect(self.bridge.close)
        self._session = self.sample = None
        self._app.quit()

    def _change_to(self, opening: Callable[[], None]) -> None:
        # Not from inside the signal of a window that is about to go, nor while what was open before has its files.
        if self._ending is not None and self._ending.is_alive():
            QTimer.singleShot(AGAIN_MS, lambda: self._change_to(opening))
        else:
            QTimer.singleShot(0, opening)

    def _restore(self, backup: Path) -> None:
        """Put a backup in the place of the inventory: end the sync, swap, open anew."""
        session, bridge = self._session, self.bridge
        assert session is not None
        assert bridge is not None
        bridge.background(session.close, lambda _: self._change_to(lambda: self.put_back(backup)))

    def put_back(self, backup: Path) -> None:
        """Nothing writes to the inventory any more: swap it, open it, and say what that means."""
        from app.recovery import put_back, say_what_it_means

        if self.bridge is not None:
            self.bridge.close()
        trouble = put_back(backup, self._folders.data / INVENTORY)
        self.open_own()
        assert self.window is not None
        assert self.bridge is not None
        if trouble is not None:
            self.bridge.trouble.emit(trouble)
        else:
            say_what_it_means(self.window)

    def recover(self, damage: InventoryDamaged) -> None:
        """The inventory cannot be opened: what can be saved, the best backup, or a look, as the seller says."""
        from app.recovery import recover

        if self.bridge is not None:  # it was found while the window was made: what there is of that goes first
            gc.collect()
            self.bridge.close()
        recover(self, damage, self._folders.data / INVENTORY, self._presence.backup_folders())

    def _throw_sample_away(self) -> None:
        sample = self.sample
        if sample is None:
            return

        # Its files are deleted once neither its lanes nor its window have them open: Windows would refuse before that.
        self._change_to(lambda: self.open_own(then=sample.throw_away))

    # ---------------------------------------------------------------------------------------- what the window may ask

    def _lent(self, session: Session, *, sample: bool) -> Lent:
        def introduce(form: ConnectForm) -> "Introduction":
            access = _access(form, _info(form.channel))
            introduction = session.introduce(access)
            form.brought.update({name: access.secrets[name] for name in form.brought})  # some may have been renewed
            return introduction

        def connect(form: ConnectForm, introduction: "Introduction", location: str) -> int:
            info = _info(form.channel)
            return session.connect(_access(form, info, location), introduction, letter=info.letter)

        def sign_in(form: ConnectForm, shop: int) -> "Attempt":
            access = _with_kept(session, _access(form, _info(form.channel), shop=shop))
            self._attempt = attempt_of(access, session, after=self._attempt)
            return self._attempt

        def reconnect(shop: int, form: ConnectForm) -> "Introduction":
            access = _with_kept(session, _access(form, _info(form.channel), shop=shop))
            introduction = session.introduce(access)
            if introduction.ok:
                session.reconnect(shop, access, introduction)
            return introduction

        return Lent(
            clock=session.clock,
            channels=_infos,
            introduce=introduce,
            connect=connect,
            reconnect=reconnect,
            sign_in=sign_in,
            open_page=open_page,
            disconnect=session.disconnect,
            set_mode=session.set_mode,
            take_over=session.take_over,
            wake=session.wake,
            compare=session.compare,
            sends_here=session.sends_here,
            send_from_here=session.send_from_here,
            secrets_kept=lambda: self._strongbox.kept,
            back_up=lambda: str(session.back_up()),
            recompute=session.recompute,
            open_sample=lambda: self._change_to(self.open_sample),
            leave_sample=lambda: self._change_to(self.open_own),
            throw_sample_away=self._throw_sample_away,
            restart_sending=self._restart_sending,
            report=session.report,
            relay=_relay_lent(session),
            probe_caches=lambda shop: _probe_caches(session, shop),
            computer=self._presence.lent(self._restore),
            passphrase=self._passphrase_lent(),
            notices=_notices_lent(session),
            leaving=_leaving_lent(session, self._presence.warned),
            rehearsing=_rehearsal_lent(session),
            picture=lambda address: _picture(address, at_home=sample),
        )

    def _passphrase_lent(self) -> PassphraseLent:
        def unlock(typed: str) -> None:
            self._strongbox.unlock(typed)
            self._key_came()

        return PassphraseLent(
            unlock=unlock, set=self._strongbox.set_passphrase, forget=self._strongbox.forget_passphrase
        )

    def _restart_sending(self) -> None:
        session, bridge = self._session, self.bridge
        if session is not None and bridge is not None:
            bridge.background(lambda: session.restart(bridge), lambda _: None)


def _when_damaged(error: object, session: Session) -> None:
    if isinstance(error, InventoryDamaged):
        _in_background(session.damaged)


def _relay_lent(session: Session) -> RelayLent:
    return RelayLent(
        pair=lambda address, code: session.relaying().pair(address, code),
        unpair=lambda unheard: session.relaying().unpair(unheard=unheard),
        new_key=lambda: session.relaying().new_key(),
        doorway=lambda shop: session.relaying().doorway(shop),
        set_secret=lambda shop, secret: session.relaying().set_secret(shop, secret),
        test=lambda shop: session.relaying().test(shop),
        make_hooks=lambda shop: session.relaying().make_hooks(shop),
        lend=lambda shop, lent: session.relaying().lend(shop, lent=lent),
    )


def _picture(address: str, *, at_home: bool) -> bytes:
    from app.channels.pictures import fetch

    return fetch(address, at_home=at_home)


def _probe_caches(session: Session, shop: int) -> object:
    from app.probing import probe_caches

    return probe_caches(session.where.path, shop, session.open_channel)


def _rehearsal_lent(session: Session) -> RehearsalLent:
    """Imported when the first one is asked for."""

    @cache
    def rehearsing() -> "Rehearsing":
        from app.rehearsing import Rehearsing

        return Rehearsing(session.where.path, clock=session.clock)

    return RehearsalLent(run=lambda plan, tell: rehearsing().run(plan, tell), stop=lambda: rehearsing().stop())


def _notices_lent(session: Session) -> NoticesLent:
    return NoticesLent(
        set_webhook=lambda typed: session.notifying().set_webhook(typed),
        set_mail=lambda facts: session.notifying().set_mail(facts),
        drop=lambda kind: session.notifying().drop(kind),
    )


def _leaving_lent(session: Session, warned: Callable[[], Text]) -> LeavingLent:
    return LeavingLent(
        outlook=lambda known: session.leaving().outlook(known=known),
        prepare=lambda away, way, until: session.leaving().prepare(away, way, until),
        take_back=lambda: session.leaving().take_back(),
        warned=warned,
    )


def _infos() -> "tuple[ChannelInfo, ...]":
    """What can be connected: asked for when the first page wants to know, for the first paint does not."""
    from app.channels import CHANNELS

    return tuple(registered.info for registered in CHANNELS.values())


def _info(channel: str) -> "ChannelInfo":
    from app.channels import CHANNELS

    return CHANNELS[channel].info


def _access(form: ConnectForm, info: "ChannelInfo", location: str = "", *, shop: int = 0) -> "ShopAccess":
    """What was typed, sorted into what may be shown and what is secret."""
    from app.core.channel import ShopAccess

    way = next(way for way in info.ways if way.key == form.way)
    secret = {field.name for field in way.fields if field.secret}
    typed = {name: value.strip() for name, value in form.values.items() if value.strip()}
    settings = {name: value for name, value in typed.items() if name not in secret and name != "address"}
    if location:
        settings["location"] = location
    return ShopAccess(
        shop=shop,
        channel=form.channel,
        address=typed.get("address", ""),
        way=form.way,
        settings=settings,
        secrets={**{name: value for name, value in typed.items() if name in secret}, **form.brought},
    )


def _with_kept(session: Session, access: "ShopAccess") -> "ShopAccess":
    """Who signs in again by the browser need not type again what is kept."""
    info = _info(access.channel)
    way = next(way for way in info.ways if way.key == access.way)
    if not access.shop or not way.browser:
        return access
    # Only what is typed: what the lane keeps for itself may change meanwhile, and is not written back.
    kept = session.kept_secrets(access.shop)
    typed = {field.name: kept[field.name] for field in way.fields if field.name in kept}
    return replace(access, secrets={**typed, **access.secrets})


def attempt_of(access: "ShopAccess", session: Session, *, after: "Attempt | None") -> "Attempt":
    """Begin to sign in by the browser. Blocks. Raises `PlimsollError` for keys that are not accepted."""
    from app.channels import CHANNELS
    from app.signing_in import Attempt

    way = CHANNELS[access.channel].browser_way
    assert way is not None, "only a way by the browser has a page to sign in on"
    return Attempt(way.begin(access, clock=session.clock, log=lambda _: None), way.secret, after=after)


def open_page(address: str) -> bool:
    """Open a channel's page in the browser; False when this computer opened none. Nothing but https is opened."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return address.startswith("https://") and QDesktopServices.openUrl(QUrl(address))


def _close(session: Session | None, sample: SampleShop | None) -> None:
    if session is not None:
        session.close()
    if sample is not None:
        sample.stop()


def _in_background(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work, name="opening", daemon=True)
    thread.start()
    return thread
