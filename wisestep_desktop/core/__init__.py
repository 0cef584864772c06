"""The rules of the product as pure values and functions: no clock, disk, thread, network or words for people."""
