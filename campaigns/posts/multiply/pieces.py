"""Cut a text where people would: at its parts, paragraphs, quotations or sentences. Pure.

What is too short to stand alone goes with what follows; what holds only tags or links with what came before.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

Unit = Literal["part", "paragraph", "quote", "sentence"]
UNITS: tuple[Unit, ...] = ("part", "paragraph", "quote", "sentence")

STANDS_ALONE = 20  # characters
CLOSING = "»”’\"')\\]"
# An end of sentence, also in French (a space before ! and ?), Arabic and Persian; then what closes; then white space.
END = re.compile(rf"[.!?…؟۔]+(?:[\u00a0\u202f ]?[!?]+)*(?:[\u00a0\u202f ]?[{CLOSING}])*(?=\s)")
QUOTED = re.compile(r"«\s*(?P<a>[^«»]{8,})\s*»|“(?P<b>[^“”]{8,})”|„(?P<c>[^„“”]{8,})[“”]|\"(?P<d>[^\"\n]{8,})\"")
SHORTENED = re.compile(
    r"(?:^|[\s(«“„\"])(?:M|MM|Mme|Mmes|Mlle|Dr|Me|St|Ste|Mr|Mrs|Ms|Prof|art|cf|p|pp|env|av|bd|tél|ex|p\.\s?ex|c\.-à-d|"
    r"bv|bijv|nl|dhr|mevr|ca|nr|blz|o\.a|m\.a\.w|d\.w\.z|z\.B|u\.a|d\.h|bzw|Nr|Str|Abs|ggf|e\.g|i\.e|vs|approx|No|\w|\d{1,2})\.$"
)
BARE = re.compile(r"(?:[#@]\S+|https?://\S+|[^\w\s]|\s)*")


def units_in(segments: Sequence[str]) -> list[Unit]:
    """Return the ways in which the text can be cut into two pieces or more."""
    return [unit for unit in UNITS if len(cut(segments, unit)) > 1]


def cut(segments: Sequence[str], unit: Unit) -> list[str]:
    """Return the pieces, each trimmed, in order."""
    whole = "\n\n".join(segment.strip() for segment in segments if segment.strip())
    match unit:
        case "part":
            return [segment.strip() for segment in segments if segment.strip()]
        case "paragraph":
            return together(re.split(r"\n\s*\n", whole))
        case "quote":
            return ["".join(found.group("a", "b", "c", "d")[i] or "" for i in range(4)).strip() for found in QUOTED.finditer(whole)]
        case "sentence":
            return together(piece for line in whole.splitlines() for piece in sentences(line))


def sentences(line: str) -> list[str]:
    """Return the sentences of one line. A point after an abbreviation, an initial or an ordinal ends none."""
    found, start = [], 0
    for end in END.finditer(line):
        before, after = line[start : end.end()], line[end.end() :].lstrip()
        if after[:1].islower() or (end.group() == "." and SHORTENED.search(before)):
            continue
        found.append(before.strip())
        start = end.end()
    return [*found, line[start:].strip()]


def together(pieces: Iterable[str]) -> list[str]:
    """Return the pieces that can stand alone."""
    found: list[str] = []
    held = ""
    for piece in (each.strip() for each in pieces):
        if not piece:
            continue
        if BARE.fullmatch(piece) and found and not held:
            found[-1] = f"{found[-1]}\n{piece}"
        elif len(held) + len(piece) < STANDS_ALONE:
            held = f"{held} {piece}".strip()
        else:
            found.append(f"{held} {piece}".strip())
            held = ""
    if held:
        found = [*found[:-1], f"{found[-1]} {held}"] if found else [held]
    return found
