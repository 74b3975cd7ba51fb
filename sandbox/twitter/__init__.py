"""X API v2. Sources: docs.x.com/x-api (August 2026) and the request models of xdk 0.10.6 (MIT)."""
