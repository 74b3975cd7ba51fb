"""`python -m sandbox`: run the sandbox in the foreground until Ctrl-C."""

import sys

import uvicorn

from sandbox.environment import from_process
from sandbox.protocol import BreakableProtocol
from sandbox.server import build
from sandbox.world import open_world


def main() -> None:
    """Serve until told to stop."""
    environment = from_process()
    config = uvicorn.Config(
        build(open_world(environment)),
        host=environment.host,
        port=environment.port,
        http=BreakableProtocol,
        ws="none",
        loop="asyncio",
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="on",
        timeout_graceful_shutdown=1,
        timeout_keep_alive=20,
        backlog=1024,
    )
    print(f"sandbox: {environment.url} (mail on port {environment.smtp_port}, home {environment.home})", file=sys.stderr, flush=True)  # noqa: T201
    uvicorn.Server(config).run()


if __name__ == "__main__":
    main()
