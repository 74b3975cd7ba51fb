"""What a person or a program wants a post to be. The API, imports and the demo all speak in these values."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class DraftPicture:
    asset: UUID
    alt: str = ""


@dataclass(frozen=True)
class DraftVersion:
    language: str
    segments: Sequence[str]
    link: str = ""
    with_utm: bool = True
    pictures: Sequence[DraftPicture] = ()


@dataclass(frozen=True)
class DraftPlacement:
    """`local_time` is wall-clock time in `zone`, or empty while nobody has said when."""

    channel: UUID
    languages: Sequence[str]
    local_time: str = ""
    zone: str = ""
    own_segments: Sequence[str] | None = None


@dataclass(frozen=True)
class Draft:
    """None means: leave as it is. Lists are whole: what is not in them goes."""

    title: str | None = None
    campaign: UUID | None = None
    has_campaign: bool = field(default=False)  # True: `campaign` counts, also when it is None
    versions: Sequence[DraftVersion] | None = None
    placements: Sequence[DraftPlacement] | None = None
