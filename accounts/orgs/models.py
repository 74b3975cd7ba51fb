"""An organisation, who belongs to it, who is invited; and the base of everything that an organisation owns."""

import uuid
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django_scopes import ScopedManager

from accounts.orgs.rights import Role, Verb, verbs_of

LANGUAGES = ("fr", "nl", "de", "en")
# The European Union, then its neighbours.
COUNTRIES = (
    "BE", "LU", "NL", "FR", "DE", "AT", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "GR", "HR", "HU", "IE", "IT", "LT", "LV", "MT", "PL",
    "PT", "RO", "SE", "SI", "SK", "CH", "GB", "IS", "LI", "NO",
)  # fmt: skip
# Where schools close by community rather than by country: the communities, and the language each speaks.
COMMUNITIES = {"BE": {"Flemish": "nl", "French": "fr", "German": "de"}}


def default_languages() -> list[str]:
    return ["fr", "nl"]


class Organisation(models.Model):
    class Kind(models.TextChoices):
        PARTY = "party"
        NGO = "ngo"
        UNION = "union"
        MUTUALITY = "mutuality"
        INSTITUTION = "institution"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.NGO)
    country = models.CharField(max_length=2, default="BE", validators=[RegexValidator(r"^[A-Z]{2}$")])
    languages = models.JSONField(default=default_languages)  # the languages it publishes in, in order
    communities = models.JSONField(default=list, blank=True)  # whose school holidays its calendar shows; empty: those of its languages
    time_zone = models.CharField(max_length=64, default="Europe/Brussels")
    currency = models.CharField(max_length=3, default="EUR")
    recovers_vat = models.BooleanField(default=False)  # then its budget counts without VAT; parties and NGOs as a rule cannot
    posts_need_approval = models.BooleanField(default=True)
    time_tolerance_min = models.PositiveIntegerField(default=0)  # an approved post may move this far and stay approved
    alt_required = models.BooleanField(default=True)  # a picture without alt text holds its post back; else that is advice
    stopped_at = models.DateTimeField(null=True, blank=True)  # crisis stop: nothing of it goes out until a person lifts it
    stopped_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    stop_reason = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Owned(models.Model):
    """Base of every row that belongs to an organisation. Reading it outside a scope raises (django-scopes)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")

    objects: Any = ScopedManager(organisation="organisation")

    class Meta:
        abstract = True


class Membership(Owned):
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    roles = models.JSONField(default=list)  # of Role
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "user"], name="membership_once")]

    def verbs(self) -> frozenset[Verb]:
        return verbs_of(self.roles)

    def may(self, verb: Verb) -> bool:
        return verb in self.verbs()

    @property
    def is_admin(self) -> bool:
        return Role.ADMIN in self.roles


class Invitation(Owned):
    """A link sent by e-mail. Only the SHA-256 of its secret is stored."""

    email = models.EmailField()
    roles = models.JSONField(default=list)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)


class IdempotentAnswer(models.Model):
    """What a create answered for an Idempotency-Key, so that pressing a button twice makes one thing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)  # of method, path and body: the same key with other content is refused
    status = models.PositiveSmallIntegerField(null=True)  # null while the first request is still at work
    body = models.JSONField(null=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="idempotency_key_once")]
