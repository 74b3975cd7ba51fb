"""What one placement says."""

from campaigns.posts.compose import Text, Use, message
from campaigns.posts.utm import tagged


def said(*texts: Text, languages=("fr",), own=None, network="facebook"):
    return message(texts={t.language: t for t in texts}, languages=languages, own=own, network=network, campaign="loyers", mark="a1b2c3d4")


def test_two_languages_stand_one_under_the_other():
    both = said(Text("fr", ("Un loyer juste.",)), Text("nl", ("Een eerlijke huur.",)), languages=("fr", "nl"))
    assert both.segments == ("Un loyer juste.\n\nEen eerlijke huur.",)


def test_a_thread_in_two_languages_is_joined_part_by_part():
    both = said(Text("fr", ("Un", "Deux")), Text("nl", ("Een",)), languages=("fr", "nl"))
    assert both.segments == ("Un\n\nEen", "Deux")


def test_each_language_keeps_its_own_link_and_equal_links_stand_once():
    fr, nl = Text("fr", ("A",), link="https://x.example.org/fr"), Text("nl", ("B",), link="https://x.example.org/nl")
    own_links = said(fr, nl, languages=("fr", "nl"))
    assert own_links.link == "" and "/fr?" in own_links.segments[0] and "/nl?" in own_links.segments[0]
    same = said(fr, Text("nl", ("B",), link="https://x.example.org/fr"), languages=("fr", "nl"))
    assert same.segments == ("A\n\nB",) and same.link.startswith("https://x.example.org/fr?utm_source=facebook")


def test_own_text_replaces_the_versions_and_keeps_link_and_pictures():
    text = Text("fr", ("A",), link="https://x.example.org", pictures=(Use("1", "alt"),))
    own = said(text, own=["Autre"])
    assert own.segments == ("Autre",) and own.link and own.pictures == (Use("1", "alt"),)


def test_pictures_carry_both_descriptions():
    fr, nl = Text("fr", ("A",), pictures=(Use("1", "Une affiche"),)), Text("nl", ("B",), pictures=(Use("1", "Een affiche"),))
    assert said(fr, nl, languages=("fr", "nl")).pictures == (Use("1", "Une affiche / Een affiche"),)


def test_marks_are_added_and_never_replace_those_that_stand_there():
    link = tagged("https://x.example.org/a?utm_source=mail&b=1#top", network="twitter", campaign="loyers", content="m")
    assert link == "https://x.example.org/a?utm_source=mail&b=1&utm_medium=social&utm_campaign=loyers&utm_content=m#top"
