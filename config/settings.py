"""Every setting of Carillon, from the environment (see .env.example), with safe defaults. `make run` alone sets CARILLON_DEMO."""

import tomllib

from django.core.exceptions import ImproperlyConfigured

from config import env, refusals
from config.logging import logging_settings

BASE_DIR = env.BASE

# ── Where things live ────────────────────────────────────────────────────────────────────────────────────────────
DEMO = env.flag("CARILLON_DEMO")
DEBUG = False
VERSION = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())["project"]["version"]
SOURCE_URL = env.text("SOURCE_URL")  # where the people who use this Carillon find its source text: AGPL, section 13
HOME = env.folder("CARILLON_HOME", BASE_DIR / "var")
PORT = env.number("PORT", 8000)
SITE_URL = env.text("SITE_URL", f"http://localhost:{PORT}" if DEMO else "").rstrip("/")
ALLOWED_HOSTS = env.hosts(SITE_URL, env.words("ALLOWED_HOSTS"), demo=DEMO)
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECRET_KEY = env.secret("SECRET_KEY", file=HOME / "keys" / "secret.key")
VAULT_KEY = env.secret("CARILLON_VAULT_KEY", file=HOME / "keys" / "vault.key")  # base64, 32 bytes: wraps each organisation's own key
WEB_APP = BASE_DIR / "frontend" / "dist"
BIND = env.text("BIND", "127.0.0.1")
BEHIND_PROXY = env.flag("BEHIND_PROXY")
METRICS_TOKEN = env.text("METRICS_TOKEN")  # who has it may read /metrics; without one only this machine may
SANDBOX_PORT = env.number("SANDBOX_PORT", 8100)
SANDBOX_SMTP_PORT = env.number("SANDBOX_SMTP_PORT", 8125)

DATABASES = {"default": env.database("DATABASE_URL", sqlite=HOME / "carillon.sqlite3")}
REDIS_URL = env.text("REDIS_URL", f"unix://{env.socket_folder(HOME)}/valkey.sock")
MEDIA_ROOT = HOME / "media"
MEDIA_URL = "/files/"
STATIC_URL = "/static/"
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
UPLOAD_MAX_BYTES = env.number("UPLOAD_MAX_MB", 60) * 1024 * 1024

if unsafe := (
    refusals.demo(site_url=SITE_URL, database_host=DATABASES["default"].get("HOST", ""), bind=BIND)
    if DEMO
    else refusals.production(home=HOME, site_url=SITE_URL, allowed_hosts=ALLOWED_HOSTS, secret_key=SECRET_KEY, vault_key=VAULT_KEY)
):
    raise ImproperlyConfigured(" ".join(unsafe))

# ── The application ──────────────────────────────────────────────────────────────────────────────────────────────
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_structlog",
    "accounts",
    "campaigns",
    "scheduler",
    "config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.headers.ContentPolicy",
    "config.compress.Compressed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.people.language.PersonLanguage",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "config" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
WHITENOISE_ROOT = str(WEB_APP) if WEB_APP.is_dir() else None
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/"
WHITENOISE_INDEX_FILE = False
WHITENOISE_USE_FINDERS = True  # the API's documentation pages, straight from their package

# ── People ───────────────────────────────────────────────────────────────────────────────────────────────────────
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
OPEN = env.flag("CARILLON_OPEN", DEMO)  # may anybody sign up and create an organisation?
ACCOUNT_ADAPTER = "accounts.people.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation link has proven the address
ACCOUNT_PREVENT_ENUMERATION = True
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_SERVE_SPECIFICATION = True
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{SITE_URL}/sign-in",
    "account_reset_password": f"{SITE_URL}/reset",
    "account_reset_password_from_key": f"{SITE_URL}/reset/{{key}}",
    "account_signup": f"{SITE_URL}/sign-in",
}
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_URL.startswith("https://")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0  # whose tries are counted: the visitor's, not the proxy's
SECURE_HSTS_SECONDS = 31_536_000 if SITE_URL.startswith("https://") else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# ── Languages and time ───────────────────────────────────────────────────────────────────────────────────────────
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("nl", "Nederlands"), ("de", "Deutsch")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

# ── API ──────────────────────────────────────────────────────────────────────────────────────────────────────────
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["accounts.people.authentication.Bearer", "accounts.people.authentication.Session"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PAGINATION_CLASS": "accounts.paging.Pages",
    "PAGE_SIZE": 50,
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "accounts.problems.handler",
    "DEFAULT_THROTTLE_RATES": {"sign-in": "20/min", "feed": "60/min", "link": "60/min"},
    "NUM_PROXIES": 1 if BEHIND_PROXY else 0,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Carillon",
    "DESCRIPTION": "Plan, approve, publish and account for an organisation's posts. "
    "Choose the organisation with the header X-Organisation (its id or slug).",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": True,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/",
    "ENUM_NAME_OVERRIDES": {
        "ChannelState": "accounts.channels.models.Channel.State",
        "PostState": "campaigns.posts.models.Post.State",
        "ApprovalState": "campaigns.approvals.models.Approval.State",
        "RequestState": "campaigns.budget.models.Request.State",
        "DeliveryState": "scheduler.delivery.models.Delivery.State",
        "TroubleKind": "scheduler.delivery.trouble.Kind",
        "EntryKind": "campaigns.budget.models.Entry.Kind",
        "RouteKind": "campaigns.decisions.routes_api.KINDS",
        "InvoiceKind": "campaigns.budget.invoices.models.Invoice.Kind",
        "HoursKind": "campaigns.budget.hours.models.Hours.Kind",
        "RequestPayer": "campaigns.budget.models.Request.Payer",
        "ExpensePayer": "campaigns.budget.invoices.models.EntryFacts.Payer",
        "RuleStatus": "campaigns.compliance.engine.STATUSES",
        "ReferenceStatus": "campaigns.budget.references.STATUSES",
        "StatementKind": "campaigns.statements.models.Statement.Kind",
        "MatchKind": "campaigns.statements.shapes.MATCHES",
        "GuestScopeKind": "campaigns.approvals.guests.models.GuestScope.Kind",
        "TakeBackKind": "scheduler.takeback.models.TakeBack.Kind",
        "TakeBackState": "scheduler.takeback.models.TakeBackOf.State",
        "MomentKind": "campaigns.plan.moments_models.Moment.Kind",
        "OrganisationKind": "accounts.orgs.models.Organisation.Kind",
        "PublishingLanguage": "accounts.orgs.models.LANGUAGES",
    },
    "POSTPROCESSING_HOOKS": ["drf_spectacular.hooks.postprocess_schema_enums", "accounts.schema.describe_problems"],
}

# ── Networks ─────────────────────────────────────────────────────────────────────────────────────────────────────
NETWORK_SITES = env.network_sites(("facebook", "instagram", "twitter"))  # slug → networks.contract.Site

# ── Notices on phones and browsers ───────────────────────────────────────────────────────────────────────────────
# Push services that may be on this machine, by origin; those of browsers are public and need no mention. The demo's is the sandbox.
PUSH_SERVICES = env.words("PUSH_SERVICES") or ([f"http://localhost:{SANDBOX_PORT}"] if DEMO else [])

# ── Publishing (durations in seconds; see docs/algorithms/dispatch.md) ───────────────────────────────────────────
CLAIM_AHEAD_S = env.real("CLAIM_AHEAD_S", 2.0)
SEND_DEADLINE_S = env.real("SEND_DEADLINE_S", 5.0)  # from the intent to the first byte
CALL_TIMEOUT_S = env.real("CALL_TIMEOUT_S", 20.0)  # for one whole call
CLAIM_LEASE_S = env.real("CLAIM_LEASE_S", 15.0)  # from the planned second until a worker must have begun
LEASE_S = env.real("LEASE_S", 45.0)  # longer than the two above together
LOOKS_S = env.reals("LOOKS_S", (5.0, 30.0, 180.0))
GRACE_S = env.real("GRACE_S", 3600.0)  # a post may be this late; after that it is missed and a person is asked
OUTSIDE_KEPT_DAYS = env.number("OUTSIDE_KEPT_DAYS", 760)  # posts made outside Carillon are forgotten after so long
PREPARE_AHEAD_S = env.real("PREPARE_AHEAD_S", 600.0)  # uploads and containers are made so long before
GAP_S = env.real("GAP_S", 15.0)  # so long without any dispatcher, and what was planned meanwhile is looked for first
SEND_THREADS = env.number("SEND_THREADS", 160)  # calls at once in each publisher
PUBLIC_MEDIA_S = 3600

# ── Work ─────────────────────────────────────────────────────────────────────────────────────────────────────────
CELERY_BROKER_URL = env.broker(REDIS_URL)  # queues and the rest: config/celery.py

# ── Logs ─────────────────────────────────────────────────────────────────────────────────────────────────────────
LOGGING = logging_settings(level=env.text("LOG_LEVEL", "INFO").upper(), as_json=env.text("LOG_FORMAT") == "json")

DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = 20  # INFO: a visitor who is not signed in is no warning
DJANGO_STRUCTLOG_REQUEST_CANCELLED_LOG_LEVEL = 20  # INFO: a closed tab ends its event stream

# ── Mail ─────────────────────────────────────────────────────────────────────────────────────────────────────────
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", SANDBOX_SMTP_PORT if DEMO else 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS")
EMAIL_USE_SSL = env.flag("EMAIL_USE_SSL")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("EMAIL_FROM", "Carillon <carillon@localhost>")
