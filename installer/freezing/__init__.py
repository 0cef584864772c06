"""Makes an installed program of the package: what goes in, where it is from, under which licence, and how large.

Part of the build, never of the program. ``build.spec`` calls it while PyInstaller runs.
"""
