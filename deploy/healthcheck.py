"""Exit code 0 when /healthz is green. The answer names the part that is not well."""

import http.client
import os
import sys
from urllib.parse import urlsplit

connection = http.client.HTTPConnection("127.0.0.1", int(os.environ.get("PORT", "8000")), timeout=2)
connection.request("GET", "/healthz", headers={"Host": urlsplit(os.environ.get("SITE_URL", "")).netloc or "localhost"})
answer = connection.getresponse()
print(answer.read().decode())  # noqa: T201
sys.exit(answer.status != 200)
