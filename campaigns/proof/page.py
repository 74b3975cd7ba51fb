"""A certificate as pages to print, in the reader's language, with the JSON record inside and a signature over every byte."""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from accounts.keys import b64
from accounts.keys import services as keys
from accounts.words import word
from campaigns.proof import check

INK, SOFT, LINE, GREEN, BRICK, BRONZE = (20, 33, 61), (92, 100, 117), (221, 217, 207), (15, 118, 110), (185, 28, 28), (180, 83, 9)
SIDE = 18.0  # mm
VERDICTS = {"approve": _("Approved"), "ask_changes": _("Asked for changes"), "reject": _("Rejected")}
STATES = {
    "open": _("Still waits for a decision"),
    "approved": _("Approved"),
    "changes_asked": _("Changes were asked for"),
    "rejected": _("Rejected"),
    "void": _("Was decided on, and no longer holds"),
    "expired": _("Was not approved in time"),
}
COLOURS = {"approve": GREEN, "approved": GREEN, "reject": BRICK, "rejected": BRICK}
WAYS = {
    "app": _("in Carillon, signed in"),
    "link": _("by the link in an e-mail"),
    "guest": _("as a guest, by link"),
    "push": _("from a notice on a phone or browser, signed in"),
    "token": _("by a program, with a token of this person"),
    "": _("the way was not kept"),
}


def drawn(certificate: dict[str, Any], *, now: datetime) -> bytes:
    """Return the PDF: pages, the record as an attached file, and the signature over all of it."""
    page = Page(certificate, now=now)
    page.fill()
    public, key = keys.signer(now=now)
    content = bytes(page.output())
    return check.signed_pdf(content, public=public, signature=b64.text(key.sign(check.PDF_MEANING + content)))


VERBS = {
    "decide_posts": _("somebody who may decide on posts"),
    "decide_money": _("somebody who may decide on money"),
    "decide_large": _("somebody who may decide on large sums"),
    "decide_largest": _("somebody who may decide on the largest sums"),
}
ROLES = {
    "admin": _("administrator"),
    "planner": _("planner"),
    "author": _("author"),
    "approver": _("approver"),
    "treasurer": _("treasurer"),
    "board": _("board"),
    "viewer": _("viewer"),
}


class Page(FPDF):
    """One A4 column: what was decided, on what, by whom, and how to look it up."""

    def __init__(self, certificate: dict[str, Any], *, now: datetime) -> None:
        super().__init__(format="A4", unit="mm")
        self.core_fonts_encoding = "cp1252"
        self.said, self.zone = certificate, ZoneInfo(certificate["organisation"]["time_zone"])
        self.set_margins(SIDE, 16, SIDE)
        self.set_auto_page_break(True, margin=20)
        self.set_creation_date(now)
        self.set_title(printable(gettext("Certificate of a decision")))
        self.set_author(printable(certificate["organisation"]["name"]))
        self.set_lang(get_language() or "en")
        record = check.as_file(certificate)
        self.embed_file(bytes=record, basename=check.ATTACHED, mime_type="application/json", creation_date=now, modification_date=now)

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font("Helvetica", size=7.5)
        self.set_text_color(*SOFT)
        half = self.epw / 2
        self.cell(half, 4, printable(gettext("Certificate {id}").format(id=self.said["approval"]["id"])))
        page = gettext("Page {page} of {pages}").format(page=self.page_no(), pages="{nb}")
        self.cell(half, 4, printable(page), align="R")

    def fill(self) -> None:
        """All pages are there."""
        self.add_page()
        self.head()
        self.section(gettext("What was decided on"), self.content())
        self.decisions()
        self.section(gettext("Who had to say yes"), self.steps())
        if self.said["files"]:
            self.section(gettext("Pictures"), self.files())
        if self.said["earlier"]:
            self.section(gettext("Asked about before"), self.earlier())
        self.section(gettext("How to check this"), self.checking())

    def head(self) -> None:
        approval = self.said["approval"]
        self.line_of(f"{self.said['organisation']['name']}  ·  Carillon", size=9, colour=SOFT)
        self.line_of(gettext("Certificate of a decision"), size=20, style="B", gap=2)
        self.line_of(self.said["subject"]["title"] or gettext("Post without a text"), size=12, gap=1)
        colour = COLOURS.get(approval["state"], BRONZE)
        self.set_draw_color(*colour)
        self.set_line_width(0.6)
        self.ln(2)
        top = self.get_y()
        self.set_x(SIDE + 4)
        state = STATES[approval["state"]]
        self.paragraph(gettext(state), size=13, style="B", colour=colour, inset=4)
        if approval["decided_at"]:
            self.paragraph(self.when(approval["decided_at"]), size=9.5, inset=4)
        self.line(SIDE, top, SIDE, self.get_y())
        self.set_draw_color(*LINE)
        self.set_line_width(0.2)

    def section(self, title: str, facts: Iterable[tuple[str, str]]) -> None:
        self.title_of(title)
        for name, value in facts:
            self.fact(name, value)

    def title_of(self, title: str) -> None:
        if self.will_page_break(26):
            self.add_page()
        self.ln(5)
        self.line_of(title, size=11.5, style="B", gap=1)
        self.line(SIDE, self.get_y(), SIDE + self.epw, self.get_y())
        self.ln(1.5)

    def fact(self, name: str, value: str, *, mono: bool = False) -> None:
        """One row: what it is on the left, what it says on the right, over as many lines and pages as it takes."""
        wide = 42.0
        if self.will_page_break(6):
            self.add_page()
        top, page = self.get_y(), self.page
        self.set_font("Helvetica", size=8.5)
        self.set_text_color(*SOFT)
        self.multi_cell(wide - 3, 4.2, printable(name), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        low = self.get_y()
        self.set_xy(SIDE + wide, top) if self.page == page else self.set_x(SIDE + wide)
        self.set_text_color(*INK)
        self.set_font("Courier" if mono or is_hash(value) else "Helvetica", size=8.2 if mono or is_hash(value) else 9.2)
        self.multi_cell(self.epw - wide, 4.4, printable(value) or "-", align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_y(max(self.get_y(), low if self.page == page else 0) + 0.8)

    def decisions(self) -> None:
        self.title_of(gettext("Who decided"))
        for decision in self.said["decisions"]:
            place = decision["in_place_of"]
            who = decision["by"]["name"] or gettext("Somebody who has left")
            if place:
                name = self.said["names"]["people"].get(place, "")
                who = gettext("{person}, in place of {other}").format(person=who, other=name or gettext("somebody"))
            via = decision["via"]
            where = [gettext(WAYS.get(via["how"], via["how"])), *filter(None, [via["address"], via["agent"]])]
            self.decision(decision, who=who, where=where)
        as_guest = WAYS["guest"]
        for decision in self.said["guests"]:
            who = ", ".join(filter(None, [decision["by"]["name"], decision["by"]["as"]]))
            via = decision["via"]
            self.decision(decision, who=who, where=[gettext(as_guest), *filter(None, [via["address"], via["agent"]])])

    def decision(self, decision: dict[str, Any], *, who: str, where: list[str]) -> None:
        if self.will_page_break(24):
            self.add_page()
        verdict = decision["verdict"]
        said = gettext("{verdict}: {person}").format(verdict=gettext(VERDICTS.get(verdict, verdict)), person=who)
        self.paragraph(said, size=10, style="B", colour=COLOURS.get(verdict, BRONZE))
        self.fact(gettext("When"), self.when(decision["at"]))
        self.fact(gettext("From where"), "\n".join(where))
        if decision["comment"]:
            self.fact(gettext("Comment"), decision["comment"])
        self.fact(gettext("Content hash"), decision["fingerprint"], mono=True)
        self.ln(1.5)

    def content(self) -> Iterator[tuple[str, str]]:
        approval, said = self.said["approval"], self.said["content"]
        asker = approval["asked_by"]["name"] or gettext("Somebody who has left")
        yield gettext("Asked by"), f"{asker}, {self.when(approval['asked_at'])}"
        if approval["note"] and self.said["subject"]["kind"] == "post":
            yield gettext("Note"), approval["note"]
        yield from self.post(said) if self.said["subject"]["kind"] == "post" else self.request(said)
        yield gettext("Content hash"), approval["fingerprint"]

    def post(self, said: dict[str, Any]) -> Iterator[tuple[str, str]]:
        for version in said.get("versions", []):
            yield gettext("Text ({language})").format(language=version["language"].upper()), "\n\n".join(version["segments"])
            if version["link"]:
                yield gettext("Link"), version["link"]
            if version.get("first_comment"):
                yield gettext("First comment"), version["first_comment"]
            for number, picture in enumerate(version["pictures"], start=1):
                yield gettext("Picture {number}").format(number=number), picture["alt"] or gettext("without a description")
        names, times = self.said["names"], self.said["approval"]["terms"].get("times", {})
        by_channel: dict[str, list[str]] = {}
        for placement, at in times.items():
            by_channel.setdefault(names["placements"].get(placement, ""), []).append(self.when(at))
        for placement in said.get("placements", []):
            channel = names["channels"].get(placement["channel"], placement["channel"])
            times_there = ", ".join(by_channel.get(placement["channel"], []))
            own = "\n\n".join(placement["own"] or [])
            languages = "+".join(placement["languages"]).upper()
            yield channel, "\n".join(filter(None, [languages + (f", {times_there}" if times_there else ""), own]))
        if said.get("campaign"):
            yield gettext("Campaign"), names["campaigns"].get(said["campaign"], said["campaign"])

    def request(self, said: dict[str, Any]) -> Iterator[tuple[str, str]]:
        names = self.said["names"]
        money = said["currency"]
        yield gettext("Amount without VAT"), amount(said["net_cents"], money)
        yield gettext("VAT"), amount(said["vat_cents"], money)
        yield gettext("Amount with VAT"), amount(said["net_cents"] + said["vat_cents"], money)
        yield gettext("Budget line"), names["lines"].get(said["line"], said["line"])
        if said["supplier"]:
            yield gettext("Supplier"), said["supplier"]
        if said.get("payer"):
            yield gettext("Who pays"), f"{word('payer-' + said['payer'], {})} {said['payer_name']}".strip()
        if said.get("beneficiary"):
            yield gettext("For whom"), f"{word('beneficiary-' + said['beneficiary'], {})} {said['beneficiary_name']}".strip()
        if said["reason"]:
            yield gettext("Reason"), said["reason"]
        if said["needed_on"]:
            yield gettext("Needed on"), date_format(date.fromisoformat(said["needed_on"]), "DATE_FORMAT")
        if said["campaign"]:
            yield gettext("Campaign"), names["campaigns"].get(said["campaign"], said["campaign"])
        if platform := said["platform"]:
            yield gettext("Platform"), platform

    def steps(self) -> Iterator[tuple[str, str]]:
        people = self.said["names"]["people"]
        for step in self.said["steps"]:
            named = [people.get(p, p) for p in step["people"]] + [gettext(ROLES.get(r, r)) for r in step["roles"]]
            who = ", ".join(named) or gettext(VERBS.get(step["verb"], step["verb"]))
            yield gettext("Step {number}").format(number=step["position"]), f"{step['needed']} × {who}"
        if barred := dict.fromkeys(people.get(p, p) for p in self.said["approval"]["barred"]):
            yield gettext("May not decide"), ", ".join(barred)

    def files(self) -> Iterator[tuple[str, str]]:
        for file in self.said["files"]:
            yield file["name"] or gettext("Picture"), f"{file['kept_sha256'] or file['brought_sha256']}"

    def earlier(self) -> Iterator[tuple[str, str]]:
        for one in self.said["earlier"]:
            yield self.when(one["asked_at"]), f"{gettext(STATES.get(one['state'], one['state']))}\n{one['fingerprint']}"

    def checking(self) -> Iterator[tuple[str, str]]:
        issuer, signature = self.said["issuer"], self.said["signature"]
        yield gettext("In one command"), "python manage.py verify_certificate certificate.pdf"
        yield (
            gettext("What it looks at"),
            gettext(
                "Every byte of this file is signed. The record is attached to it as {file}: the content as it was seen, its hash, every "
                "decision, and the signature."
            ).format(file=check.ATTACHED),
        )
        yield gettext("Made"), f"{self.when(self.said['issued_at'])}, {issuer['url']}"
        yield gettext("Public keys"), issuer["keys"]
        yield gettext("Signed with (Ed25519)"), signature["key"]
        yield gettext("Signature"), signature["value"]

    def line_of(self, text: str, *, size: float, style: str = "", colour: tuple[int, int, int] = INK, gap: float = 0) -> None:
        self.paragraph(text, size=size, style=style, colour=colour)
        self.ln(gap)

    def paragraph(self, text: str, *, size: float, style: str = "", colour: tuple[int, int, int] = INK, inset: float = 0) -> None:
        self.set_font("Helvetica", style=style, size=size)
        self.set_text_color(*colour)
        self.set_x(SIDE + inset)
        self.multi_cell(self.epw - inset, size * 0.47, printable(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def when(self, at: str) -> str:
        """Return the moment on the organisation's clock, to the second, and its zone."""
        local = datetime.fromisoformat(at).astimezone(self.zone)
        return f"{date_format(local, 'DATE_FORMAT')}, {local:%H:%M:%S} ({self.zone.key})"


def printable(text: str) -> str:
    """Return the text in the signs the typeface has. Another one is named by its number: the record has it as it is."""
    whole = unicodedata.normalize("NFC", text).replace("\u202f", "\u00a0").replace("\r", "")
    return "".join(sign if is_in_typeface(sign) else f"[U+{ord(sign):04X}]" for sign in whole if sign not in "\ufe0f\u200d\u200b")


def is_in_typeface(sign: str) -> bool:
    if sign in "\n\t":
        return True
    try:
        sign.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return sign.isprintable() or sign == "\u00a0"


def is_hash(value: str) -> bool:
    return len(value) in {43, 64, 86} and " " not in value and value.isascii()


def amount(cents: int, currency: str) -> str:
    return f"{number_format(Decimal(cents) / 100, decimal_pos=2, use_l10n=True, force_grouping=True)} {currency}"
