"""The short way to write a post down: `post("key", WED, "09:00", "loyers-justes", "facebook x_fr", fr="…", nl="…")`."""

from demo.content.model import DemoPost, DemoVersion, State, typeset
from demo.pictures import ALT

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
Text = str | tuple[str, ...]


def segments(text: Text, language: str) -> tuple[str, ...]:
    return tuple(typeset(part, language) for part in ((text,) if isinstance(text, str) else text))


def versions(*, site: str, link: str, pictures: tuple[str, ...], texts: dict[str, Text]) -> dict[str, DemoVersion]:
    """Return one version per language; the address gets the language as its first folder, the pictures bring their words."""
    return {
        code: DemoVersion(
            segments=segments(text, code),
            link=f"{site}/{code}/{link}" if link else "",
            alts=tuple(typeset(ALT[key][code], code) for key in pictures),
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
    minutes: int | None = None,
    site: str = "https://demain-morgen.example.org",
) -> DemoPost:
    """Return the post. Lists are words with spaces; `own` is channel → language → text for that channel alone."""
    keys = tuple(pictures.split())
    return DemoPost(
        key=key,
        campaign=campaign,
        channels=tuple(channels.split()),
        versions=versions(site=site, link=link, pictures=keys, texts={c: t for c, t in (("fr", fr), ("nl", nl)) if t}),
        day=day,
        time=time,
        minutes_from_now=minutes,
        pictures=keys,
        state=state,
        author=author,
        override={channel: {code: segments(t, code) for code, t in texts.items()} for channel, texts in (own or {}).items()},
        comment=comment,
    )
