"""Change many rows in one statement, each only if it is still as we knew it. Raw SQL: the ORM has no compare-and-swap of many rows.

PostgreSQL takes one array for each column, SQLite a table of values; both tell which rows were changed.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection, models

SQLITE_PARAMS_MOST = 30_000  # SQLite's own limit is 32 766


def swap(
    model: type[models.Model],
    *,
    known: Sequence[str],
    new: Sequence[str],
    rows: Sequence[Sequence[Any]],
    raised: Sequence[str] = (),
) -> set[Any]:
    """Return the primary keys of the rows that were changed.

    Each of `rows` has a primary key, then a value for each of the `known` columns (the row must still have it), then one for each of
    the `new` ones. The `raised` columns are counted up by one.
    """
    if not rows:
        return set()
    fields = [model._meta.pk, *(model._meta.get_field(name) for name in (*known, *new))]
    names = [f"v{i}" for i in range(len(fields))]
    table, key = model._meta.db_table, fields[0].column  # type: ignore[union-attr]
    sets = [f"{f.column} = {_cast(v, f)}" for f, v in zip(fields[1 + len(known) :], names[1 + len(known) :], strict=True)]  # type: ignore[union-attr]
    sets += [f"{name} = {table}.{name} + 1" for name in raised]
    still = [f"{table}.{f.column} = {v}" for f, v in zip(fields[: 1 + len(known)], names, strict=False)]  # type: ignore[union-attr]
    ready = [[_ready(f, value) for f, value in zip(fields, row, strict=True)] for row in rows]
    changed: set[Any] = set()
    for part in _parts(ready):
        source, params = _source(fields, names, part)
        sql = f"UPDATE {table} SET {', '.join(sets)} FROM {source} WHERE {' AND '.join(still)} RETURNING {table}.{key}"  # noqa: S608 - our own names
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            changed |= {fields[0].to_python(row[0]) for row in cursor.fetchall()}  # type: ignore[union-attr]
    return changed


def _parts(rows: list[list[Any]]) -> list[list[list[Any]]]:
    if connection.vendor == "postgresql":
        return [rows]
    size = SQLITE_PARAMS_MOST // len(rows[0])
    return [rows[at : at + size] for at in range(0, len(rows), size)]


def _source(fields: Sequence[Any], names: Sequence[str], rows: list[list[Any]]) -> tuple[str, list[Any]]:
    if connection.vendor == "postgresql":
        arrays = ", ".join(f"%s::{_array_type(field)}[]" for field in fields)
        return f"unnest({arrays}) AS v({', '.join(names)})", [list(column) for column in zip(*rows, strict=True)]
    marks = ", ".join(f"({', '.join('%s' for _ in fields)})" for _ in rows)
    columns = ", ".join(f"column{i} AS {name}" for i, name in enumerate(names, start=1))
    return f"(SELECT {columns} FROM (VALUES {marks})) AS v", [value for row in rows for value in row]  # noqa: S608


def _array_type(field: Any) -> str:
    kind = field.db_type(connection)
    return "text" if kind == "jsonb" or kind.startswith("varchar") else kind.replace(" unsigned", "")


def _cast(name: str, field: Any) -> str:
    return f"{name}::jsonb" if connection.vendor == "postgresql" and field.db_type(connection) == "jsonb" else name


def _ready(field: Any, value: Any) -> Any:
    """Return the value as the database's driver takes it. An array cannot hold Django's JSON wrapper, so JSON goes as text."""
    if isinstance(field, models.JSONField):
        return None if value is None else json.dumps(value, cls=field.encoder)
    return field.get_db_prep_save(value, connection)
