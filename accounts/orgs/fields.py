"""Fields that several descriptions share: roles, languages, time zones."""

import zoneinfo
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework import serializers

from accounts.orgs.models import COMMUNITIES, LANGUAGES
from accounts.orgs.rights import Role, Verb


class Roles(serializers.ListField):
    """At least one role of the table."""

    child = serializers.ChoiceField(choices=[role.value for role in Role])

    def __init__(self, **given: Any) -> None:
        super().__init__(**({} if given.get("read_only") else {"allow_empty": False}) | given)


class Verbs(serializers.ListField):
    child = serializers.ChoiceField(choices=[verb.value for verb in Verb])


class PublishingLanguages(serializers.ListField):
    """The languages that posts are written in, in order, once each."""

    child = serializers.ChoiceField(choices=LANGUAGES)

    def to_internal_value(self, data: Any) -> list[str]:
        given: list[str] = super().to_internal_value(data)
        if not given:
            raise serializers.ValidationError(_("Choose at least one language."))
        return list(dict.fromkeys(given))


class Communities(serializers.ListField):
    """Communities with school holidays of their own, once each."""

    child = serializers.ChoiceField(choices=sorted({name for known in COMMUNITIES.values() for name in known}))

    def to_internal_value(self, data: Any) -> list[str]:
        return sorted(set(super().to_internal_value(data)))


class TimeZone(serializers.CharField):
    """An IANA name such as Europe/Brussels."""

    def to_internal_value(self, data: Any) -> str:
        name = str(super().to_internal_value(data))
        if name not in _zones():
            raise serializers.ValidationError(_("This time zone is not known: write it like Europe/Brussels."))
        return name


class Language(serializers.ChoiceField):
    """A language that Carillon speaks."""

    def __init__(self, **given: Any) -> None:
        super().__init__(choices=[code for code, _name in settings.LANGUAGES], **given)


@cache
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())
