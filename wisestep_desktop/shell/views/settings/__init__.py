"""The settings window: pages of lines, each line a setting with its default and who decided it."""
