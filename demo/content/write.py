"""The short way to write a post down: `post("key", WED, "09:00", "loyers-justes", "facebook x_fr", fr="…", nl="…")`."""

from collections.abc import Mapping
from types import MappingProxyType

from demo.content.model import DemoPost, DemoVersion, State, typeset
from demo.pictures import ALT

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
Text = str | tuple[str, ...]
NONE: Mapping[str, str] = MappingProxyType({})


def segments(text: Text, language: str) -> tuple[str, ...]:
    return tuple(typeset(part, language) for part in ((text,) if isinstance(text, str) else text))


def versions(
    *, site: str, link: str, pictures: tuple[str, ...], texts: dict[str, Text], first: Mapping[str, str]
) -> dict[str, DemoVersion]:
    """Return one version per language; the address gets the language as its first folder, the pictures bring their words."""
    return {
        code: DemoVersion(
            segments=segments(text, code),
            link=f"{site}/{code}/{link}" if link else "",
            alts=tuple(typeset(ALT[key][code], code) for key in pictures),
            first_comment=typeset(first.get(code, ""), code),
        )
        for code, text in texts.items()
    }


def post(
    key: str,
    day: int,
    time: str,
    campaign: str,
    channels: str,
    *,
    fr: Text = "",
    nl: Text = "",
    link: str = "",
    pictures: str = "",
    state: State = "scheduled",
    author: str = "author",
    own: dict[str, dict[str, Text]] | None = None,
    comment: str = "",
    first: Mapping[str, str] = NONE,
    minutes: int | None = None,
    site: str = "https://demain-morgen.example.org",
) -> DemoPost:
    """Return the post. Lists are words with spaces; `own` is channel → language → text there alone, `first` the first comment."""
    keys = tuple(pictures.split())
    return DemoPost(
        key=key,
        campaign=campaign,
        channels=tuple(channels.split()),
        versions=versions(site=site, link=link, pictures=keys, texts={c: t for c, t in (("fr", fr), ("nl", nl)) if t}, first=first),
        day=day,
        time=time,
        minutes_from_now=minutes,
        pictures=keys,
        state=state,
        author=author,
        override={channel: {code: segments(t, code) for code, t in texts.items()} for channel, texts in (own or {}).items()},
        comment=comment,
    )
