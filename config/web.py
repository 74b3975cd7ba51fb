"""The web app: one page; its own router does the rest."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from accounts.orgs.me_api import Me
from config import first_paint


@require_safe
@never_cache
@ensure_csrf_cookie
def web_app(request: HttpRequest) -> HttpResponse:
    if not (settings.WEB_APP / "index.html").is_file():
        return HttpResponse("The web app is not built yet: run `make build`.", status=503, content_type="text/plain")
    me = Me(request.user).data if request.user.is_authenticated else None
    language = translation.get_language() or settings.LANGUAGE_CODE
    page = first_paint.page(first_paint.read(settings.WEB_APP), path=request.path, language=language, me=me)
    return HttpResponse(page, content_type="text/html; charset=utf-8")
