"""Which rows a statement is about: a few of them spelled out, many as one value."""

import json
from collections.abc import Collection

FEW = 8


def among(numbers: Collection[int]) -> tuple[str, tuple[object, ...]]:
    """What stands in `in ({these})`, and its values.

    A few marks are quicker by half than a table made of JSON, and there are so few of these texts that each is
    compiled once; of long lists each would be another.
    """
    if len(numbers) <= FEW:
        return _MARKS[len(numbers)], tuple(numbers)
    return "select value from json_each(?)", (json.dumps(list(numbers)),)


_MARKS = tuple(",".join("?" * count) for count in range(FEW + 1))
