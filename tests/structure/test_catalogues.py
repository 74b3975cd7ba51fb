"""The server speaks French, Dutch and German wholly: every sentence, every part of it, in the typography of its readers."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from django.contrib.auth import password_validation
from django.utils import translation
from rest_framework import fields, serializers

from accounts import borrowed_words
from accounts.people.adapter import LETTERS, Adapter
from accounts.words import WORDS, word
from config.management.commands import words

ROOT = Path(__file__).resolve().parent.parent.parent
PLACES = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%[sd]")
CATALOGUES = {locale: words._read(ROOT / "locale" / locale / "LC_MESSAGES" / "django.po", locale) for locale in words.LOCALES}
FOUND = words._texts_of_the_code()
# What must not be in a sentence of that language. "\xa0" is the no-break space.
WRONG = {
    "fr": r"(?<!\xa0)[;?!»]|(?<!\xa0)(?<!\d):(?!//)|«(?!\xa0)|[\"“”']|\b(?:tu|ton|ta|tes|toi)\b",
    "nl": r"[\"«»„']|\b(?:u|uw|uzelf)\b",
    "de": r"[\"«»”']|\b(?:[Dd]u|[Dd]ein\w*|[Dd]ich|[Dd]ir)\b",
}


def messages(locale: str) -> list[Message]:
    return [message for message in CATALOGUES[locale] if message.id]


def forms(text: object) -> list[str]:
    return [str(form) for form in text] if isinstance(text, (tuple, list)) else [str(text)]


@pytest.mark.parametrize("locale", words.LOCALES)
def test_every_sentence_is_translated(locale: str):
    assert not words._missing(CATALOGUES[locale], FOUND, locale)


@pytest.mark.parametrize("locale", words.LOCALES)
def test_nothing_is_doubtful_or_left_over(locale: str):
    assert not [m.id for m in CATALOGUES[locale] if m.fuzzy]
    assert not CATALOGUES[locale].obsolete
    assert not [m.id for m in messages(locale) if FOUND.get(m.id, m.context) is None]


@pytest.mark.parametrize("locale", words.LOCALES)
def test_the_same_places_are_left_for_names_and_numbers(locale: str):
    for message in messages(locale):
        wanted = sorted(PLACES.findall(forms(message.id)[-1]))
        for said in forms(message.string):
            assert sorted(PLACES.findall(said)) == wanted, said


@pytest.mark.parametrize("locale", words.LOCALES)
def test_the_typography_is_the_readers(locale: str):
    for message in messages(locale):
        for said in forms(message.string):
            assert not re.search(WRONG[locale], said), said
            assert said == said.strip() and "  " not in said, said


def test_compiled_catalogues_are_not_kept():
    if not (ROOT / ".git").exists():
        pytest.skip("this is not a checkout")
    kept = subprocess.run(["git", "ls-files", "*.mo"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not kept


def test_borrowed_sentences_are_those_of_the_libraries():
    theirs = {str(text) for text in Adapter.error_messages.values()}
    for kind in [*vars(fields).values(), serializers.ListSerializer]:
        theirs |= {str(text) for text in getattr(kind, "default_error_messages", {}).values()}
    theirs |= {password_validation.CommonPasswordValidator().get_error_message()}
    theirs |= {password_validation.UserAttributeSimilarityValidator().get_error_message()}
    assert not {*borrowed_words.SIGNING_IN, *borrowed_words.FIELDS, *borrowed_words.PASSWORDS[1:]} - theirs
    assert str(borrowed_words.PASSWORDS[0] % 10) == password_validation.MinimumLengthValidator(10).get_error_message()


# ── As people read them ──────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def spoken(tmp_path: Path, settings: Any) -> None:
    """Django reads these very catalogues, compiled."""
    for locale, catalogue in CATALOGUES.items():
        folder = tmp_path / locale / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with (folder / "django.mo").open("wb") as file:
            write_mo(file, catalogue)
    settings.LOCALE_PATHS = [tmp_path]


@pytest.mark.usefixtures("spoken")
def test_numbers_days_and_languages_are_the_readers():
    ratio = {"picture": 1, "ratio": "0.56", "min": "0.8", "max": "1.91"}
    again = {"channel": "Demain", "date": "2026-11-24", "time": "09:00"}
    with translation.override("fr"):
        assert word("text-too-long", {"over": 12, "max": 63206}).endswith("12 au-dessus de la limite de 63\xa0206.")
        assert "0,56" in word("picture-ratio", ratio) and "1,91" in word("picture-ratio", ratio)
        assert "le 24 novembre 2026 à 09:00" in word("same-text-within-a-day", again)
        assert word("version-missing", {"language": "nl", "channel": "Demain"}).startswith("Il n’y a pas encore de texte en néerlandais, ")
    with translation.override("de"):
        assert "am 24. November 2026 um 09:00" in word("same-text-within-a-day", again)
    assert "on 24 November 2026 at 09:00" in word("same-text-within-a-day", again)


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("locale", ["en", *words.LOCALES])
def test_no_sentence_shows_what_was_not_told(locale: str):
    with translation.override(locale):
        assert not [code for code in WORDS if "{" in word(code, {})]


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("locale", words.LOCALES)
def test_our_words_come_before_the_libraries(locale: str):
    with translation.override(locale):
        said = str(fields.CharField().error_messages["max_length"]), password_validation.MinimumLengthValidator(10).get_error_message()
    assert said[0] == CATALOGUES[locale]["Ensure this field has no more than {max_length} characters."].string
    assert "10" in said[1] and "password" not in said[1]


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("locale", words.LOCALES)
def test_letters_are_wholly_in_the_language(locale: str):
    for write in LETTERS.values():
        context = {"password_reset_url": "https://carillon.example/reset/x"}
        english = write("ana@demain.example", context)
        with translation.override(locale):
            said = write("ana@demain.example", context)
        assert not {english.subject, english.button, *english.paragraphs} & {said.subject, said.button, *said.paragraphs}
