"""What a post, a campaign and a result cost: money and posts seen together."""
