"""What people were told in the past is read; what still wants something of them is not."""

from datetime import datetime

from django.db.models import Q

from accounts.notify.models import Notice
from campaigns.approvals.models import Approval
from demo.seed.stage import Stage

STAYS = Q(code__startswith="delivery-") | Q(code__in=("post-changes-asked", "channel-expires-soon", "note-names-you"))


def read_the_past(stage: Stage, *, now: datetime) -> None:
    waiting = [f"/decisions?show={pk}" for pk in Approval.objects.filter(state=Approval.State.OPEN).values_list("pk", flat=True)]
    Notice.objects.filter(organisation_id=stage.row.pk).exclude(STAYS | Q(path__in=waiting)).update(read_at=now)
