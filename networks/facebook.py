"""Facebook Pages: text, link, one photo or several. Source: developers.facebook.com/docs/pages-api/posts, Graph v25.0."""

from networks.contract import Content, PictureSpec, Spec, Step
from networks.wire import text


class Facebook:
    """Photos go up unpublished first, one or many, so that /feed is always the one visible step."""

    slug = "facebook"
    label = "Facebook"
    colour = "#0866ff"
    spec = Spec(
        text_max=63_206,
        count=len,
        fold_at=477,
        pictures=PictureSpec(max_count=10, mimes=("image/jpeg", "image/png"), max_bytes=4_000_000, max_width=2048),
        link="card",
    )
    set_up = (
        "meta-create-app",
        "meta-add-page-use-case",
        "meta-set-redirect-url",
        "meta-copy-app-id-and-secret",
        "meta-add-testers-or-pass-review",
    )
    scopes = ("pages_show_list", "pages_read_engagement", "pages_manage_posts")
    # An equal consecutive post answers 506, so one more send after three empty looks cannot double.
    resend_after_absent = True

    def steps(self, content: Content) -> tuple[Step, ...]:
        """Return one invisible upload for each picture, then the post."""
        uploads = (Step(f"picture-{number}") for number, _ in enumerate(content.pictures, start=1))
        return (*uploads, Step("post", visible=True, text=text.shown(self.spec, content)[0], pictures=len(content.pictures)))


network = Facebook()
