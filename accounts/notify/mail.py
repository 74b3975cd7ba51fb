"""E-mail in the reader's own language: a few sentences and one button, as text and HTML. A mail server that is down breaks nothing."""

import smtplib
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.notify.models import Notice
from accounts.words import gist, word

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Letter:
    """What a message says. `closing` tells why the reader gets it, in small print."""

    subject: str
    paragraphs: tuple[str, ...]
    button: str
    url: str
    closing: str = ""


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
    return message


def send(messages: Sequence[EmailMultiAlternatives]) -> int:
    """Hand the messages to the mail server; return how many it took. Never raises for a server that is away or refuses one."""
    taken, connection = 0, get_connection()
    try:
        connection.open()
        for message in messages:
            taken += _hand_over(connection, message)
        connection.close()
    except (OSError, smtplib.SMTPException) as error:
        log.warning("mail.away", messages=len(messages), cause=type(error).__name__)
    return taken


def send_notices(notices: Iterable[Notice], *, organisation: str, slug: str) -> None:
    """Each reader is written what their notice says. Call it outside a transaction."""
    messages = []
    for notice in notices:
        with speaking(notice.user.language):
            messages.append(compose(_of_notice(notice, organisation=organisation, slug=slug), to=notice.user.email))
    send(messages)


def one_line(text: str) -> str:
    """Return the text fit for a subject: one line, at most 120 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:119].rstrip() + "…"


def _of_notice(notice: Notice, *, organisation: str, slug: str) -> Letter:
    return Letter(
        subject=_("{organisation}: {what}").format(organisation=organisation, what=gist(notice.code, notice.params)),
        paragraphs=(word(notice.code, notice.params),),
        button=_("Open in Carillon"),
        url=f"{settings.SITE_URL}/{slug}{notice.path}",
        closing=_("You get this because of your role at {organisation}.").format(organisation=organisation),
    )


def _hand_over(connection: BaseEmailBackend, message: EmailMultiAlternatives) -> int:
    try:
        return connection.send_messages([message]) or 0
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as error:
        log.warning("mail.refused", cause=type(error).__name__)  # this one only: the others go on
        return 0
