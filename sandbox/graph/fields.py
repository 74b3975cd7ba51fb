"""Field expansion: `fields=id,attachments.limit(2){media,subattachments}`. Source: docs/graph-api/guides/field-expansion."""

from dataclasses import dataclass

from sandbox.graph.errors import GraphError, bad_parameter


@dataclass(frozen=True)
class Field:
    """One wanted field with its modifiers and, in braces, the fields of what it leads to."""

    name: str
    modifiers: dict[str, str]
    fields: tuple["Field", ...]


def parse(text: str) -> tuple[Field, ...]:
    """Return the wanted fields in order. Raises error 2500 for a malformed expression."""
    fields, end = _parse(text[:5000], 0, 0)
    if end != len(text):
        raise GraphError(2500, f"Syntax error: unexpected character at position {end} in fields")
    return fields


def _parse(text: str, at: int, depth: int) -> tuple[tuple[Field, ...], int]:
    if depth > 4:
        raise GraphError(2500, "Syntax error: fields are nested too deeply")
    found: list[Field] = []
    while at < len(text):
        start = at
        while at < len(text) and (text[at].isalnum() or text[at] in "_ "):
            at += 1
        name = text[start:at].strip()
        if not name:
            raise GraphError(2500, f"Syntax error: expected a field name at position {start}")
        modifiers: dict[str, str] = {}
        while at < len(text) and text[at] == ".":
            opened, closed = text.find("(", at), text.find(")", at)
            if opened < 0 or closed < opened:
                raise GraphError(2500, f"Syntax error: expected a modifier at position {at}")
            modifiers[text[at + 1 : opened]] = text[opened + 1 : closed]
            at = closed + 1
        inner: tuple[Field, ...] = ()
        if at < len(text) and text[at] == "{":
            inner, at = _parse(text, at + 1, depth + 1)
            if at >= len(text) or text[at] != "}":
                raise GraphError(2500, "Syntax error: a brace is not closed in fields")
            at += 1
        found.append(Field(name, modifiers, inner))
        if at < len(text) and text[at] == ",":
            at += 1
            continue
        break
    return tuple(found), at


def refuse_unknown(fields: tuple[Field, ...], known: frozenset[str], node: str) -> None:
    """Raise error 100 for a field that this kind of node does not have."""
    for field in fields:
        if field.name not in known:
            raise bad_parameter(f"Tried accessing nonexisting field ({field.name[:60]}) on node type ({node})")
