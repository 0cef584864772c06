"""Makes the installers for Windows of a frozen program, on Linux or on Windows."""
