"""Invented firms, and titles of which it is known what they mean: what the matcher is tuned and measured on."""
