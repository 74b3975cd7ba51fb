"""Instagram API with Instagram Login, v25.0. Source: developers.facebook.com/docs/instagram-platform (v25.0)."""
