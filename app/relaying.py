"""The seller's side of the webhook relay: pairing, addresses, secrets, test messages, and leaving it again.

Part of the composition root, like the session that holds it. Everything here blocks: it is called from other threads.
"""

import random
import secrets as randomness
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.channels import hooks as manners
from app.channels.base import Channel, MakesHooks
from app.core.channel import ChannelInfo
from app.core.hooks import WEBHOOK, WEBHOOK_BEFORE, Doorway, Hooks, SecretFrom
from app.core.mending import mending
from app.core.text import N_
from app.credentials import Vault
from app.errors import PlimsollError, RelayError
from app.relay import envelope, signing
from app.relay.client import TEST_HEADER, Device, RelayClient, relay_address
from app.relay.envelope import decoded, encoded
from app.store import relay, shops
from app.store.database import connection, transaction
from app.store.relay import Endpoint, Paired
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.sync.relay import RelayDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.core.changes import Changes

TEST_BODY = b'{"plimsoll":"test"}'


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopKeys:
    """How the session keeps the secrets of its shops, and opens their connectors."""

    open: Callable[[int], Mapping[str, str]]
    seal: Callable[[Connection, int, dict[str, str]], None]
    channel: Callable[[Shop], Channel]
    info: Callable[[str], ChannelInfo]


class Relaying:
    """One inventory's relay. `restart` starts the lane anew, `stop` ends it."""

    def __init__(
        self,
        path: Path,
        *,
        vault: Callable[[], Vault],
        clock: Callable[[], datetime],
        keys: ShopKeys,
        stop: Callable[[], None],
        restart: Callable[[], None],
    ) -> None:
        self._path, self._vault, self._clock, self._keys = path, vault, clock, keys
        self._stop, self._restart = stop, restart

    # ---------------------------------------------------------------------------------------- pairing

    def pair(self, address: str, code: str) -> None:
        """Make a mailbox with a one-time code. Raises `RelayError` with what is wrong."""
        address = relay_address(address)
        with closing(connection(self._path)) as db:
            if relay.paired(db) is not None:
                raise RelayError(N_("A relay is paired already."), N_("Unpair it first."), kind="refused")
        sealing, public = envelope.new_key()
        device, device_public = signing.new_key()
        with closing(self._client(address, None)) as client:
            client.pair(code, public, device_public)
        with self._writing() as db:
            now, name = self._clock(), envelope.key_id(public)
            relay.pair(db, address, signing.device_id(device_public), self._seal(device, "device"), now=now)
            relay.put_key(db, name, self._seal(sealing, f"key/{name}"), now=now)
        self._restart()

    def unpair(self, *, unheard: bool = False) -> None:
        """Let the relay delete everything, then forget it. `unheard`: forget it even where it does not answer."""
        self._stop()
        try:
            with self._asking() as (client, _):
                client.purge()
        except PlimsollError as error:
            known = not isinstance(error, RelayError) or error.kind != "unpaired"
            if known and not unheard:
                self._restart()
                raise
        with self._writing() as db:
            relay.leave(db)

    def new_key(self) -> None:
        """Seal what comes from now on to a new key; the ones before still open what waits."""
        private, public = envelope.new_key()
        name = envelope.key_id(public)
        with self._writing() as db:  # kept before it is used
            relay.put_key(db, name, self._seal(private, f"key/{name}"), now=self._clock())
        with self._asking() as (client, _):
            client.put_key(public)

    # ---------------------------------------------------------------------------------------- one shop

    def doorway(self, number: int, *, renew: bool = False) -> Doorway:
        """The address of a shop, made where it has none yet, or where the relay has forgotten it."""
        shop, hooks = self._shop(number)
        with closing(connection(self._path)) as db:
            endpoint = relay.endpoint_of(db, number)
        address = "" if endpoint is None else self._open(endpoint.address_sealed, f"endpoint/{endpoint.id}").decode()
        if endpoint is None or endpoint.gone_at is not None or renew:
            address = self._new_address(shop, hooks, endpoint.id if endpoint else randomness.token_urlsafe(12))
        secret = self._made_secret(number) if hooks.secret_from is SecretFrom.PLIMSOLL else ""
        return Doorway(address=address, secret=secret, signed=bool(self.secrets(number)))

    def set_secret(self, number: int, typed: str) -> None:
        """Keep what the channel signs with. The one before still counts: a channel may use it for a while."""
        _, hooks = self._shop(number)
        secret = typed.strip()
        if not secret or not secret.startswith(hooks.starts):
            raise RelayError(
                N_("This is not the secret that the channel shows."),
                N_("{label} begins with {start}.", label=hooks.secret_label, start=hooks.starts)
                if hooks.starts
                else N_("Copy it from the channel once more."),
                kind="refused",
            )
        before = self._keys.open(number).get(WEBHOOK, "")
        kept = {WEBHOOK: secret} | ({WEBHOOK_BEFORE: before} if before and before != secret else {})
        with self._writing() as db:
            self._keys.seal(db, number, kept)

    def test(self, number: int) -> None:
        """Post a marked message to the shop's address: it has to come back through the relay."""
        shop, _ = self._shop(number)
        with self._asking() as (client, _paired), closing(connection(self._path)) as db:
            endpoint = self._endpoint(db, number)
            test = endpoint.test or randomness.token_urlsafe(16)
            with transaction(db):
                relay.begin_test(db, endpoint.id, test, now=self._clock())
            headers = {"content-type": "application/json", TEST_HEADER: test}
            if endpoint.lent:
                at_s = int(self._clock().timestamp())
                headers |= manners.SIGNERS[shop.channel](TEST_BODY, self.secrets(number)[0], test, at_s)
            address = self._open(endpoint.address_sealed, f"endpoint/{endpoint.id}").decode()
            client.post(address, headers, TEST_BODY)

    def make_hooks(self, number: int) -> int:
        """Let the shop's connector set up what is missing; how many were made. By hand where it cannot.

        From then on the shop's lane keeps them in order (`sync/hooks`): channels delete or disable them by themselves.
        """
        shop, hooks = self._shop(number)
        doorway = self.doorway(number)
        channel = self._keys.channel(shop)
        try:
            if not isinstance(channel, MakesHooks):
                raise RelayError(
                    N_("Plimsoll cannot set up the webhooks of {shop}.", shop=shop.name),
                    N_("Follow the steps by hand."),
                    kind="refused",
                )
            wrong = mending(hooks, channel.webhooks(), doorway.address)
            for ref in wrong.remove:
                channel.remove_webhook(ref)
            for topic in wrong.add:
                channel.add_webhook(topic, doorway.address, doorway.secret)
        finally:
            channel.close()
        with self._writing() as db:
            shops.set_option(db, number, shops.KEEPS_HOOKS, "1")
        return len(wrong.add)

    def kept_doorway(self, number: int) -> Doorway | None:
        """Where a shop's webhooks have to call, if the seller has let Plimsoll set them up. Asks nobody.

        None while there is no address, or the relay has forgotten it.
        """
        with closing(connection(self._path)) as db:
            shop, endpoint = shops.shop(db, number), relay.endpoint_of(db, number)
        if shop is None or not shop.settings.get(shops.KEEPS_HOOKS) or endpoint is None or endpoint.gone_at is not None:
            return None
        address = self._open(endpoint.address_sealed, f"endpoint/{endpoint.id}").decode()
        return Doorway(address=address, secret=self._keys.open(number).get(WEBHOOK, ""), signed=True)

    def lend(self, number: int, *, lent: bool) -> None:
        """Lend the relay the secret, so that it refuses forgeries itself; or take it back."""
        shop, hooks = self._shop(number)
        found = self.secrets(number)
        if lent and not found:
            raise RelayError(N_("There is no secret to lend yet."), N_("Type it first."), kind="refused")
        with self._asking() as (client, _), closing(connection(self._path)) as db:
            endpoint = self._endpoint(db, number)
            scheme, secret = (shop.channel, found[0]) if lent else ("", "")
            client.put_endpoint(endpoint.id, never_retries=hooks.never_retries, scheme=scheme, secret=secret)
            with transaction(db):
                relay.set_lent(db, endpoint.id, lent=lent)

    def forget(self, number: int) -> None:
        """The shop is taken out of use: its address goes, at the relay too where it answers."""
        with closing(connection(self._path)) as db:
            endpoint = relay.endpoint_of(db, number)
            if endpoint is None:
                return
            try:
                with self._asking() as (client, _):
                    client.drop_endpoint(endpoint.id)
            except PlimsollError:
                pass  # what still comes there names no address of ours, and is dropped
            with transaction(db):
                relay.drop_endpoint(db, endpoint.id)

    def secrets(self, number: int) -> Sequence[str]:
        """What a shop's calls may be signed with, the newest first."""
        kept = self._keys.open(number)
        with closing(connection(self._path)) as db:
            shop = shops.shop(db, number)
        hooks = self._keys.info(shop.channel).hooks if shop else None
        names = (WEBHOOK, WEBHOOK_BEFORE, hooks.known_as if hooks else "")
        return [kept[name] for name in names if kept.get(name)]

    # ---------------------------------------------------------------------------------------- the lane

    def desk(
        self, db: Connection, tell: "Callable[[Changes], None]", wake: Callable[[frozenset[int]], None]
    ) -> RelayDesk:
        """What the relay's lane works with. Raises `PlimsollError` where the vault does not open the keys."""
        paired = relay.paired(db)
        assert paired is not None, "asked only where one is paired"
        opened: dict[str, bytes] = {}

        def key(name: str) -> bytes | None:
            sealed = relay.keys(db)
            if name not in opened and name in sealed:
                opened[name] = self._open(sealed[name], f"key/{name}")
            return opened.get(name)

        return RelayDesk(
            db=db,
            client=self._client(paired.address, self._device(paired)),
            clock=self._clock,
            tell=tell,
            wake=wake,
            key=key,
            secrets=self.secrets,
            readers=manners.READERS,
            rng=random.Random(),  # noqa: S311 - jitter
        )

    # ---------------------------------------------------------------------------------------- inside

    def _new_address(self, shop: Shop, hooks: Hooks, name: str) -> str:
        with self._asking() as (client, _):
            made = client.put_endpoint(name, never_retries=hooks.never_retries, renew=True)
        with self._writing() as db:
            sealed = self._seal(made.address.encode(), f"endpoint/{name}")
            relay.put_endpoint(db, name, shop.id, sealed, now=self._clock())
        return made.address

    def _made_secret(self, number: int) -> str:
        known = self._keys.open(number).get(WEBHOOK)
        if known:
            return known
        made = randomness.token_urlsafe(24)
        with self._writing() as db:
            self._keys.seal(db, number, {WEBHOOK: made})
        return made

    def _shop(self, number: int) -> tuple[Shop, Hooks]:
        with closing(connection(self._path)) as db:
            shop = shops.shop(db, number)
        hooks = self._keys.info(shop.channel).hooks if shop is not None and not shop.by_hand else None
        if shop is None or hooks is None:
            raise RelayError(N_("This channel has no webhooks."), kind="refused")
        return shop, hooks

    def _endpoint(self, db: Connection, number: int) -> Endpoint:
        found = relay.endpoint_of(db, number)
        if found is None or found.gone_at is not None:
            raise RelayError(N_("This channel has no address at the relay yet."), N_("Set it up."), kind="refused")
        return found

    @contextmanager
    def _asking(self) -> "Iterator[tuple[RelayClient, Paired]]":
        with closing(connection(self._path)) as db:
            paired = relay.paired(db)
        if paired is None:
            raise RelayError(N_("No relay is paired."), N_("Pair one in Settings."), kind="unpaired")
        with closing(self._client(paired.address, self._device(paired))) as client:
            yield client, paired

    def _client(self, address: str, device: Device | None) -> RelayClient:
        return RelayClient(address, device, clock_ms=lambda: int(self._clock().timestamp() * 1000))

    def _device(self, paired: Paired) -> Device:
        return Device(paired.device, self._open(paired.device_sealed, "device"))

    @contextmanager
    def _writing(self) -> "Iterator[Connection]":
        with closing(connection(self._path)) as db, transaction(db):
            yield db

    def _seal(self, key: bytes, name: str) -> bytes:
        return self._vault().seal(encoded(key), f"relay/{name}")

    def _open(self, sealed: bytes, name: str) -> bytes:
        return decoded(self._vault().open(sealed, f"relay/{name}"))
