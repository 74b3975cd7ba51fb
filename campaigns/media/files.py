"""Files of the media folder: written whole or not at all."""

import os
import tempfile
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def put(name: str, content: bytes) -> str:
    """The file of that name holds exactly this content; return its name. Two writers of equal content do not disturb each other."""
    try:
        path = Path(default_storage.path(name))
    except NotImplementedError:  # an object store: its writes are whole by nature
        default_storage.delete(name)
        return str(default_storage.save(name, ContentFile(content)))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(fresh, path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
    return name


def exists(name: str) -> bool:
    return bool(name) and default_storage.exists(name)


def read(name: str) -> bytes:
    with default_storage.open(name) as file:
        return bytes(file.read())


def size(name: str) -> int:
    """Return how many bytes it has. Raises FileNotFoundError."""
    return int(default_storage.size(name))


def remove(name: str) -> None:
    """No file of that name is there any more."""
    default_storage.delete(name)
