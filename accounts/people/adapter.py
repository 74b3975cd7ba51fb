"""How signing up and signing in differ from allauth's defaults."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from accounts.people.models import User


class Adapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """The first person of an installation may always sign up; after that invitations or CARILLON_OPEN decide."""
        return settings.OPEN or not User.objects.exists()

    def get_user_display(self, user: Any) -> str:
        return str(user)
