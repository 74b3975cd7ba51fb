"""The web, for an ASGI server: uvicorn config.asgi:application."""

import os

from django.core.asgi import get_asgi_application
from django.urls import get_resolver

from config import memory

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_asgi_application()

get_resolver().url_patterns  # noqa: B018  every view is loaded before the first request, which would otherwise wait for it
memory.settle()
