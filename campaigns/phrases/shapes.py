"""Shapes of contacts, hashtag sets and snippets on the wire: what people typed is made tidy here."""

import re
from typing import Any

from rest_framework import serializers

from accounts.orgs.models import LANGUAGES
from campaigns.phrases.models import Contact, HashtagSet, Snippet

HANDLE = re.compile(r"[\w.-]{1,100}")
NETWORK = re.compile(r"[a-z][a-z0-9_-]{0,31}")
TAG = re.compile(r"\w{1,100}")


class ContactShape(serializers.ModelSerializer):
    """`key`: what {@key} in a text says; `handles`: by network."""

    handles = serializers.DictField(child=serializers.CharField(max_length=120, allow_blank=True), required=False)

    class Meta:
        model = Contact
        fields = ("id", "key", "name", "kind", "note", "handles")
        read_only_fields = ("id",)

    def validate_handles(self, given: dict[str, str]) -> dict[str, str]:
        tidy = {network: handle.strip().removeprefix("@") for network, handle in given.items()}
        kept = {network: handle for network, handle in tidy.items() if handle}
        if len(kept) > 20 or not all(NETWORK.fullmatch(n) and HANDLE.fullmatch(h) for n, h in kept.items()):
            raise serializers.ValidationError("a handle has letters, digits, dots, - and _ only")
        return kept


class HashtagSetShape(serializers.ModelSerializer):
    tags = serializers.ListField(child=serializers.CharField(max_length=101), min_length=1, max_length=60)
    language = serializers.ChoiceField(choices=[(x, x) for x in LANGUAGES], allow_blank=True, required=False)

    class Meta:
        model = HashtagSet
        fields = ("id", "name", "tags", "language")
        read_only_fields = ("id",)

    def validate_tags(self, given: list[str]) -> list[str]:
        tags = list(dict.fromkeys(tag.strip().lstrip("#") for tag in given if tag.strip(" #")))
        if not tags or not all(TAG.fullmatch(tag) and not tag.isdigit() for tag in tags):
            raise serializers.ValidationError("a hashtag has letters, digits and _ only")
        return tags


class SnippetShape(serializers.ModelSerializer):
    """`texts`: by language."""

    texts = serializers.DictField(child=serializers.CharField(max_length=8000, allow_blank=True, trim_whitespace=False))

    class Meta:
        model = Snippet
        fields = ("id", "name", "texts")
        read_only_fields = ("id",)

    def validate_texts(self, given: dict[str, Any]) -> dict[str, str]:
        texts = {language: text.rstrip() for language, text in given.items() if text.strip()}
        if not texts or set(texts) - set(LANGUAGES):
            raise serializers.ValidationError("a text in one language at least")
        return texts
