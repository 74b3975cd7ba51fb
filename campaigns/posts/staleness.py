"""Whether a translation still says what its source says. A version without a source is an original and never behind. Pure."""

from collections.abc import Mapping, Sequence

Segments = Sequence[str]


def said(segments: Segments) -> str:
    """Return what a reader reads of it: a space more, or a thread cut elsewhere, needs no new translation."""
    return " ".join(" ".join(segments).split())


def is_behind(*, source: str, source_text: Segments | None, texts: Mapping[str, Segments]) -> bool:
    """Return whether the source says something else than when this was last brought up to date. `texts`: versions by language."""
    now = said(texts.get(source, ()))
    return bool(source and source_text is not None and now and now != said(source_text))


def behind(versions: Mapping[str, tuple[Segments, str, Segments | None]]) -> list[str]:
    """Return the languages that are out of date, in order. `versions`: segments, source and source_text by language."""
    texts = {language: segments for language, (segments, _, _) in versions.items()}
    return sorted(
        language
        for language, (segments, source, source_text) in versions.items()
        if said(segments) and is_behind(source=source, source_text=source_text, texts=texts)
    )


def origin(
    *,
    was: tuple[Segments, str, Segments | None] | None,
    segments: Segments,
    source: str | None,
    source_text: Segments | None,
    texts: Mapping[str, Segments],
) -> tuple[str, Segments | None]:
    """Return the source and source_text of a version that is being written; None for either means that nobody said.

    A translation that was edited is up to date with its source; one that was left alone is as far behind as it was.
    """
    had_segments, had_source, had_text = was or ((), "", None)
    language = had_source if source is None else source
    if not language:
        return "", None
    if source_text is not None:
        return language, list(source_text)
    if language != had_source or had_text is None or list(segments) != list(had_segments):
        return language, list(texts.get(language, ()))
    return language, had_text
