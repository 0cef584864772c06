"""The computer itself: its clocks and zone, and the ways to show a browser."""
