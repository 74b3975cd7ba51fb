"""The running year's budget: lines, expenses on their days, requests asked for and decided."""

from datetime import date, datetime, time, timedelta
from functools import partial

from accounts.orgs.rights import Verb
from campaigns.approvals.models import Approval
from campaigns.budget import services as budget
from campaigns.budget.ceilings import law
from campaigns.budget.ceilings import services as ceilings
from campaigns.budget.media import BY_CODE
from campaigns.budget.models import Line, Period
from campaigns.budget.models import Request as RequestRow
from campaigns.budget.thresholds import Limit
from campaigns.decisions import services as decisions
from demo.content.model import Expense, Request
from demo.seed import came_by, dice
from demo.seed.history import History
from demo.seed.hours import note_the_work
from demo.seed.stage import Stage

# The content's line numbers in the product's table of media.
MEDIA = {
    "12": "press_online",
    "13": "dooh",
    "14": "connected_tv",
    "20": "press_print",
    "21": "radio_tv_cinema",
    "22": "posters",
    "23": "door_to_door",
    "30": "production_digital",
    "31": "production_print",
    "32": "photo_video",
    "40": "staff",
    "50": "events",
    "60": "website",
    "80": "legal_translation",
    "90": "contingency",
}
SPLIT_NOTE = "Relevé des heures de l’équipe, moyenne des douze derniers mois"
FIRST_OFFER_CENTS = 150_00  # what waits for a decision was so much dearer at first
Asked = dict[Request, RequestRow]
VERDICTS = {"approved": "approve", "rejected": "reject"}


def keep_the_books(stage: Stage, history: History) -> None:
    """The year's budget is planned; what was asked, decided and spent will have been, each on its day."""
    lines = plan_the_year(stage)
    requests = [(wanted, *moments(stage, wanted)) for wanted in stage.content.budget.requests]
    rows: Asked = {}
    for wanted, asked, decided in requests:
        history.at(asked, partial(ask, stage, lines, wanted, rows))
        if wanted.state != "open":
            history.at(decided, partial(decide, stage, wanted, rows))
        else:
            history.at(min(asked + timedelta(minutes=50), stage.now), partial(ask_for_less, stage, wanted, rows))
    for expense in stage.content.budget.expenses:
        on, request = expense.on(today(stage)), None
        for wanted, _, decided in requests:
            if wanted.state == "approved" and is_for(expense, wanted):
                on, request = min(max(on, decided.date() + timedelta(days=1)), today(stage)), wanted
        paid = datetime.combine(on, time(15, dice.number(expense.note, 0, 59)), tzinfo=stage.zone)
        history.at(paid, partial(book, stage, lines, expense, on, request, rows))
    history.at(stage.now, partial(set_a_ceiling, stage))
    history.at(stage.now, partial(set_the_ceiling_of_the_next_vote, stage))
    note_the_work(stage, history, year=today(stage).year, until=today(stage))


def plan_the_year(stage: Stage) -> dict[str, Line]:
    """The period of the running calendar year has its lines; return them by number."""
    content, treasurer, year = stage.content.budget, stage.person("treasurer"), today(stage).year
    period: Period = budget.open_period(
        organisation=stage.row,
        by=treasurer,
        name=f"{content.name} {year}",
        starts_on=date(year, 1, 1),
        ends_on=date(year, 12, 31),
        target_permille=content.target_permille,
        now=stage.founded,
    )
    limits = [Limit(0, Verb.DECIDE_MONEY, 1), Limit(content.board_from_cents, Verb.DECIDE_LARGEST, 2)]
    budget.save_thresholds(organisation=stage.row, limits=limits, by=stage.person("admin"), now=stage.founded)
    return {
        line.code: budget.save_line(
            period=period,
            by=treasurer,
            medium=MEDIA[line.code],
            name=line.name,
            planned_cents=line.planned_cents,
            digital_permille=line.digital_permille,
            is_paid_media=line.paid_media,
            split_note="" if line.digital_permille == BY_CODE[MEDIA[line.code]].digital_permille else SPLIT_NOTE,
            now=stage.founded,
        )
        for line in content.lines
    }


def set_a_ceiling(stage: Stage, moment: datetime) -> None:
    """The organisation has set itself a ceiling for the last months of the year: one that tells and refuses nothing."""
    year = today(stage).year
    ceilings.save_ceiling(
        organisation=stage.row,
        by=stage.person("treasurer"),
        name="Fin d’année · Jaareinde",
        starts_on=date(year, 10, 1),
        ends_on=date(year, 12, 31),
        cap_cents=60_000_00,
        source="Bureau · Bestuur",
        blocks=False,
        now=moment,
    )


def set_the_ceiling_of_the_next_vote(stage: Stage, moment: datetime) -> None:
    """The law's ceiling of the next local vote in Wallonia is set already: at most half of it may go to paid reach online."""
    found = next(each for each in law.templates() if each.id == "be-wal-2030-party")
    if found.ends_on < today(stage):
        return
    ceilings.save_ceiling(
        organisation=stage.row,
        by=stage.person("treasurer"),
        name=found.name["fr"],
        starts_on=found.starts_on,
        ends_on=found.ends_on,
        cap_cents=found.cap(),
        template=found.id,
        source=found.source,
        source_url=found.source_url,
        online_permille=found.online_permille,
        now=moment,
    )


def moments(stage: Stage, wanted: Request) -> tuple[datetime, datetime]:
    """Return when it was asked for, and when decided: on the next day."""
    day = datetime.combine(today(stage) + timedelta(days=wanted.day), time(), tzinfo=stage.zone)
    return dice.at_work(day, wanted.title), dice.at_work(day + timedelta(days=1), wanted.title + wanted.reason)


def is_for(expense: Expense, wanted: Request) -> bool:
    """Return whether this expense is the purchase that was asked for."""
    return (expense.line, expense.net_cents, expense.supplier, expense.campaign) == (
        wanted.line,
        wanted.net_cents,
        wanted.supplier,
        wanted.campaign,
    )


def ask(stage: Stage, lines: dict[str, Line], wanted: Request, rows: Asked, moment: datetime) -> None:
    rows[wanted] = budget.ask(
        organisation=stage.row,
        line=lines[wanted.line],
        by=stage.person(wanted.by),
        title=wanted.title,
        net_cents=wanted.net_cents + (FIRST_OFFER_CENTS if wanted.state == "open" else 0),
        vat_cents=wanted.vat_cents,
        reason=wanted.reason,
        supplier=wanted.supplier,
        campaign=stage.campaigns[wanted.campaign],
        now=moment,
    )


def ask_for_less(stage: Stage, wanted: Request, rows: Asked, moment: datetime) -> None:
    """Whoever asked has had a better offer: the card shows what has changed."""
    rows[wanted] = budget.change(request=rows[wanted], by=stage.person(wanted.by), net_cents=wanted.net_cents, now=moment)


def decide(stage: Stage, wanted: Request, rows: Asked, moment: datetime) -> None:
    by = stage.person(wanted.decided_by)
    approval = Approval.objects.get(subject_kind=budget.KIND, subject_id=rows[wanted].pk, state=Approval.State.OPEN)
    decisions.decide(
        approval=approval,
        by=by,
        membership=stage.membership(by),
        verdict=VERDICTS[wanted.state],
        comment=wanted.comment,
        seen=approval.fingerprint,
        via=came_by.way(wanted.title),
        now=moment,
    )


def book(stage: Stage, lines: dict[str, Line], expense: Expense, on: date, wanted: Request | None, rows: Asked, moment: datetime) -> None:
    budget.book_expense(
        line=lines[expense.line],
        request=rows[wanted] if wanted else None,
        campaign=stage.campaigns[expense.campaign],
        net_cents=expense.net_cents,
        vat_cents=expense.vat_cents,
        supplier=expense.supplier,
        note=expense.note,
        on=on,
        by=stage.person("treasurer"),
        now=moment,
    )


def today(stage: Stage) -> date:
    return stage.now.astimezone(stage.zone).date()
