"""The library as people keep it: folders, tags, rights, what must stay in view, and the parts some shapes show."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from campaigns.media import folders, selectors
from campaigns.media import services as media
from campaigns.media.models import Asset, Folder
from demo.seed.stage import Stage

# What a picture's key begins with → its folder (in another one or on top) and its tags.
PLACES = {
    "loyer": (("Campagnes", "Loyers justes · Eerlijke huur"), ("logement", "wonen")),
    "bouger": (("Campagnes", "Bouger · Mobiliteit"), ("mobilité", "mobiliteit")),
    "soin": (("Campagnes", "Soin · Zorg"), ("soin", "zorg")),
    "energie": (("Campagnes", "Énergie · Energie"), ("énergie", "energie")),
    "seize": (("Campagnes", "16 jours · 16 dagen"), ("droits", "rechten")),
    "comites": (("Comités de quartier · Wijkcomités",), ("terrain", "ter plaatse")),
    "toit": (("Toit solidaire",), ("logement",)),
}
PORTRAITS = {"loyer-samira": "Samira B.", "loyer-wout": "Wout D.", "soin-fatou": "Fatou N.", "toit-rosa": "Rosa M."}
FACES = {"loyer-samira": (620, 560), "loyer-wout": (700, 620), "soin-fatou": (640, 560), "bouger-tram": (480, 620)}
SQUARES = {"loyer-affiche": 180, "soin-affiche": 150}  # ‰ from the top of an upright picture
LICENCES = ("CC BY-SA 4.0", "Pour nos canaux seulement · Alleen voor onze kanalen")
SOON, LONG, OVER = timedelta(days=9), timedelta(days=500), timedelta(days=20)


def put_in_order(stage: Stage, key: str, asset: Asset, *, by: str, now: datetime) -> None:
    """The fresh picture lies in its folder, with its tags, its credit, the consent of those on it, and its frame."""
    path, tags = PLACES[key.split("-", maxsplit=1)[0]]
    media.move(asset=asset, folder=_folder(stage, path).pk)
    media.describe(asset=asset, tags=[*tags, *(["portrait"] if key in PORTRAITS else [])])
    said: dict[str, object] = {"credit": f"Dessin · Tekening: {stage.person(by).name}", "licence": LICENCES[key in PORTRAITS]}
    if person := PORTRAITS.get(key):
        said |= {"people": person, "consent_by": person, "consent_until": (stage.now + LONG).date()}
    media.set_rights(asset=asset, **said)  # type: ignore[arg-type]
    top = SQUARES.get(key)
    high = 1000 * asset.width // asset.height
    square = {"1:1": {"x": 0, "y": min(top, 1000 - high), "width": 1000, "height": high}} if top and high < 1000 else None
    media.frame(asset=asset, focus=FACES.get(key), shapes=square, by=stage.person(by), now=now)


def let_rights_end(stage: Stage) -> None:
    """Two pictures that no post to come shows: the rights of one end in nine days, those of the other are over."""
    today = stage.now.astimezone(ZoneInfo(stage.row.time_zone)).date()
    free = (asset for asset in selectors.library().order_by("created_at", "name") if not selectors.posts_needing(asset))
    for asset, last in zip(free, (today + SOON, today - OVER), strict=False):
        media.set_rights(asset=asset, rights_until=last)


def _folder(stage: Stage, path: tuple[str, ...]) -> Folder:
    above: Folder | None = None
    for name in path:
        there = Folder.objects.filter(parent=above, name=name).first()
        above = there or folders.create(organisation=stage.row, name=name, parent=above.pk if above else None)
    assert above is not None
    return above
