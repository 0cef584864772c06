"""The figures of the design, measured and printed; no figure ever fails a build."""
