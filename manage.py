#!/usr/bin/env python
"""Carillon's command line: `python manage.py help`."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        settings.DEBUG  # noqa: B018  read them all: what is wrong with them is said in one line
    except ImproperlyConfigured as error:
        sys.exit(f"Carillon does not start: {error}")
    execute_from_command_line(sys.argv)
