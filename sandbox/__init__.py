"""A local stand-in for Facebook Pages, Instagram and X: a second reading of their public API documents, for demo and tests."""
