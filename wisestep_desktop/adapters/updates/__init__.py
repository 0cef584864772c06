"""News of later versions, as it is published on the web."""
