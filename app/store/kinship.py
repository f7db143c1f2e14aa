"""Which products hang together by bundles, as far as a plan of some of them must know."""

from collections.abc import Collection, Sequence

from app.core.records import dataclass
from app.store.among import among
from app.store.sqlite import Connection

_PARTS = "select bundle_id, part_id, quantity from bundle_part where bundle_id in ({these})"
_HOLDERS = "select part_id, bundle_id, quantity from bundle_part where part_id in ({these})"

Recipe = Sequence[tuple[int, int]]  # (part, pieces)
Held = dict[int, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """Bundles and their parts.

    `parts` are what the products asked for are made of, or they themselves; `beside` are the other parts of the bundles
    that hold these. Where `beside` is planned as well, `edge` are the other parts of the bundles that hold it.
    """

    made_of: Held  # by bundle: (part, pieces)
    held_by: Held  # by part: (bundle, pieces), of each part that is planned
    parts: frozenset[int]
    beside: frozenset[int]
    edge: frozenset[int] = frozenset()

    @property
    def placed(self) -> set[int]:
        """The products whose listings sell what is planned."""
        return {*self.held_by, *(bundle for found in self.held_by.values() for bundle, _ in found)}


def kin(db: Connection, products: Collection[int], *, deep: bool) -> Kin:
    """Those that hang together with these. `deep`: so that what is beside them can be planned as well."""
    made_of = _grouped(db, _PARTS, products)
    parts = frozenset({part for part in products if part not in made_of} | _parts(made_of))
    held_by: Held = {part: [] for part in parts}
    beside = _reach(db, parts, made_of, held_by)
    edge = frozenset[int]()
    if deep and beside:
        held_by |= {part: [] for part in beside}
        edge = _reach(db, beside, made_of, held_by) - parts
    return Kin(made_of=made_of, held_by=held_by, parts=parts, beside=beside, edge=edge)


def _reach(db: Connection, parts: frozenset[int], made_of: Held, held_by: Held) -> frozenset[int]:
    """Fill in the bundles that hold these parts; what else they are made of."""
    found = _grouped(db, _HOLDERS, parts)
    held_by |= found
    bundles = {bundle for holders in found.values() for bundle, _ in holders}
    unknown = bundles - made_of.keys()
    if unknown:
        made_of |= _grouped(db, _PARTS, unknown)
    return frozenset(part for bundle in bundles for part, _ in made_of[bundle]) - parts


def _parts(made_of: Held) -> set[int]:
    return {part for recipe in made_of.values() for part, _ in recipe}


def _grouped(db: Connection, statement: str, products: Collection[int]) -> Held:
    """In the order of their numbers: every lane must see them alike."""
    these, values = among(products)
    found: Held = {}
    for one, other, pieces in sorted(db.execute(statement.format(these=these), values)):
        found.setdefault(one, []).append((other, pieces))
    return found
