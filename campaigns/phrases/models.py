"""Words an organisation uses again and again: whom it names, its hashtags, its ready texts."""

from django.core.validators import RegexValidator
from django.db import models

from accounts.orgs.models import Owned


class Contact(Owned):
    """A person or an organisation that posts name as {@key}: each network puts in its own handle."""

    class Kind(models.TextChoices):
        PERSON = "person"
        ORGANISATION = "organisation"

    key = models.CharField(max_length=40, validators=[RegexValidator(r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$")])
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.PERSON)
    note = models.CharField(max_length=300, blank=True)
    handles = models.JSONField(default=dict, blank=True)  # by network, without the @
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="contact_once_per_key")]

    def __str__(self) -> str:
        return self.name


class HashtagSet(Owned):
    """Hashtags that belong together, put into a text at once."""

    name = models.CharField(max_length=80)
    tags = models.JSONField(default=list)  # without the #, in order
    language = models.CharField(max_length=8, blank=True)  # empty: for any
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="hashtag_set_once_per_name")]

    def __str__(self) -> str:
        return self.name


class Snippet(Owned):
    """A ready text, one for each language it is needed in."""

    name = models.CharField(max_length=80)
    texts = models.JSONField(default=dict)  # by language
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="snippet_once_per_name")]

    def __str__(self) -> str:
        return self.name
