"""The web app: one page; its own router does the rest."""

from collections.abc import AsyncIterator, Iterator
from itertools import islice
from zoneinfo import ZoneInfo

from asgiref.sync import sync_to_async
from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from accounts.orgs.me_api import Me
from config import ahead, first_paint
from config.headers import policy_with
from config.opening import opening


class PieceByPiece(StreamingHttpResponse):
    """Each piece of a synchronous stream leaves when it is made; Django itself hands an ASGI server all of them at the end."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces: Iterator[bytes] = iter(self.streaming_content)  # type: ignore[arg-type]  # a synchronous one
        while (piece := await sync_to_async(lambda: next(pieces, None))()) is not None:
            yield piece


@require_safe
@never_cache
@ensure_csrf_cookie
def web_app(request: HttpRequest) -> HttpResponseBase:
    if not (settings.WEB_APP / "index.html").is_file():
        return HttpResponse("The web app is not built yet: run `make build`.", status=503, content_type="text/plain")
    me = Me(request.user).data if request.user.is_authenticated else None
    language = translation.get_language() or settings.LANGUAGE_CODE
    built = first_paint.read(settings.WEB_APP)
    page = first_paint.page(built, path=request.path, language=language, me=me, theme=request.COOKIES.get("theme", ""))
    organisations = me["organisations"] if me else []
    here = next((each for each in organisations if each["slug"] == request.path.split("/")[1]), None)
    if here is None:
        return HttpResponse(str(page), content_type="text/html; charset=utf-8")
    answers = _with_answers(page, request, language, ZoneInfo(here["time_zone"]))
    headers = {"Content-Security-Policy": policy_with(first_paint.DRAW_FIRST)}
    return PieceByPiece(answers, content_type="text/html; charset=utf-8", headers=headers)


def _with_answers(page: first_paint.Page, request: HttpRequest, language: str, zone: ZoneInfo) -> Iterator[str]:
    """The page goes out at once, on a phone with its first words; the app's files are fetched while the other answers are looked up."""
    yield page.opening
    with translation.override(language):
        told = ahead.answers(request, zone=zone)
        first = list(islice(told, 1 if ahead.is_phone(request) else 0))
        words = "".join(opening(answer) for answer in first)
        yield page.app_after(words) if words else page.app
        answers = [*first, *told]
    yield page.end.replace("</body>", first_paint.carried(answers) + "</body>", 1)
