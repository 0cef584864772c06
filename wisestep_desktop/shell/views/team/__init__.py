"""Teams in windows: joining one, and its page among the settings."""
