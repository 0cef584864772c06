"""WiseStep Desktop: private time capture for attorneys who bill through Actionstep."""

__version__ = "0.1.0"
