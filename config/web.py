"""The web app: one page; its own router does the rest."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe


@require_safe
@never_cache
@ensure_csrf_cookie
def web_app(request: HttpRequest) -> HttpResponse:
    page = settings.WEB_APP / "index.html"
    if not page.is_file():
        return HttpResponse("The web app is not built yet: run `make build`.", status=503, content_type="text/plain")
    return HttpResponse(page.read_bytes(), content_type="text/html; charset=utf-8")
