"""`python -m tests.simulation 7` or `1..500`: run seeds, print what happened, and how to replay a failure."""

import sys
import time

from tests.simulation.many import play, play_many


def seeds(text: str) -> range:
    first, _, last = text.partition("..")
    return range(int(first), int(last or first) + 1)


def main(arguments: list[str]) -> int:
    wanted = [seed for text in arguments or ["1..150"] for seed in seeds(text)]
    failed, began = [], time.monotonic()
    for seed, counts, wrong in play_many(wanted) if len(wanted) > 1 else [play(wanted[0])]:
        if wrong:
            failed.append(seed)
            print(f"{wrong}\nseed {seed} FAILED", flush=True)
        else:
            print(f"seed {seed} ok: " + ", ".join(f"{n} {what}" for what, n in sorted(counts.items())), flush=True)
    print(
        f"{len(wanted) - len(failed)} of {len(wanted)} seeds ok in {time.monotonic() - began:.0f} s;"
        f" failed: {sorted(failed)}"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
