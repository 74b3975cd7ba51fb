"""E-mail in the reader's own language: text and HTML, one sentence and one button. A mail server that is down breaks nothing."""

import re
import smtplib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.notify.models import Notice
from accounts.words import word

if TYPE_CHECKING:
    from accounts.orgs.models import Organisation

log = structlog.get_logger(__name__)


def send_notices(organisation: "Organisation", notices: Iterable[Notice]) -> None:
    """Each reader is written what their notice says. Call it outside a transaction."""
    send([_of_notice(organisation, notice) for notice in notices])


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


def _hand_over(connection: BaseEmailBackend, message: EmailMultiAlternatives) -> int:
    try:
        return connection.send_messages([message]) or 0
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as error:
        log.warning("mail.refused", cause=type(error).__name__)  # this one only: the others go on
        return 0


def compose(*, template: str, to: str, language: str, subject: str, **context: Any) -> EmailMultiAlternatives:
    """Return a message made from mail/<template>.txt and .html, in that language."""
    with translation.override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        context |= {"subject": one_line(subject), "language": translation.get_language(), "site_url": settings.SITE_URL}
        message = EmailMultiAlternatives(context["subject"], render_to_string(f"mail/{template}.txt", context), to=[to])
        message.attach_alternative(render_to_string(f"mail/{template}.html", context), "text/html")
    return message


def one_line(text: str) -> str:
    """Return the text fit for a subject: one line, at most 120 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:119].rstrip() + "…"


def _of_notice(organisation: "Organisation", notice: Notice) -> EmailMultiAlternatives:
    with translation.override(notice.user.language):
        sentence = word(notice.code, notice.params)
        button = _("Open in Carillon")
    return compose(
        template="notice",
        to=notice.user.email,
        language=notice.user.language,
        subject=f"{organisation.name}: {first_sentence(sentence)}",
        organisation=organisation,
        person=notice.user,
        sentence=sentence,
        button=button,
        url=f"{settings.SITE_URL}/{organisation.slug}{notice.path}",
    )


def first_sentence(text: str) -> str:
    """Return the text up to the first full stop, question mark or colon that ends a sentence."""
    return re.split(r"(?<=[.!?:])\s", text, maxsplit=1)[0].rstrip(".:")
