"""What a picture is found by, and its tags. Pure apart from the tags' rows."""

from collections.abc import Iterable

from accounts.orgs.models import Organisation
from accounts.problems import Refusal
from campaigns.media.models import Asset, Tag

TAG_MAX, TAGS_MOST = 40, 30


def searchable(asset: Asset, *, tags: Iterable[str]) -> str:
    """Return its name, descriptions, credit and tags in lower case."""
    return "\n".join(filter(None, [asset.name, *asset.alt.values(), asset.credit, asset.people, *tags])).lower()


def cleaned(names: Iterable[str]) -> list[str]:
    """Return the tags without "#" and doubles, however they are written. Raises Refusal for one that is too long, or too many."""
    tidy = {name.lower(): name for name in (" ".join(str(given).lstrip("#").split()) for given in names) if name}
    if any(len(name) > TAG_MAX for name in tidy) or len(tidy) > TAGS_MOST:
        raise Refusal("tags-too-many", fields={"tags": "tags-too-many"}, max=TAGS_MOST, length=TAG_MAX)
    return list(tidy.values())


def tags_named(names: Iterable[str], *, organisation: Organisation) -> list[Tag]:
    """There is a tag for each of these; the same word in other capitals is the same tag."""
    known = {tag.name.lower(): tag for tag in Tag.objects.all()}
    return [known.get(name.lower()) or Tag.objects.create(organisation=organisation, name=name) for name in cleaned(names)]
