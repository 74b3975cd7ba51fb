"""Answers of the API travel compressed: a phone's way is narrow, and no proxy in front of Carillon may be counted on."""

import secrets
import zlib
from collections.abc import Callable, Iterable, Iterator

from django.http import HttpRequest, HttpResponseBase
from django.http.response import HttpResponse, StreamingHttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.text import compress_string

LEAST_BYTES = 800
# Makes the length of an answer say little of what it holds (the BREACH attack). As Django's own GZipMiddleware does.
RANDOM_BYTES = 100
GZIP = 16 + zlib.MAX_WBITS
KINDS = ("application/json", "text/html")


class Compressed:
    """Middleware. Leaves alone what is compressed already, pictures and events. ETags are revisions and stay as they are."""

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.has_header("Content-Encoding") or not response.headers.get("Content-Type", "").startswith(KINDS):
            return response
        if isinstance(response, HttpResponse) and len(response.content) < LEAST_BYTES:
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if "gzip" not in request.headers.get("Accept-Encoding", ""):
            return response
        if isinstance(response, HttpResponse):
            response.content = compress_string(response.content, max_random_bytes=RANDOM_BYTES)
            response.headers["Content-Length"] = str(len(response.content))
        elif isinstance(response, StreamingHttpResponse):
            response.streaming_content = _piece_by_piece(response.streaming_content)  # type: ignore[arg-type]  # no answer here is asynchronous
        response.headers["Content-Encoding"] = "gzip"
        return response


def _piece_by_piece(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Each piece can be read as soon as it arrives, which Django's own compression of a stream does not promise."""
    packed = zlib.compressobj(6, zlib.DEFLATED, GZIP)
    for piece in pieces:
        yield packed.compress(piece) + packed.flush(zlib.Z_SYNC_FLUSH)
    # What BREACH would measure is blurred as above: empty blocks of an arbitrary number.
    yield b"".join(packed.flush(zlib.Z_FULL_FLUSH) for _ in range(secrets.randbelow(RANDOM_BYTES // 5))) + packed.flush()
