"""Read a file, say what is wrong, make drafts of it, take them back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.audit import services as audit
from accounts.orgs.models import LANGUAGES, Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.exchange import dates
from campaigns.exchange.columns import guess, is_field, signature
from campaigns.exchange.dates import Two
from campaigns.exchange.known import known
from campaigns.exchange.models import Import, Mapping
from campaigns.exchange.reading import COLUMNS_MOST, ROWS_MOST, Row
from campaigns.exchange.understand import Reading, understood
from campaigns.posts import creating, deleting
from campaigns.posts.models import Post

KIND = "import"


@dataclass(frozen=True)
class Plan:
    """What a person has settled: what each column holds, and whether 3/4 is in April ("dmy") or in March ("mdy")."""

    columns: Sequence[str]
    order: str = ""


def columns_for(header: Sequence[str]) -> tuple[list[str], bool]:
    """Return what the columns hold, and whether that is remembered from an earlier file with the same header."""
    remembered = Mapping.objects.filter(signature=signature(header)).first()
    if remembered and len(remembered.columns) == len(header):
        return list(remembered.columns), True
    return guess(header), False


def doubts(rows: Sequence[Row], plan: Plan) -> tuple[str, list[tuple[str, Two]]]:
    """Return the order of day and month that the column itself shows, and the dates that would need it."""
    place = next((place for place, name in enumerate(plan.columns) if name in {"date", "when"}), None)
    if place is None:
        return "", []
    return dates.order_of(dates.parted(row.cells[place])[0] for row in rows if place < len(row.cells))


def check(*, organisation: Organisation, rows: Sequence[Row], plan: Plan, now: datetime) -> list[Reading]:
    """Return every row as it is understood, with all that is wrong in it. Nothing is saved. Raises Refusal for columns that cannot be."""
    refuse_impossible(plan, rows)
    have = known(organisation)
    return [understood(row.number, row.cells, columns=plan.columns, order=plan.order, known=have, now=now) for row in rows]


@transaction.atomic
def take_in(
    *,
    organisation: Organisation,
    by: User,
    file_name: str,
    sha256: str,
    header: Sequence[str],
    rows: Sequence[Row],
    plan: Plan,
    now: datetime,
) -> Import:
    """Every row is a draft, or none is. What the columns hold is remembered. Raises Refusal("import-not-ready")."""
    readings = check(organisation=organisation, rows=rows, plan=plan, now=now)
    bad = [reading.number for reading in readings if reading.wrong]
    if bad or not readings:
        raise Refusal("import-not-ready", status=409, rows=len(bad))
    made: Import = Import.objects.create(organisation=organisation, file_name=file_name.strip()[:200], sha256=sha256, by=by, created_at=now)
    wanted = [reading.draft for reading in readings if reading.draft]
    drafts = creating.create_all(organisation=organisation, by=by, drafts=wanted, now=now)
    made.posts.set(drafts)
    Mapping.objects.update_or_create(
        organisation=organisation, signature=signature(header), defaults={"columns": list(plan.columns), "used_at": now}
    )
    _said("import.made", made, by=by, now=now, posts=len(drafts))
    return made


@transaction.atomic
def undo(*, made: Import, by: User, now: datetime) -> int:
    """The import's posts that are still drafts are gone; return how many. What somebody has taken further stays."""
    made = Import.objects.select_for_update().get(pk=made.pk)
    if made.undone_at:
        raise Refusal("import-undone", status=409)
    drafts = made.posts.filter(deleted_at=None, state=Post.State.DRAFT).exclude(placements__claimed_at__isnull=False)
    gone = deleting.delete_all(organisation=made.organisation, posts=drafts.values_list("pk", flat=True), by=by, now=now)
    made.undone_at = now
    made.save(update_fields=["undone_at"])
    _said("import.undone", made, by=by, now=now, posts=len(gone))
    return len(gone)


def refuse_impossible(plan: Plan, rows: Sequence[Row]) -> None:
    fields = [name for name in plan.columns if name]
    if len(rows) > ROWS_MOST or len(plan.columns) > COLUMNS_MOST:
        raise Refusal("import-too-many-rows", status=413, rows=ROWS_MOST)
    if len(set(fields)) != len(fields):
        raise Refusal("import-column-twice", fields={"columns": "import-column-twice"})
    if not all(is_field(name, languages=LANGUAGES) for name in fields) or plan.order not in {"", dates.DMY, dates.MDY}:
        raise Refusal("not-valid", fields={"columns": "not-understood"})
    if not any(name.partition("_")[0] == "text" for name in fields):
        raise Refusal("import-needs-text", fields={"columns": "import-needs-text"})
    if not {"channel", "network"} & set(fields):
        raise Refusal("import-needs-channel", fields={"columns": "import-needs-channel"})


def _said(act: str, made: Import, *, by: User, now: datetime, **data: int) -> None:
    organisation, facts = made.organisation, {"name": made.file_name, **data}
    audit.record(organisation=organisation, actor=by, act=act, subject_kind=KIND, subject_id=made.pk, data=facts, now=now)
