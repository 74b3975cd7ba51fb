"""Every code that people may meet has its sentence, and every sentence can be said."""

import re
import string
from pathlib import Path

import networks
from accounts.words import WORDS, gist, word
from campaigns.budget.media import MEDIA, PLATFORMS

ROOT = Path(__file__).resolve().parent.parent.parent
RAISED = re.compile(
    r"""\b(?:Refusal|NotAllowed|SignInLost|Refused|NotSent|Throttled|Unknown|OutOfCredit|Duplicate|Stale|Problem)\(\s*"([a-z0-9-]+)\""""
    r"""|\((?:SignInLost|Refused|NotSent|Throttled|Unknown|Duplicate|Stale|OutOfCredit), "([a-z0-9-]+)\""""
)

FIELDS = re.compile(r"fields=\{([^}]*)\}")
OF_A_FIELD, OF_A_NOTICE = re.compile(r""": *"([a-z0-9-]+)\""""), re.compile(r"""\b(?:code|notice)="([a-z0-9-]+)\"""")


def codes():
    for floor in ("accounts", "campaigns", "scheduler", "networks"):
        for file in (ROOT / floor).rglob("*.py"):
            text = file.read_text()
            found = [one or other for one, other in RAISED.findall(text)] + OF_A_NOTICE.findall(text)
            for code in found + [code for fields in FIELDS.findall(text) for code in OF_A_FIELD.findall(fields)]:
                yield code, file


def test_every_code_has_words():
    missing = {code: file.name for code, file in codes() if code not in WORDS}
    assert not missing


def test_every_medium_seller_and_outcome_has_words():
    outcomes = {"approved", "changes-asked", "rejected"}
    said = {f"{kind}-{outcome}" for kind in ("post", "request") for outcome in outcomes}
    said |= {f"delivery-{state}" for state in ("failed", "needs-look", "missed", "cancelled")}
    said |= {f"medium-{medium.code}" for medium in MEDIA} | {f"platform-{seller}" for seller in PLATFORMS}
    assert not said - set(WORDS)


def test_every_step_of_setting_up_a_network_has_words():
    assert not {step for network in networks.all().values() for step in network.set_up} - set(WORDS)


def test_sentences_are_sentences():
    for said in WORDS.values():
        for sentence in (said,) if isinstance(said, str) else said:
            assert sentence[0].isupper() or sentence[0] in "“{", sentence
            assert "  " not in sentence and (len(sentence) < 40 or sentence[-1] in ".?!}”…)"), sentence
            list(string.Formatter().parse(sentence))


def test_the_most_telling_sentence_that_can_be_said_is_said():
    whole = word("picture-too-heavy", {"picture": 2, "size_bytes": 5_300_000, "max_bytes": 4_000_000})
    assert whole == "Picture 2 is too heavy: 5.3 MB, and the network takes at most 4.0 MB."
    assert word("picture-too-heavy", {"network_code": 1366046}) == "A picture is too heavy for the network."
    assert word("text-too-long", {"over": 12, "max": 63206, "part": 1}) == "The text is too long: 12 over the limit of 63,206."
    assert word("text-too-long", {"over": 12, "max": 280, "part": 3}).startswith("Part 3 ")
    assert word("no-such-code", {}) == "no-such-code"


def test_what_is_empty_or_unknown_is_left_out():
    assert word("already-on-its-way", {"channel": ""}).startswith("Carillon has already taken this up: ")
    assert word("post-waits", {"by": "Ana", "title": ""}) == "Ana asks for your decision on “Post without a text”."
    assert word("no-time", {}) == "No time is set for … yet."


def test_the_gist_is_the_first_sentence_whatever_a_title_says():
    told = {"by": "Ana", "title": "Loyers. Et maintenant ?", "channel": "Demain"}
    assert gist("post-approved", told) == "Ana approved “Loyers. Et maintenant ?”"
    assert gist("delivery-failed", told) == "“Loyers. Et maintenant ?” did not go out on Demain"
