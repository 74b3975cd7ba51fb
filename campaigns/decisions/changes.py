"""What changed between the content that was approved and the content now: word by word, and pictures before and after. Pure."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from campaigns.budget.money import cost

WORDS = re.compile(r"\s+|[^\s]+")


def words(before: str, after: str) -> list[dict[str, str]]:
    """Return runs of {"op": "same" | "removed" | "added", "text"} that read from the one text to the other."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    runs: list[dict[str, str]] = []
    for op, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if op == "equal":
            runs.append({"op": "same", "text": "".join(old[i1:i2])})
            continue
        if i2 > i1:
            runs.append({"op": "removed", "text": "".join(old[i1:i2])})
        if j2 > j1:
            runs.append({"op": "added", "text": "".join(new[j1:j2])})
    return runs


def changes(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what differs between two contents of fingerprint.content_of, or [] when nothing was approved before."""
    if not before:
        return []
    found: list[dict[str, Any]] = []
    old = {v["language"]: v for v in before.get("versions", [])}
    new = {v["language"]: v for v in after.get("versions", [])}
    for language in sorted(old.keys() | new.keys()):
        found += version_changes(language, old.get(language), new.get(language))
    if before.get("campaign", "") != after.get("campaign", ""):
        found.append({"what": "campaign", "before": before.get("campaign", ""), "after": after.get("campaign", "")})
    channels_before = {p["channel"] for p in before.get("placements", [])}
    channels_after = {p["channel"] for p in after.get("placements", [])}
    if channels_before != channels_after:
        found.append(
            {"what": "channels", "removed": sorted(channels_before - channels_after), "added": sorted(channels_after - channels_before)}
        )
    own_before = {(p["channel"], "+".join(p["languages"])): p["own"] for p in before.get("placements", [])}
    for placement in after.get("placements", []):
        was = own_before.get((placement["channel"], "+".join(placement["languages"])))
        if was != placement["own"]:
            runs = words("\n\n".join(was or []), "\n\n".join(placement["own"] or []))
            found.append({"what": "own_text", "channel": placement["channel"], "words": runs})
    return found


OWN = {"payer": "own", "payer_name": "", "beneficiary": "own", "beneficiary_name": ""}  # what a request says where nobody else comes in


TOLD = {
    *OWN, "title", "reason", "line", "medium", "supplier", "platform", "campaign", "needed_on", "is_political", "net_cents", "vat_cents",
    "currency",
}  # fmt: skip


def money_changes(before: Mapping[str, Any], after: Mapping[str, Any], *, recovers: bool) -> list[dict[str, Any]]:
    """Return what differs between two requests, of budget.fingerprint.content_of. Lines and campaigns are by their ids.

    `recovers`: the organisation gets its VAT back, so that a sum is what it costs without.
    """
    old, new = {**OWN, **before}, {**OWN, **after}
    found: list[dict[str, Any]] = []
    sums = [{"cents": cost(each["net_cents"], each["vat_cents"], recovers), "currency": each["currency"]} for each in (old, new)]
    if sums[0] != sums[1]:
        found.append({"what": "cost", "before": sums[0], "after": sums[1]})
    if old["vat_cents"] != new["vat_cents"]:
        vat = [{"cents": each["vat_cents"], "currency": each["currency"]} for each in (old, new)]
        found.append({"what": "vat", "before": vat[0], "after": vat[1]})
    for name in ("title", "reason"):
        if old[name] != new[name]:
            found.append({"what": name, "words": words(old[name], new[name])})
    for name in ("line", "supplier", "platform", "campaign", "needed_on", "is_political"):
        if (old[name] or "") != (new[name] or ""):
            found.append({"what": name, "before": old[name] or "", "after": new[name] or ""})
    for name in ("payer", "beneficiary"):
        was, is_ = ({"kind": each[name], "name": each[f"{name}_name"]} for each in (old, new))
        if was != is_:
            found.append({"what": name, "before": was, "after": is_})
    return found + [{"what": name} for name in sorted(old.keys() & new.keys() - TOLD) if old[name] != new[name]]


def time_changes(before: Mapping[str, str], after: Mapping[str, str], *, channels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the planned times that were moved. Times are ISO 8601 by placement; `channels`: the channel of each placement."""
    return [
        {"what": "time", "channel": channels[placement], "before": before[placement], "after": at}
        for placement, at in after.items()
        if placement in channels and placement in before and before[placement] != at
    ]


def version_changes(language: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    if old is None or new is None:
        return [{"what": "language_added" if old is None else "language_removed", "language": language}]
    found: list[dict[str, Any]] = []
    before, after = "\n\n".join(old["segments"]), "\n\n".join(new["segments"])
    if before != after:
        found.append({"what": "text", "language": language, "words": words(before, after)})
    said, says = old.get("first_comment", ""), new.get("first_comment", "")
    if said != says:
        found.append({"what": "first_comment", "language": language, "words": words(said, says)})
    if old["link"] != new["link"]:
        found.append({"what": "link", "language": language, "before": old["link"], "after": new["link"]})
    if [seen(p) for p in old["pictures"]] != [seen(p) for p in new["pictures"]]:
        found.append(
            {
                "what": "pictures",
                "language": language,
                "before": [p["asset"] for p in old["pictures"]],
                "after": [p["asset"] for p in new["pictures"]],
            }
        )
    elif [p["alt"] for p in old["pictures"]] != [p["alt"] for p in new["pictures"]]:
        runs = words("\n".join(p["alt"] for p in old["pictures"]), "\n".join(p["alt"] for p in new["pictures"]))
        found.append({"what": "alt_text", "language": language, "words": runs})
    return found


def seen(picture: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a reader sees of a picture: its bytes, and the part of it that is shown."""
    return {name: value for name, value in picture.items() if name not in {"alt", "asset"}}
