"""Logs are events with fields, one line each: plain text for people, JSON with LOG_FORMAT=json for machines."""

import re
from typing import Any

import structlog
import structlog.tracebacks
from structlog.typing import EventDict, Processor, WrappedLogger

# Where it happened, never with what: local variables hold texts and tokens.
# The address of a feed is its secret, and so is that of a decision in a letter.
SECRET_PATH = re.compile(r"(/(?:feeds|d)/)(?!of/)[^/?\s]+")
without_values = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)


def logging_settings(*, level: str, as_json: bool) -> dict[str, Any]:
    """Return Django's LOGGING, with structlog set up to write the same lines as the standard library."""
    first: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_health_questions,
        _without_secrets_in_paths,
    ]
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *first, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    last: list[Processor] = (
        [structlog.processors.ExceptionRenderer(without_values), structlog.processors.JSONRenderer()]
        if as_json
        else [structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0, exception_formatter=structlog.dev.plain_traceback)]
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "lines": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": first,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
            }
        },
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["lines"], "level": level},
        "loggers": {
            # These set handlers of their own; everything is to come out by the one door above.
            "django": {"handlers": [], "level": level, "propagate": True},
            "uvicorn": {"handlers": [], "level": "WARNING", "propagate": True},
            "uvicorn.error": {"handlers": [], "level": "WARNING", "propagate": True},
            # django-structlog says the same with the request's id.
            "django.request": {"level": "CRITICAL"},
            # One line for each task that has run would cost more than the task.
            "celery.worker.strategy": {"level": "WARNING"},
            "celery.app.trace": {"level": "WARNING"},
            "django.server": {"level": "CRITICAL"},
        },
    }


def _without_health_questions(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Drop what the load balancer's question every few seconds would write."""
    if "/healthz" in str(event.get("request", "")):
        raise structlog.DropEvent
    return event


def _without_secrets_in_paths(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Write that a feed or a decision was asked for, and not by which address: whoever has it may read the feed, or decide."""
    if "request" in event:
        event["request"] = SECRET_PATH.sub(r"\1…", str(event["request"]))
    return event
