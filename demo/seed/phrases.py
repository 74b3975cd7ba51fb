"""Words that are used again and again, and a post with them: address book, hashtags, ready texts, fill-ins, groups, a template."""

from datetime import timedelta

from accounts.channels import services as channels
from accounts.channels.groups import services as groups
from campaigns.phrases import services as phrases
from campaigns.phrases.models import Contact, HashtagSet, Snippet
from campaigns.posts import services as posts
from campaigns.posts.draft import Draft, DraftPlacement, DraftVersion
from campaigns.posts.templates import services as templates
from demo.seed.stage import Stage

CONTACTS = (
    ("locataires", "Syndicat des locataires", "organisation", {"twitter": "locataires_be", "instagram": "locataires.be"}),
    ("vredeshuis", "Het Vredeshuis", "organisation", {"twitter": "vredeshuis", "instagram": "vredeshuis"}),
    ("amina-diallo", "Amina Diallo", "person", {"instagram": "amina.diallo.bxl"}),
    ("jef-claes", "Jef Claes", "person", {"twitter": "jefclaes_demo"}),
)
TAGS = (
    ("Logement", ("LoyerJuste", "DroitAuLogement", "CriseDuLogement"), "fr"),
    ("Wonen", ("EerlijkeHuur", "RechtOpWonen", "Wooncrisis"), "nl"),
    ("Climat · Klimaat", ("JusticeClimatique", "KlimaatRechtvaardigheid"), ""),
)
SNIPPETS = (
    (
        "Rejoindre · Meedoen",
        {"fr": "Envie d’agir ? La section de {section} t’attend.", "nl": "Zin om mee te doen? De afdeling {section} wacht op je."},
    ),
    ("Merci · Dank", {"fr": "Merci à toutes celles et ceux qui étaient là.", "nl": "Dank aan iedereen die erbij was."}),
)
SECTIONS = {"fr": "Bruxelles", "nl": "Brussel"}
TEXTS = {
    "fr": "Rendez-vous ce samedi avec {@locataires} et {@amina-diallo} : la section de {section} tient un stand pour un loyer juste.",
    "nl": "Zaterdag staan we er met {@locataires} en {@amina-diallo}: de afdeling {section} houdt een stand voor een eerlijke huur.",
}
MEETING = {
    "fr": "La section de {section} se réunit. Viens comme tu es.",
    "nl": "De afdeling {section} komt samen. Kom zoals je bent.",
}
IN = timedelta(days=9)


def put_down(stage: Stage) -> None:
    """All of it is there from the beginning."""
    by, now, row = stage.person("planner"), stage.founded, stage.row
    for key, name, kind, handles in CONTACTS:
        phrases.add(Contact, organisation=row, by=by, now=now, key=key, name=name, kind=kind, handles=handles)
    for name, tags, language in TAGS:
        if not language or language in stage.content.languages:
            phrases.add(HashtagSet, organisation=row, by=by, now=now, name=name, tags=list(tags), language=language)
    for name, texts in SNIPPETS:
        own = {language: text for language, text in texts.items() if language in stage.content.languages}
        phrases.add(Snippet, organisation=row, by=by, now=now, name=name, texts=own)
    for key, channel in stage.channels.items():
        section = {"section": SECTIONS.get(channel.languages[0], "Bruxelles")}
        stage.channels[key] = channels.edit(channel=channel, by=by, placeholders=section, now=now)
    for name, language in (("Francophones", "fr"), ("Nederlandstalig", "nl")):
        if chosen := [c for c in stage.channels.values() if language in c.languages]:
            groups.make(organisation=row, name=name, channels=chosen, by=by, now=now)


def write_with_them(stage: Stage) -> None:
    """A template and a draft leave things open for each channel."""
    spoken = [language for language in stage.content.languages if language in TEXTS]
    texted = [c for c in stage.channels.values() if c.network in {"facebook", "twitter"}]
    places = [(c, [x for x in c.languages if x in spoken]) for c in texted]
    at = (stage.now.astimezone(stage.zone) + IN).replace(hour=17, minute=45)
    posts.create(
        organisation=stage.row,
        by=stage.person("author"),
        draft=Draft(
            versions=[DraftVersion(language=x, segments=[TEXTS[x]]) for x in spoken],
            placements=[DraftPlacement(channel=c.pk, languages=own, local_time=f"{at:%Y-%m-%dT%H:%M}") for c, own in places if own],
        ),
        now=stage.now,
    )
    templates.keep(
        organisation=stage.row,
        by=stage.person("planner"),
        name={"fr": "Réunion de section", "nl": "Afdelingsvergadering"}.get(stage.content.languages[0], "Meeting"),
        versions=[
            {
                "language": x,
                "segments": [MEETING[x]],
                "link": "",
                "with_utm": True,
                "first_comment": "",
                "source": None,
                "source_text": None,
                "pictures": [],
            }
            for x in spoken
        ],
        placements=[
            {"channel": c.pk, "languages": own, "own_segments": None, "own_base": None, "without_link": False} for c, own in places if own
        ],
        now=stage.now,
    )
