"""The sign-in window, a program of its own while it is open. Only ``engine`` loads the web engine, and only there."""
