"""The draft a riposte begins with: what was sent, else a template's texts and channels, else the bare headline."""

from dataclasses import replace
from uuid import UUID

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from campaigns.posts.draft import Draft
from campaigns.riposte.filling import bare_placements, bare_versions, filled, untimed


def draft_for(organisation: Organisation, given: Draft, *, template: UUID | None, headline: str, link: str) -> tuple[Draft, str]:
    """Return the draft, and the name of the template it is made of."""
    draft, name = given, ""
    if draft.versions is None:
        draft = replace(draft, versions=bare_versions(organisation.languages, headline=headline, link=link))
    if draft.placements is None:
        draft = replace(draft, placements=bare_placements(Channel.objects.order_by("network", "name"), organisation.languages))
    versions = [filled(v, headline=headline, link=link) for v in draft.versions or ()]
    return replace(draft, versions=versions, placements=[untimed(p) for p in draft.placements or ()]), name
