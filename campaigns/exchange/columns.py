"""What a column of a spreadsheet holds, told from the words at its head in four languages. Pure.

A field is "date", "channel" …; texts, alternative texts and links may be of one language: "text_fr".
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence

FIELDS = ("date", "time", "when", "channel", "network", "campaign", "title", "language", "text", "link", "picture", "alt")
BY_LANGUAGE = ("text", "alt", "link")
# The first words of a language are what our own files say.
HEADS: dict[str, dict[str, str]] = {
    "date": {"en": "Date", "fr": "Date", "nl": "Datum", "de": "Datum"},
    "time": {"en": "Time", "fr": "Heure", "nl": "Uur", "de": "Uhrzeit"},
    "channel": {"en": "Channel", "fr": "Canal", "nl": "Kanaal", "de": "Kanal"},
    "network": {"en": "Network", "fr": "Réseau", "nl": "Netwerk", "de": "Netzwerk"},
    "campaign": {"en": "Campaign", "fr": "Campagne", "nl": "Campagne", "de": "Kampagne"},
    "title": {"en": "Title", "fr": "Titre", "nl": "Titel", "de": "Titel"},
    "text": {"en": "Text", "fr": "Texte", "nl": "Tekst", "de": "Text"},
    "link": {"en": "Link", "fr": "Lien", "nl": "Link", "de": "Link"},
    "picture": {"en": "Picture", "fr": "Image", "nl": "Afbeelding", "de": "Bild"},
    "alt": {"en": "Description", "fr": "Description", "nl": "Beschrijving", "de": "Beschreibung"},
    "state": {"en": "State", "fr": "État", "nl": "Status", "de": "Status"},
    "online": {"en": "Address online", "fr": "Adresse en ligne", "nl": "Adres online", "de": "Adresse online"},
}
WORDS: dict[str, str] = {
    "date": "date datum day jour dag tag publicatiedatum|date de publication|publication date|post date|scheduled date",
    "time": "time heure heures uur tijd tijdstip uhrzeit zeit hour|heure de publication|post time",
    "when": "when quand wanneer wann datetime moment scheduled planned|date and time|date et heure|date heure|datum en uur|datum en tijd"
    "|datum und uhrzeit|datum uhrzeit|date time|publish at|scheduled at|planned at|zeitpunkt",
    "channel": "channel channels canal canaux kanaal kanalen kanal kanale page pages pagina seite account compte profile profil profiel",
    "network": "network networks reseau reseaux netwerk netwerken netzwerk netzwerke plateforme platform plattform|reseau social",
    "campaign": "campaign campagne kampagne project projet thema theme",
    "title": "title titre titel intitule onderwerp sujet betreff subject|internal title|titre interne",
    "language": "language langue taal sprache lang",
    "text": "text texte tekst message contenu content inhoud inhalt post publication caption legende copy bericht beitrag body",
    "link": "link lien url website webseite adresse|lien url|external link",
    "picture": "picture pictures image images photo photos foto fotos bild bilder afbeelding afbeeldingen visuel beeld visual media file"
    " fichier bestand datei|image file|nom du fichier",
    "alt": "alt description beschrijving beschreibung alttext alternativtext bildbeschreibung|alt text|texte alternatif"
    "|alternatieve tekst|alternativer text|texte alt|alt tekst|image description|description image|description de l image",
}
LANGUAGE_WORDS: dict[str, str] = {
    "fr": "fr fra fre francais french frans franzosisch",
    "nl": "nl nld neerlandais dutch nederlands niederlandisch",
    "de": "de deu ger allemand german duits deutsch",
    "en": "en eng anglais english engels englisch",
}


def plain(text: str) -> str:
    """Return it without accents, case and signs: "Texte (FR)" → "texte fr"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def _phrases(words: str) -> set[str]:
    singles, *phrases = words.split("|")
    return {*singles.split(), *phrases}


KNOWN = {phrase: field for field, words in WORDS.items() for phrase in _phrases(words)}
LANGUAGE_OF = {word: code for code, words in LANGUAGE_WORDS.items() for word in words.split()}


def field_of(head: str) -> str:
    """Return what a column with this head holds, "" when its words say nothing."""
    words = plain(head)
    if words in KNOWN:
        return KNOWN[words]
    tokens = words.split()
    for place in (len(tokens) - 1, 0):  # "Texte FR", "FR texte"; the middle of a phrase is no language: "date de publication"
        if tokens and (language := LANGUAGE_OF.get(tokens[place])):
            rest = " ".join(tokens[:place] + tokens[place + 1 :])
            field = KNOWN.get(rest, "" if rest else "text")
            return f"{field}_{language}" if field in BY_LANGUAGE else ""
    return ""


def guess(header: Sequence[str]) -> list[str]:
    """Return the field of each column; of two columns with the same one the first has it."""
    found: list[str] = []
    for head in header:
        field = field_of(head)
        found.append("" if field in found else field)
    return found


def is_field(field: str, *, languages: Sequence[str]) -> bool:
    name, _, language = field.partition("_")
    return field in FIELDS or (name in BY_LANGUAGE and language in languages)


def signature(header: Sequence[str]) -> str:
    """Return what files with the same columns have in common."""
    return hashlib.sha256("\n".join(map(plain, header)).encode()).hexdigest()


def head(field: str, language: str) -> str:
    """Return the words at the head of our own files: "text_fr" → "Texte FR"."""
    name, _, of = field.partition("_")
    words = HEADS[name].get(language[:2], HEADS[name]["en"])
    return f"{words} {of.upper()}" if of else words
