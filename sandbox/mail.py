"""Mails: received over SMTP from this machine, kept, shown at /mail. Nothing is ever sent on."""

import asyncio
import base64
import json
import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox import views
from sandbox.store import Row
from sandbox.world import World, world_of

MAX_BYTES = 10 * 1024 * 1024
KEPT = 500


class Inbox:
    """What aiosmtpd calls for each mail."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        store = self.world.store
        store.add(
            "mails",
            received_ms=self.world.now_ms(),
            sender=str(envelope.mail_from),
            recipients=[str(to) for to in envelope.rcpt_tos],
            raw=bytes(envelope.original_content or b""),
        )
        store.run("DELETE FROM mails WHERE id <= (SELECT max(id) FROM mails) - ?", KEPT)
        return "250 OK"


async def listen(world: World) -> asyncio.Server:
    """Take mails on the sandbox's SMTP port, in this loop. aiosmtpd is imported here so that the HTTP side is up first."""
    from aiosmtpd.smtp import SMTP

    inbox, loop = Inbox(world), asyncio.get_running_loop()
    environment = world.environment
    return await loop.create_server(
        lambda: SMTP(inbox, data_size_limit=MAX_BYTES, enable_SMTPUTF8=True, hostname="sandbox.example", loop=loop),
        environment.host,
        environment.smtp_port,
    )


def received(world: World, *, to: str = "") -> list[Row]:
    """Return mails, newest first."""
    rows = world.store.all("SELECT * FROM mails ORDER BY id DESC")
    return [row for row in rows if not to or to.lower() in [one.lower() for one in json.loads(row["recipients"])]]


def _parse(row: Row) -> EmailMessage:
    message = message_from_bytes(row["raw"], policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _part(message: EmailMessage, kind: str) -> str:
    try:
        body = message.get_body((kind,))
        return str(body.get_content()) if body else ""
    except (MessageError, LookupError, ValueError, KeyError):
        return ""


def _with_pictures(message: EmailMessage) -> str:
    """Return the HTML part with the pictures that the mail carries along (cid:name) put in, as a mail program shows it."""
    inside: dict[str, str] = {}
    for part in message.walk():
        if part.get_content_maintype() == "image" and (name := str(part.get("Content-ID", "")).strip("<> ")):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                inside[name] = f"data:{part.get_content_type()};base64,{base64.b64encode(content).decode()}"
    return re.sub(r"cid:([\w.@-]+)", lambda found: inside.get(found[1], found[0]), _part(message, "html"))


def describe(row: Row) -> dict[str, Any]:
    """Return a mail for pages and for the control API."""
    message = _parse(row)
    return {
        "id": row["id"],
        "received_ms": row["received_ms"],
        "from": str(message.get("From", row["sender"])),
        "to": json.loads(row["recipients"]),
        "subject": str(message.get("Subject", "")),
        "text": _part(message, "plain"),
        "html": _part(message, "html"),
    }


async def page(request: Request) -> Response:
    """GET /mail: the list and the chosen mail."""
    world = world_of(request)
    rows = received(world)
    chosen = next((row for row in rows if str(row["id"]) == str(request.path_params.get("id"))), None)
    if chosen is None and "id" in request.path_params:
        return PlainTextResponse("no such mail", status_code=404)
    listed = [describe(row) for row in rows]
    return views.page(
        "mail.html",
        mails=listed,
        mail=describe(chosen) if chosen else listed[0] if listed else None,
        chosen=chosen is not None,
        here="mail",
    )


async def html(request: Request) -> Response:
    """GET /mail/{id}/html: the HTML part alone, for a frame without scripts; its links open a new tab."""
    row = world_of(request).store.one("SELECT * FROM mails WHERE id = ?", request.path_params["id"])
    if row is None:
        return PlainTextResponse("no such mail", status_code=404)
    headers = {
        "Content-Security-Policy": (
            "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox"
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    return HTMLResponse('<base target="_blank">' + _with_pictures(_parse(row)), headers=headers)


routes: list[BaseRoute] = [
    Route("/mail", page, methods=["GET"]),
    Route("/mail/{id:int}", page, methods=["GET"]),
    Route("/mail/{id:int}/html", html, methods=["GET"]),
]
