"""Secrets stay out of logs and texts."""

import logging

import pytest

from networks.wire import redact
from networks.wire.redact import quieten

SECRET = "s3cr3tS3cr3tS3cr3t"


@pytest.mark.parametrize(
    "line",
    [
        f"GET /v25.0/me?access_token={SECRET}&fields=id",
        f"GET /oauth/access_token?client_id=1&client_secret={SECRET}",
        f"/callback?code={SECRET}&state=x",
        f"code={SECRET}",
        f"{{'Authorization': 'Bearer {SECRET}'}}",
        f"Authorization: Basic {SECRET}==",
        f"Authorization: OAuth {SECRET}",
        f'{{"refresh_token": "{SECRET}", "expires_in": 7200}}',
        f"appsecret_proof={SECRET}",
        f"fb_exchange_token%3D{SECRET}",
        f"token EAA{SECRET}{SECRET} is invalid",
        f"code_verifier={SECRET}",
    ],
)
def test_a_secret_is_not_written(line):
    assert SECRET not in redact.redact(line)


def test_what_helps_to_understand_stays():
    assert redact.redact('{"error": {"code": 190, "message": "expired"}}') == '{"error": {"code": 190, "message": "expired"}}'


def test_a_detail_is_one_short_line():
    assert redact.detail("a\n  b") == "a b"
    assert len(redact.detail("x" * 1_000)) == 300


@pytest.mark.parametrize("name", ["urllib3.connectionpool", "tweepy.client"])
def test_libraries_below_us_log_no_token(name, caplog):
    quieten()
    with caplog.at_level(logging.DEBUG, logger=name):
        logging.getLogger(name).debug("%s %s", "GET", f"/me?access_token={SECRET}")
    assert "/me?access_token=***" in caplog.text and SECRET not in caplog.text
