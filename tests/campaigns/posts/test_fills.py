"""The same vectors as the web app's: tests/data/fills.json."""

import json
from pathlib import Path
from typing import Any

import pytest

from campaigns.posts.fills import Fills, Named, fill, gaps, readable

DATA = json.loads((Path(__file__).parents[2] / "data" / "fills.json").read_text())


@pytest.mark.parametrize("vector", DATA["vectors"], ids=lambda v: f"{v['network']}: {v['text']}")
def test_a_text_is_filled_for_its_channel(vector: dict[str, Any]) -> None:
    contacts = {key: Named(**named) for key, named in DATA["contacts"].items()}
    fills = Fills(network=vector["network"], by_handle=vector["by_handle"], values=DATA["values"], contacts=contacts)
    assert fill(vector["text"], fills) == vector["filled"]
    assert [[gap.code, gap.key, gap.blocks] for gap in gaps([vector["text"]], fills)] == vector["gaps"]


@pytest.mark.parametrize(
    ("text", "glanced_at"),
    [
        ("Venez à {section} !", "Venez à Namur !"),
        ("Venez à {Place} avec {@greens}", "Venez à [place] avec Greens"),
        ("{@nobody} vient", "@nobody vient"),
        ("\\{section} reste, { aussi", "{section} reste, { aussi"),
    ],
)
def test_whoever_glances_at_a_text_sees_no_braces(text: str, glanced_at: str) -> None:
    fills = Fills(network="facebook", by_handle=False, values={"section": "Namur"}, contacts={"greens": Named("Greens")})
    assert readable(text, fills) == glanced_at
