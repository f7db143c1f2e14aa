"""Made-up bytes for what reads strangers' bytes."""

import random
from collections.abc import Sequence


class Bender:
    """Bytes by a dice; `needles` are those that readers are known to stumble over."""

    def __init__(self, dice: random.Random, needles: Sequence[bytes]) -> None:
        self._dice, self._needles = dice, needles

    def some(self, most: int) -> bytes:
        """Fewer than so many bytes of any kind."""
        return self._dice.randbytes(self._dice.randrange(most))

    def bent(self, raw: bytes) -> bytes:
        """A few bytes are changed, put in or left out."""
        bent = bytearray(raw)
        for _ in range(self._dice.randint(1, 4)):
            at = self._dice.randrange(len(bent) + 1)
            match self._dice.randrange(3):
                case 0:
                    bent[at : at + 1] = self._dice.randbytes(1)
                case 1:
                    bent[at:at] = self._dice.choice(self._needles)
                case _:
                    del bent[at : at + self._dice.randint(1, 20)]
        return bytes(bent)
