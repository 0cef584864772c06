"""What turns the package into installed software."""
