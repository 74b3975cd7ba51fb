"""Instagram professional accounts with Instagram Login: photo and carousel.

Source: developers.facebook.com/docs/instagram-platform/content-publishing, v25.0.
"""

from networks.contract import Content, PictureSpec, Spec, Step
from networks.wire import text


class Instagram:
    """A container is made, seen FINISHED, then published: the natural two-phase commit of this network."""

    slug = "instagram"
    label = "Instagram"
    colour = "#d62976"
    spec = Spec(
        text_max=2_200,
        count=len,
        fold_at=125,
        hashtags_max=30,
        mentions_max=20,
        pictures=PictureSpec(
            min_count=1,
            max_count=10,
            mimes=("image/jpeg",),
            max_bytes=8_000_000,
            min_ratio=0.8,
            max_ratio=1.91,
            min_width=320,
            max_width=1440,
            alt_max=1_000,
        ),
        link="plain",
    )
    set_up = (
        "meta-create-app",
        "meta-add-instagram-login",
        "meta-set-redirect-url",
        "meta-copy-instagram-id-and-secret",
        "instagram-professional-account",
        "site-reachable-for-pictures",
        "meta-add-testers-or-pass-review",
    )
    scopes = ("instagram_business_basic", "instagram_business_content_publish")
    # `publish` reads the container first and adopts what is PUBLISHED already, so a second try cannot double.
    resend_after_absent = True

    def steps(self, content: Content) -> tuple[Step, ...]:
        """Return the container (for a carousel one for each picture, then theirs), its readiness, publish, permalink."""
        many = len(content.pictures) > 1
        items = (Step(f"item-{number}") for number, _ in enumerate(content.pictures, start=1)) if many else ()
        publish = Step("publish", visible=True, text=text.shown(self.spec, content)[0], pictures=len(content.pictures))
        return (*items, Step("container"), Step("ready"), publish, Step("permalink"))


network = Instagram()
