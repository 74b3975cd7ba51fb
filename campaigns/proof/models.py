"""By which way each decision came."""

from typing import Any, NoReturn

from django.db import models
from django_scopes import ScopedManager

from campaigns.approvals.models import Decision


class DecisionVia(models.Model):
    """Where one decision came from. Never changed, never deleted: the database refuses it too (migration decisions_came_by)."""

    class How(models.TextChoices):
        APP = "app"
        LINK = "link"  # the link in a letter
        GUEST = "guest"  # a guest's link, without an account
        PUSH = "push"  # a tap on a notice of the phone or browser
        TOKEN = "token"  # a program, with a token of the person's

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, primary_key=True, related_name="via")
    how = models.CharField(max_length=8, choices=How)
    address = models.GenericIPAddressField(null=True, blank=True)
    agent = models.CharField(max_length=300, blank=True)  # what the browser or program calls itself

    objects: Any = ScopedManager(organisation="decision__approval__organisation")

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("what a decision came by is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("what a decision came by is never removed")
