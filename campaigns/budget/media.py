"""The media table: every heading money can stand under, and how digital it is unless a line documents its own split. Pure.

Practice behind it: docs/algorithms/digital-share.md. A split of 500 without better knowledge is the default for mixed costs.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Medium:
    """`is_paid_media`: space or time bought from somebody else's audience. `is_mixed`: the line should document its own split.

    `platforms`: where it may be bought; the first is the usual one. Empty: nobody's rules depend on it.
    """

    code: str
    digital_permille: int = 0
    is_paid_media: bool = False
    is_mixed: bool = False
    platforms: tuple[str, ...] = ()
    is_extension: bool = False  # a digital form of an older medium: some statistics leave it out
    is_online_reach: bool = False  # paid messages on the internet and its networks: what Walloon law counts apart


MEDIA: tuple[Medium, ...] = (
    Medium(
        "paid_social",
        1000,
        True,
        platforms=("meta", "tiktok", "x", "linkedin", "snapchat", "pinterest", "reddit", "other"),
        is_online_reach=True,
    ),
    Medium("search_video", 1000, True, platforms=("google", "microsoft", "other"), is_online_reach=True),
    Medium("display", 1000, True, platforms=("publisher", "google", "other"), is_online_reach=True),
    Medium("dooh", 1000, True, is_extension=True),
    Medium("connected_tv", 1000, True, platforms=("publisher", "google", "other"), is_extension=True, is_online_reach=True),
    Medium("influencers", 1000, True, platforms=("tiktok", "other"), is_online_reach=True),
    Medium("press_online", 1000, True, is_extension=True, is_online_reach=True),
    Medium("press_print", 0, True),
    Medium("radio_tv_cinema", 0, True),
    Medium("posters", 0, True),
    Medium("door_to_door", 0, True),
    Medium("production_digital", 1000),
    Medium("production_print", 0),
    Medium("photo_video", 500, is_mixed=True),
    Medium("newsletter", 1000),
    Medium("website", 1000),
    Medium("staff", 500, is_mixed=True),
    Medium("agency", 500, is_mixed=True),
    Medium("events", 0),
    Medium("tools", 1000),
    Medium("research", 500, is_mixed=True),
    Medium("legal_translation", 500, is_mixed=True),
    Medium("contingency", 500, is_mixed=True),
    Medium("other", 0),
)
BY_CODE = {medium.code: medium for medium in MEDIA}
PLATFORMS = tuple(dict.fromkeys(platform for medium in MEDIA for platform in medium.platforms))
# Their sellers' rules differ so much that a request without the name cannot be judged.
PLATFORM_NEEDED = frozenset({"paid_social", "search_video"})
