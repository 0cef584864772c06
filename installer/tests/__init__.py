"""Tests that install what was built, for real."""
