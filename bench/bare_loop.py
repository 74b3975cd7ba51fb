"""The yardstick: the same SDK calls from a bare Celery worker. No database, no states, no promise: what a hand-written loop can do.

It is as good as we can make it: one api object per account, one pool of connections, no look at proxies or .netrc for each call.
"""

import logging
import os
from typing import Any

import tweepy  # type: ignore[import-untyped, unused-ignore]
from celery import Celery
from facebook_business.adobjects.page import Page  # type: ignore[import-untyped, unused-ignore]
from facebook_business.api import FacebookAdsApi  # type: ignore[import-untyped, unused-ignore]
from facebook_business.session import FacebookSession  # type: ignore[import-untyped, unused-ignore]
from requests.adapters import HTTPAdapter

NETWORK_URL = os.environ.get("BENCH_NETWORK_URL", "")

app = Celery("bare_loop", broker=os.environ.get("BENCH_BROKER_URL", ""))
app.conf.update(task_ignore_result=True, worker_prefetch_multiplier=1, worker_enable_remote_control=False, worker_send_task_events=False)


class Loopback(HTTPAdapter):
    """The pool of this process; X's built-in address leads to the responder."""

    def send(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        request.url = request.url.replace("https://api.twitter.com", NETWORK_URL)
        return super().send(request, *args, **kwargs)


pool = Loopback(pool_connections=20, pool_maxsize=400)
apis: dict[str, Any] = {}


def x(account: str) -> Any:
    if account not in apis:
        made = tweepy.Client(bearer_token=f"token-of-{account}", return_type=dict)
        pooled(made.session)
        apis[account] = made
    return apis[account]


def page(account: str) -> Any:
    if account not in apis:
        session = FacebookSession(access_token=f"token-of-{account}")
        session.GRAPH = NETWORK_URL
        pooled(session.requests)
        apis[account] = Page(account, api=FacebookAdsApi(session, api_version="v25.0"))
    return apis[account]


def pooled(session: Any) -> None:
    session.trust_env = False
    session.mount("https://", pool)
    session.mount("http://", pool)


@app.task(name="post")
def post(network: str, account: str, text: str) -> None:
    if network == "twitter":
        x(account).create_tweet(text=text, user_auth=False)
    else:
        page(account).create_feed(params={"message": text, "fields": "permalink_url"})


def work(threads: int) -> None:
    logging.disable(logging.INFO)
    worker = app.Worker(pool="threads", concurrency=threads, without_gossip=True, without_mingle=True, without_heartbeat=True)
    worker.start()


if __name__ == "__main__":
    work(int(os.environ["BENCH_THREADS"]))
