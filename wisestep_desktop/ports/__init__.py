"""What the use cases need from the world, as promises. Adapters keep them; contract suites hold them to it."""
