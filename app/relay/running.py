"""Running the relay under uvicorn."""

import gc
import sys
from socket import socket
from types import FrameType

import uvicorn

from app.relay.protocol import GuardedProtocol
from app.relay.server import Relay

# The writer gives Python's lock up at each statement, and would wait 5 ms for the busy loop to hand it back each time.
SWITCH_S = 0.0001
GARBAGE_AT = 5000  # new objects: the 700 of Python are those of a few calls that are still being answered


def config_of(relay: Relay, *, host: str, port: int) -> uvicorn.Config:
    """How it is served: no access log, for addresses are secrets, and a stop that waits three seconds at most."""
    return uvicorn.Config(
        relay,
        host=host,
        port=port,
        http=GuardedProtocol,
        ws="none",
        access_log=False,
        log_level="warning",
        lifespan="on",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=3,
        server_header=False,
        proxy_headers=False,  # nobody asks who called
    )


class StoppingServer(uvicorn.Server):
    """Lets parked pulls go as soon as it is asked to stop: uvicorn alone would wait for them to end."""

    def __init__(self, config: uvicorn.Config, relay: Relay) -> None:
        super().__init__(config)
        self._relay = relay

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Listen, and say where: with port 0 nobody else knows."""
        sys.setswitchinterval(SWITCH_S)
        await super().startup(sockets)
        gc.freeze()  # what is there now stays: no collection has to walk through it
        gc.set_threshold(GARBAGE_AT)
        for server in self.servers:
            for one in server.sockets:
                host, port = one.getsockname()[:2]
                print(f"Plimsoll’s relay listens on http://{host}:{port}", flush=True)  # noqa: T201

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal to stop. It was obeyed in order, so the process does not die of it again afterwards."""
        self._relay.stop()
        super().handle_exit(sig, frame)
        self._captured_signals.clear()
