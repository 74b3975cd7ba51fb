"""How signing up and signing in differ from allauth's defaults."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.notify import mail
from accounts.notify.mail import Letter
from accounts.people.models import User


class Adapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """The first person of an installation may always sign up; after that invitations or CARILLON_OPEN decide."""
        return settings.OPEN or not User.objects.exists()

    def get_user_display(self, user: Any) -> str:
        return str(user)

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        """A new person reads Carillon in the language of their browser, until they choose."""
        user.language = translation.get_language() or settings.LANGUAGE_CODE
        return super().save_user(request, user, form, commit)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Allauth's letters in our words, in the reader's own language."""
        write = LETTERS.get(template_prefix)
        if write is None:
            super().send_mail(template_prefix, email, context)
            return
        reader = User.objects.filter(email__iexact=email).first()
        with mail.speaking(reader.language if reader else translation.get_language() or ""):
            message = mail.compose(write(email, context), to=email)
        mail.send([message])


def _reset(email: str, context: dict[str, Any]) -> Letter:
    return Letter(
        subject=_("A new password for Carillon"),
        paragraphs=(
            _("Somebody asked for a new password for {email}. If that was you, choose one here.").format(email=email),
            _("If it was not you, do nothing: your password stays as it is."),
        ),
        button=_("Choose a new password"),
        url=context["password_reset_url"],
    )


def _no_account(email: str, context: dict[str, Any]) -> Letter:
    return Letter(
        subject=_("A new password for Carillon"),
        paragraphs=(
            _("Somebody asked for a new password for {email}, but nobody signs in to Carillon with this address.").format(email=email),
            _("If that was you, try your other addresses, or ask an administrator of your organisation for an invitation."),
        ),
        button=_("Go to Carillon"),
        url=f"{settings.SITE_URL}/sign-in",
    )


def _account_exists(email: str, context: dict[str, Any]) -> Letter:
    return Letter(
        subject=_("You already have an account at Carillon"),
        paragraphs=(
            _("Somebody wanted to sign up with {email}, which has an account already.").format(email=email),
            _("If that was you, sign in, or choose a new password if you have forgotten yours."),
        ),
        button=_("Sign in"),
        url=f"{settings.SITE_URL}/sign-in",
    )


LETTERS = {
    "account/email/password_reset_key": _reset,
    "account/email/unknown_account": _no_account,
    "account/email/account_already_exists": _account_exists,
}
