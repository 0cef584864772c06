"""Lock and sleep, from whatever the system offers beside its windows."""
