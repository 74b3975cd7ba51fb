"""`manage.py words`: collect the texts of the Python code into locale/*/LC_MESSAGES/django.po; `--check` says what is missing there."""

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management import BaseCommand, CommandParser

ROOMS = ("accounts", "campaigns", "config", "networks", "scheduler")
LOCALES = tuple(code for code, _ in settings.LANGUAGES if code != "en")  # English is what the code says
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "gettext_noop": None,
}

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Carillon\\n"
"Language: {locale}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


class Command(BaseCommand):
    help = "Collect the server's texts for translation; with --check only say which are not translated."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        found = _texts_of_the_code()
        problems: list[str] = []
        for locale in LOCALES:
            path = Path(settings.LOCALE_PATHS[0]) / locale / "LC_MESSAGES" / "django.po"
            known = _read(path, locale)
            if check:
                problems += _missing(known, found, locale)
            else:
                known.update(found, no_fuzzy_matching=True, update_creation_date=False, keep_user_comments=True)
                known.obsolete.clear()
                _write(path, known)
        if problems:
            sys.exit("\n".join(problems))


def _texts_of_the_code() -> Catalog:
    found = Catalog()
    for room in ROOMS:
        for name, line, text, comments, context in extract_from_dir(
            settings.BASE_DIR / room, keywords=KEYWORDS, comment_tags=("Translators:",)
        ):
            found.add(text, None, [(f"{room}/{name}", line)], auto_comments=comments, context=context)
    return found


def _missing(known: Catalog, found: Catalog, locale: str) -> list[str]:
    """Return a line per text that has no translation, or a doubtful one."""
    lines = []
    for message in found:
        if message.id:
            there = known.get(message.id, message.context)
            parts = there.string if there and isinstance(there.string, (tuple, list)) else [there.string if there else ""]
            if there is None or there.fuzzy or not all(parts):
                where = f"{message.locations[0][0]}:{message.locations[0][1]}"
                lines.append(f"{locale}: not translated: {message.id!r} ({where})")
    return lines


def _read(path: Path, locale: str) -> Catalog:
    if not path.is_file():
        return Catalog(locale=locale, project="Carillon", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def _write(path: Path, catalog: Catalog) -> None:
    """The catalogue stands there sorted, under a header without dates: nobody's additions collide with anybody else's."""
    text = BytesIO()
    write_po(text, catalog, omit_header=True, sort_output=True, no_location=True, width=0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(HEADER.format(locale=catalog.locale, plurals=catalog.plural_forms).encode() + text.getvalue())
