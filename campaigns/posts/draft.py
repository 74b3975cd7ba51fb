"""What a person or a program wants a post to be. The API, imports and the demo all speak in these values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class DraftPicture:
    asset: UUID
    alt: str = ""
    crop: Mapping[str, int] | None = None  # the part that this post shows; None: as the library has it


@dataclass(frozen=True)
class DraftVersion:
    language: str
    segments: Sequence[str]
    link: str = ""
    with_utm: bool = True
    pictures: Sequence[DraftPicture] = ()
    first_comment: str = ""
    source: str | None = None  # the language it was translated from, "" for an original; None: as it was
    source_text: Sequence[str] | None = None  # what the source said then; None: see staleness.origin


@dataclass(frozen=True)
class DraftPlacement:
    """`local_time` is wall-clock time in `zone`, or empty while nobody has said when."""

    channel: UUID
    languages: Sequence[str]
    local_time: str = ""
    zone: str = ""
    own_segments: Sequence[str] | None = None
    own_base: Sequence[str] | None = None
    without_link: bool = False


@dataclass(frozen=True)
class Draft:
    """None means: leave as it is. Lists are whole: what is not in them goes."""

    title: str | None = None
    campaign: UUID | None = None
    has_campaign: bool = field(default=False)  # True: `campaign` counts, also when it is None
    versions: Sequence[DraftVersion] | None = None
    placements: Sequence[DraftPlacement] | None = None
