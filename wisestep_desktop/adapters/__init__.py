"""The world outside, one foreign technology a package. Each translates foreign errors into ours at its border."""
