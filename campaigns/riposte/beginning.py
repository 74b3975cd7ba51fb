"""The draft a riposte begins with: what was sent, else a template's texts and channels, else the bare headline."""

from dataclasses import replace
from uuid import UUID

from accounts.channels.models import Channel
from accounts.orgs.models import Organisation
from accounts.problems import Refusal
from campaigns.posts.draft import Draft
from campaigns.posts.templates import selectors as templates
from campaigns.riposte.filling import bare_placements, bare_versions, filled, untimed


def draft_for(organisation: Organisation, given: Draft, *, template: UUID | None, headline: str, link: str) -> tuple[Draft, str]:
    """Return the draft, and the name of the template it is made of. Raises Refusal when there is no such template for ripostes."""
    draft, name = given, ""
    if template:
        row = templates.template(template)
        if row is None or not row.is_riposte:
            raise Refusal("template-gone", fields={"template": "template-gone"})
        agreed, name = templates.draft_of(row), row.name
        draft = replace(
            given,
            title=given.title if given.title is not None else agreed.title,
            campaign=given.campaign if given.has_campaign else agreed.campaign,
            has_campaign=True,
            versions=agreed.versions if given.versions is None else given.versions,
            placements=agreed.placements if given.placements is None else given.placements,
        )
    if draft.versions is None:
        draft = replace(draft, versions=bare_versions(organisation.languages, headline=headline, link=link))
    if draft.placements is None:
        draft = replace(draft, placements=bare_placements(Channel.objects.order_by("network", "name"), organisation.languages))
    versions = [filled(v, headline=headline, link=link) for v in draft.versions or ()]
    return replace(draft, versions=versions, placements=[untimed(p) for p in draft.placements or ()]), name
