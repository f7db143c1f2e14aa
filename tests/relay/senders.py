"""Many senders at once, from one thread: each says its word until it is answered, on a connection of its own."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence

Answers = dict[bytes, list[int]]
OFTEN = 400  # tries of one word: more would be a relay that never comes back


async def post(port: int, target: str, body: bytes, headers: Sequence[str] = ()) -> int:
    """One POST; the status, or 0 where no answer came."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return 0
    try:
        head = [f"POST {target} HTTP/1.1", "host: x", f"content-length: {len(body)}", "connection: close", *headers]
        writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + body)
        line = await reader.readline()
        return int(line.split()[1]) if line.endswith(b"\r\n") else 0
    except (OSError, IndexError, ValueError):
        return 0
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


def post_all(port: int, calls: Sequence[tuple[str, bytes]]) -> list[int]:
    """All at the same time; the statuses."""

    async def whole() -> list[int]:
        return list(await asyncio.gather(*(post(port, target, body) for target, body in calls)))

    return asyncio.run(whole())


async def insist(ports: Callable[[], int], target: str, words: Sequence[bytes], answers: Answers) -> None:
    """One sender: word by word, each until a 2xx; what was answered is noted."""
    for word in words:
        for _ in range(OFTEN):
            status = await post(ports(), target, word)
            answers.setdefault(word, []).append(status)
            if 200 <= status < 300:
                break
            await asyncio.sleep(0.005)
        else:
            raise AssertionError(f"never taken: {answers[word][-5:]}")
