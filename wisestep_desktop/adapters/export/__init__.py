"""Files for other programs. Each format knows its own rules; how a file comes to be whole is in ``whole_file``."""
