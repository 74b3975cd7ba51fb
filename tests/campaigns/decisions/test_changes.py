"""What somebody who approved something before is shown when it comes back."""

from campaigns.decisions.changes import changes, time_changes, words


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
