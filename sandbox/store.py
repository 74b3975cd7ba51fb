"""The sandbox's memory: one SQLite file, used from the event loop's thread only, so that every verb is atomic by itself."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
  network TEXT, id TEXT, name TEXT, handle TEXT, colour TEXT, avatar TEXT, created_ms INTEGER, PRIMARY KEY (network, id));
CREATE UNIQUE INDEX IF NOT EXISTS accounts_handle ON accounts (network, handle COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS codes (
  code TEXT PRIMARY KEY, network TEXT, accounts TEXT, scopes TEXT, redirect_uri TEXT, challenge TEXT, issued_ms INTEGER, used INTEGER
  DEFAULT 0,
  family TEXT);
CREATE TABLE IF NOT EXISTS tokens (
  token TEXT PRIMARY KEY, network TEXT, kind TEXT, account TEXT, pages TEXT, scopes TEXT, issued_ms INTEGER, expires_ms INTEGER,
  state TEXT DEFAULT 'live', subcode INTEGER DEFAULT 0, family TEXT);
CREATE INDEX IF NOT EXISTS tokens_family ON tokens (family);
CREATE TABLE IF NOT EXISTS media (
  network TEXT, id TEXT, account TEXT, sha256 TEXT, mime TEXT, width INTEGER, height INTEGER, size INTEGER, alt TEXT DEFAULT '',
  caption TEXT DEFAULT '', created_ms INTEGER, expires_ms INTEGER, post TEXT DEFAULT '', deleted_ms INTEGER, PRIMARY KEY (network, id));
CREATE TABLE IF NOT EXISTS segments (upload TEXT, position INTEGER, data BLOB, PRIMARY KEY (upload, position));
CREATE TABLE IF NOT EXISTS uploads (
  id TEXT PRIMARY KEY, account TEXT, mime TEXT, category TEXT, total INTEGER, created_ms INTEGER, finalized INTEGER DEFAULT 0);
CREATE TABLE IF NOT EXISTS containers (
  id TEXT PRIMARY KEY, account TEXT, kind TEXT, caption TEXT, alt TEXT, sha256 TEXT, width INTEGER, height INTEGER, children TEXT,
  carousel_item INTEGER, created_ms INTEGER, ready_ms INTEGER, media TEXT DEFAULT '');
CREATE TABLE IF NOT EXISTS posts (
  network TEXT, id TEXT, account TEXT, text TEXT, folded TEXT, shown TEXT, link TEXT DEFAULT '', media TEXT DEFAULT '[]', reply_to TEXT
  DEFAULT '',
  conversation TEXT DEFAULT '', published INTEGER DEFAULT 1, created_ms INTEGER, visible_ms INTEGER, updated_ms INTEGER,
  deleted_ms INTEGER, extra TEXT DEFAULT '{}', PRIMARY KEY (network, id));
CREATE INDEX IF NOT EXISTS posts_recent ON posts (network, account, created_ms);
CREATE INDEX IF NOT EXISTS posts_folded ON posts (network, account, folded);
CREATE TABLE IF NOT EXISTS comments (
  network TEXT, id TEXT, post TEXT, account TEXT, text TEXT, created_ms INTEGER, visible_ms INTEGER, deleted_ms INTEGER,
  PRIMARY KEY (network, id));
CREATE INDEX IF NOT EXISTS comments_of ON comments (network, post, created_ms);
CREATE TABLE IF NOT EXISTS ledger (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, network TEXT, account TEXT, operation TEXT, id TEXT, text TEXT, media TEXT, link TEXT,
  reply_to TEXT, created_ms INTEGER, user_agent TEXT, request_id TEXT);
CREATE INDEX IF NOT EXISTS ledger_account ON ledger (network, account);
CREATE TRIGGER IF NOT EXISTS ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER IF NOT EXISTS ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TABLE IF NOT EXISTS calls (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, network TEXT, operation TEXT, account TEXT, method TEXT, path TEXT, status INTEGER, fault TEXT,
  at_ms INTEGER, took_ms INTEGER, user_agent TEXT, request_id TEXT);
CREATE TABLE IF NOT EXISTS faults (
  id INTEGER PRIMARY KEY AUTOINCREMENT, network TEXT, operation TEXT, kind TEXT, account TEXT, times INTEGER, seconds REAL, created_ms
  INTEGER);
CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS mails (
  id INTEGER PRIMARY KEY AUTOINCREMENT, received_ms INTEGER, sender TEXT, recipients TEXT, raw BLOB);
"""
TABLES = (
    "accounts",
    "codes",
    "tokens",
    "media",
    "segments",
    "comments",
    "uploads",
    "containers",
    "posts",
    "ledger",
    "calls",
    "faults",
    "settings",
    "mails",
)

Row = sqlite3.Row


class Store:
    """One open database. A commit survives the death of this process (not a power cut: this is a test tool)."""

    def __init__(self, home: Path) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.pictures = home / "pictures"
        self.pictures.mkdir(exist_ok=True)
        self.connection = sqlite3.connect(home / "sandbox.sqlite3", isolation_level=None)
        self.connection.row_factory = sqlite3.Row
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("PRAGMA synchronous=OFF")
        self.connection.executescript(SCHEMA)

    def one(self, sql: str, *values: object) -> Row | None:
        """Return the first row or None."""
        row: Row | None = self.connection.execute(sql, values).fetchone()
        return row

    def all(self, sql: str, *values: object) -> list[Row]:
        """Return all rows."""
        return self.connection.execute(sql, values).fetchall()

    def run(self, sql: str, *values: object) -> int:
        """Run one statement; return how many rows it changed."""
        return self.connection.execute(sql, values).rowcount

    def add(self, table: str, **columns: object) -> None:
        """Insert one row; lists and dicts are kept as JSON."""
        values = [json.dumps(value, ensure_ascii=False) if isinstance(value, (list, tuple, dict)) else value for value in columns.values()]
        marks = ",".join("?" * len(values))
        self.connection.execute(f"INSERT INTO {table} ({','.join(columns)}) VALUES ({marks})", values)  # noqa: S608 - names from this code only

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, also within another. Never await inside."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def forget_everything(self) -> None:
        """Start over with an empty database; the only way a ledger ends."""
        for table in TABLES:
            self.connection.execute(f"DROP TABLE IF EXISTS {table}")
        self.connection.executescript(SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


def loads(row: Row, column: str) -> Any:
    """Return what a JSON column holds."""
    return json.loads(row[column])
