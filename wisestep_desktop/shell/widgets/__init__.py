"""Small painted parts."""
