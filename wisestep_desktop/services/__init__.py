"""What the product does, step by step: core rules applied through ports. No technology, no words, no Qt."""
