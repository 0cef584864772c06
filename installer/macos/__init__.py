"""The macOS app, its disk image and its notarisation. Not run on a Mac yet: docs/macos-checklist.md."""
