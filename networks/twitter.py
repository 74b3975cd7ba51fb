"""X, called Twitter in code: posts, threads, up to four pictures with alt text. Source: docs.x.com, API v2."""

from networks.contract import Content, PictureSpec, Spec, Step
from networks.wire import text


class Twitter:
    """Pictures and their alt texts go up first; each text of a thread is a visible step, in reply to the one before."""

    slug = "twitter"
    label = "X"
    colour = "#0f1419"
    spec = Spec(
        text_max=280,
        count=text.weighted_length,
        counting="weighted",
        max_segments=25,
        pictures=PictureSpec(max_count=4, mimes=("image/jpeg", "image/png", "image/webp"), max_bytes=5_000_000, alt_max=1_000),
        link="text",
        # docs.x.com/x-api/getting-started/pricing, 2026-04-16: $0.015 a post, $0.20 when it has a link.
        cost_usd_micros=15_000,
        link_cost_usd_micros=200_000,
    )
    set_up = ("x-create-app", "x-set-oauth2-confidential", "x-set-redirect-url", "x-copy-client-id-and-secret", "x-add-credit")
    scopes = ("tweet.read", "tweet.write", "users.read", "media.write", "offline.access")
    # An equal recent text answers 403 duplicate, so one more send after three empty looks cannot double.
    resend_after_absent = True

    def steps(self, content: Content) -> tuple[Step, ...]:
        """Return upload and alt text of each picture, then one post for each text."""
        steps = []
        for number, picture in enumerate(content.pictures, start=1):
            steps.append(Step(f"picture-{number}"))
            if picture.alt.strip():
                steps.append(Step(f"alt-{number}"))
        for number, shown in enumerate(text.shown(self.spec, content), start=1):
            steps.append(Step(f"post-{number}", visible=True, text=shown, pictures=len(content.pictures) if number == 1 else 0))
        return tuple(steps)


network = Twitter()
