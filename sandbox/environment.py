"""What the sandbox is told from outside."""

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_REDIRECTS = ",".join(f"http://localhost:8000/connect/{slug}/callback" for slug in ("facebook", "instagram", "twitter"))


@dataclass(frozen=True)
class Environment:
    """The knobs of one sandbox process. `redirects` are the exact redirect addresses that its one app has registered."""

    home: Path
    host: str
    port: int
    smtp_port: int
    url: str
    app_id: str
    app_secret: str
    app_name: str
    redirects: tuple[str, ...]
    fetch_any: bool


def from_process() -> Environment:
    """Return the environment of this process, with the defaults of the demo."""
    port = int(os.environ.get("SANDBOX_PORT") or 8100)
    return Environment(
        home=Path(os.environ.get("SANDBOX_HOME") or "var/sandbox"),
        host=os.environ.get("SANDBOX_HOST") or "127.0.0.1",
        port=port,
        smtp_port=int(os.environ.get("SANDBOX_SMTP_PORT") or 8125),
        url=(os.environ.get("SANDBOX_URL") or f"http://localhost:{port}").rstrip("/"),
        app_id=os.environ.get("SANDBOX_APP_ID") or "sandbox-app",
        app_secret=os.environ.get("SANDBOX_APP_SECRET") or "sandbox-secret",
        app_name=os.environ.get("SANDBOX_APP_NAME") or "Carillon",
        redirects=tuple(part.strip() for part in (os.environ.get("SANDBOX_REDIRECTS") or DEFAULT_REDIRECTS).split(",") if part.strip()),
        fetch_any=os.environ.get("SANDBOX_FETCH_ANY") == "1",
    )
