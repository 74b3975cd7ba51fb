"""What stands in the way of a placement because of its pictures' descriptions and rights, whatever its network. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from campaigns.media import rights
from campaigns.media.models import Asset
from campaigns.posts import compose
from networks.contract import Problem


def undescribed(
    shown: Sequence[compose.Use],
    *,
    languages: Sequence[str],
    texts: Mapping[str, compose.Text],
    assets: Mapping[str, Asset],
    is_required: bool,
) -> Iterator[tuple[str, Problem]]:
    """Yield each language that says nothing of a picture, with the problem. One that is marked decorative needs no words."""
    for number, use in enumerate(shown, start=1):
        if use.asset not in assets or assets[use.asset].is_decorative:
            continue
        for language in languages:
            said = [u.alt for u in texts[language].pictures if u.asset == use.asset] if language in texts else []
            if language in texts and not any(alt.strip() for alt in said):
                yield language, Problem("alt-text-missing", {"picture": number, "language": language}, blocks=is_required)


def outdated(shown: Sequence[compose.Use], *, assets: Mapping[str, Asset], day: date | None) -> Iterator[Problem]:
    """Yield each picture whose rights or consent end before that day."""
    for number, use in enumerate(shown, start=1):
        asset = assets.get(use.asset)
        if asset and day and rights.ends_before(asset.ends_on, day=day):
            yield Problem("picture-rights-over", {"picture": number, "date": str(asset.ends_on), "asset": use.asset})
