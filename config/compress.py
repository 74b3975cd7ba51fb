"""Answers of the API travel compressed: a phone's way is narrow, and no proxy in front of Carillon may be counted on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.http.response import HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.text import compress_string

LEAST_BYTES = 800
# Makes the length of an answer say little of what it holds (the BREACH attack). As Django's own GZipMiddleware does.
RANDOM_BYTES = 100
KINDS = ("application/json", "text/html")


class Compressed:
    """Middleware. Leaves alone what is streamed, what is compressed already, and pictures. ETags are revisions and stay as they are."""

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not isinstance(response, HttpResponse) or len(response.content) < LEAST_BYTES or response.has_header("Content-Encoding"):
            return response
        if not response.headers.get("Content-Type", "").startswith(KINDS):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            response.content = compress_string(response.content, max_random_bytes=RANDOM_BYTES)
            response.headers["Content-Length"] = str(len(response.content))
            response.headers["Content-Encoding"] = "gzip"
        return response
