"""The one public door to pictures: an address nobody can guess, for the networks that fetch pictures themselves. It expires."""

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from campaigns.media import files
from campaigns.media.models import Rendition
from campaigns.media.renditions import EXTENSIONS

# "." because the address must survive every network's reading of it; ":" is written otherwise by some.
_signer = signing.TimestampSigner(salt="campaigns.media.public", sep=".")


def url(rendition: Rendition) -> str:
    """Return a public address of these bytes, plain ASCII, good for PUBLIC_MEDIA_S seconds from now."""
    name = slugify(rendition.asset.name.rsplit(".", 1)[0])[:60] or "picture"
    return f"{settings.SITE_URL}/m/{_signer.sign(rendition.pk.hex)}/{name}.{EXTENSIONS[rendition.mime]}"


@require_safe
def public_picture(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """The picture itself: no cookie, no redirect, exact type and length. Expired, forged or gone: 404, all alike."""
    try:
        pk = _signer.unsign(token, max_age=settings.PUBLIC_MEDIA_S)
        rendition = Rendition.objects.get(pk=pk, asset__deleted_at=None)  # the signature is the right to see it; there is no person
        content = files.read(str(rendition.file.name))
    except (signing.BadSignature, Rendition.DoesNotExist, FileNotFoundError, ValueError):
        raise Http404 from None
    age_s = int(timezone.now().timestamp()) - signing.b62_decode(token.split(".")[1])
    return HttpResponse(
        content,
        content_type=rendition.mime,
        headers={
            "Cache-Control": f"private, max-age={max(0, settings.PUBLIC_MEDIA_S - age_s)}",
            "Content-Disposition": "inline",
            "Content-Length": str(len(content)),
            "X-Robots-Tag": "noindex",
        },
    )


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Networks' fetchers ask here first (facebookexternalhit does): pictures yes, the rest is for members."""
    return HttpResponse("User-agent: *\nAllow: /m/\nDisallow: /\n", content_type="text/plain; charset=utf-8")
