"""Where the key of the timeline is kept."""
