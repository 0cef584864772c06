"""Teams: signatures, and the places where profiles are published."""
