"""E-mail in the reader's own language: a few sentences and one button, as text and HTML. A mail server that is down breaks nothing."""

import smtplib
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from email.mime.image import MIMEImage

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils import translation

from accounts.notify.enclosures import Enclosed, Picture

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Letter:
    """What a message says. `lines` are named under it; `closing` tells why the reader gets it, in small print.

    `enclosed`: what it is about, shown above the button.
    """

    subject: str
    paragraphs: tuple[str, ...]
    button: str
    url: str
    lines: tuple[str, ...] = ()
    closing: str = ""
    enclosed: Enclosed | None = None


def speaking(language: str) -> AbstractContextManager[None]:
    """Inside, words are in that language, or in English when Carillon does not speak it."""
    override: AbstractContextManager[None] = translation.override(
        language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    )
    return override


def compose(letter: Letter, *, to: str) -> EmailMultiAlternatives:
    """Return the message, in the language that is spoken now."""
    context = {"letter": letter, "language": translation.get_language(), "site_url": settings.SITE_URL}
    message = EmailMultiAlternatives(one_line(letter.subject), render_to_string("mail/letter.txt", context), to=[to])
    message.attach_alternative(render_to_string("mail/letter.html", context), "text/html")
    if letter.enclosed and letter.enclosed.pictures:
        message.mixed_subtype = "related"  # type: ignore[attr-defined]  # the pictures belong to the HTML, and are no list of files under it
        for picture in letter.enclosed.pictures:
            message.attach(inline(picture))
    return message


def inline(picture: Picture) -> MIMEImage:
    """Return the picture as a part of the message, to be called by its name."""
    part = MIMEImage(picture.content, picture.mime.removeprefix("image/"))
    part.add_header("Content-ID", f"<{picture.name}>")
    part.add_header("Content-Disposition", "inline", filename=f"{picture.name}.{picture.mime.removeprefix('image/')}")
    return part


def send(messages: Sequence[EmailMultiAlternatives]) -> int:
    """Hand the messages to the mail server; return how many it took. Never raises for a server that is away or refuses one."""
    return sum(done is not None for done in hand_over_all(messages))


def hand_over_all(messages: Sequence[EmailMultiAlternatives]) -> list[bool | None]:
    """Return for each message True when the server took it, False when it refused that one for good, None when it was away."""
    done: list[bool | None] = [None] * len(messages)
    connection = get_connection()
    try:
        connection.open()
        for i, message in enumerate(messages):
            done[i] = _hand_over(connection, message)
        connection.close()
    except (OSError, smtplib.SMTPException) as error:
        log.warning("mail.away", messages=len(messages), cause=type(error).__name__)
    return done


def one_line(text: str) -> str:
    """Return the text fit for a subject: one line, at most 120 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:119].rstrip() + "…"


def _hand_over(connection: BaseEmailBackend, message: EmailMultiAlternatives) -> bool:
    try:
        return bool(connection.send_messages([message]))
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as error:
        log.warning("mail.refused", cause=type(error).__name__)  # this one only: the others go on
        return False
