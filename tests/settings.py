"""The settings under test: the product's own, as the demo has them, in a folder that is thrown away, with cheap password hashing."""

import atexit
import os
import shutil
import tempfile

_home = tempfile.mkdtemp(prefix="carillon-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ.update(CARILLON_ENV_FILE="", CARILLON_DEMO="1", CARILLON_HOME=_home, DATABASE_POOL="0")
for _name in ("SITE_URL", "REDIS_URL", "PORT", "SANDBOX_PORT", "BIND"):
    os.environ.pop(_name, None)

from config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
