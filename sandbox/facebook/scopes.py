"""Permissions a Page application may ask for. Source: docs/permissions (v25.0)."""

SCOPES: dict[str, str] = {
    "public_profile": "Your name and profile picture",
    "email": "Your e-mail address",
    "pages_show_list": "See the list of Pages you manage",
    "pages_read_engagement": "Read content posted on the Page",
    "pages_manage_posts": "Create and manage content on your Page",
    "pages_manage_engagement": "Create and manage comments on your Page",
    "pages_manage_metadata": "Manage accounts, settings and webhooks of a Page",
    "pages_read_user_content": "Read user content on your Page",
    "read_insights": "See insights of your Pages",
    "business_management": "Manage your business",
    "ads_management": "Manage ads of your ad accounts",
    "ads_read": "See ads and their results",
    "publish_video": "Publish videos",
    "instagram_basic": "See the Instagram account connected to your Page",
    "instagram_content_publish": "Publish on the Instagram account connected to your Page",
    "instagram_manage_insights": "See insights of the Instagram account",
    "instagram_manage_comments": "Manage comments of the Instagram account",
}
