"""How an upload is received: refused by its announced length before a byte is read, and by what really arrives."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from campaigns.media.services import refuse_too_large

FORM_BYTES = 64 * 1024  # what the other fields of the form may take


class Limit(FileUploadHandler):
    """Stands before Django's own handlers, which write large files to disk as they come. Raises Refusal as soon as it is too much."""

    received = 0

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: str | None = None) -> None:
        refuse_too_large(content_length - FORM_BYTES)

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        refuse_too_large(self.received)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None  # the next handler keeps it


def limit(request: HttpRequest) -> None:
    """Whatever this request uploads is limited to UPLOAD_MAX_BYTES. Call it before anything reads the body."""
    request.upload_handlers.insert(0, Limit(request))
