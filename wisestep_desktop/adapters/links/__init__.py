"""Two ways to speak with a desktop that several adapters share. Implements no port and decides nothing."""
