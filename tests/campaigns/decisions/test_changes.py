"""What somebody who approved something before is shown when it comes back."""

from campaigns.decisions.changes import changes, money_changes, time_changes, words


def test_words_read_from_the_one_text_to_the_other() -> None:
    runs = words("3 900 signatures, merci.", "4 200 signatures, merci.")
    assert "".join(r["text"] for r in runs if r["op"] != "added") == "3 900 signatures, merci."
    assert "".join(r["text"] for r in runs if r["op"] != "removed") == "4 200 signatures, merci."


def test_nothing_was_approved_before() -> None:
    assert changes(None, {"versions": [], "placements": []}) == []


def test_a_moved_time_is_said_with_its_channel() -> None:
    before = {"a": "2026-11-24T08:00:00+00:00", "gone": "2026-11-24T08:00:00+00:00", "same": "2026-11-24T09:00:00+00:00"}
    after = {"a": "2026-11-24T17:30:00+00:00", "new": "2026-11-24T08:00:00+00:00", "same": "2026-11-24T09:00:00+00:00"}
    moved = time_changes(before, after, channels={"a": "page", "new": "page", "same": "page"})
    assert moved == [{"what": "time", "channel": "page", "before": "2026-11-24T08:00:00+00:00", "after": "2026-11-24T17:30:00+00:00"}]


ASKED = {
    "title": "Annonce", "reason": "Le loyer", "supplier": "Le Soir", "platform": "", "is_political": True, "net_cents": 100_000,
    "vat_cents": 21_000, "needed_on": None, "line": "l1", "medium": "press_print", "currency": "EUR", "campaign": None,
}  # fmt: skip


def test_a_request_that_says_the_same_shows_no_change() -> None:
    assert money_changes(ASKED, dict(ASKED), recovers=False) == []


def test_a_request_shows_sum_line_supplier_purpose_campaign_day_and_payer_that_changed() -> None:
    after = ASKED | {
        "net_cents": 120_000, "vat_cents": 25_200, "supplier": "La Libre", "title": "Annonce en couleurs", "campaign": "c1", "line": "l2",
        "medium": "dooh", "needed_on": "2026-12-01", "payer": "union", "payer_name": "CSC",
    }  # fmt: skip
    found = {change["what"]: change for change in money_changes(ASKED, after, recovers=False)}
    assert (found["cost"]["before"]["cents"], found["cost"]["after"]["cents"]) == (121_000, 145_200)
    assert (found["vat"]["before"]["cents"], found["vat"]["after"]["cents"]) == (21_000, 25_200)
    assert [run["op"] for run in found["title"]["words"]] == ["same", "added"]
    assert (found["supplier"]["before"], found["line"]["after"], found["campaign"]["before"]) == ("Le Soir", "l2", "")
    assert found["needed_on"] == {"what": "needed_on", "before": "", "after": "2026-12-01"}
    assert found["payer"] == {"what": "payer", "before": {"kind": "own", "name": ""}, "after": {"kind": "union", "name": "CSC"}}
    assert found.keys() == {"cost", "vat", "title", "supplier", "line", "campaign", "needed_on", "payer"}


def test_sum_and_vat_that_change_places_are_seen_although_the_cost_stays() -> None:
    after = ASKED | {"net_cents": 121_000, "vat_cents": 0}
    assert [change["what"] for change in money_changes(ASKED, after, recovers=False)] == ["vat"]
    assert [change["what"] for change in money_changes(ASKED, after, recovers=True)] == ["cost", "vat"]


def test_what_a_request_says_besides_is_never_silently_left_out() -> None:
    assert money_changes(ASKED | {"newer": 1}, ASKED | {"newer": 2}, recovers=False) == [{"what": "newer"}]
