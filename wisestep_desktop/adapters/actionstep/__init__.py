"""Speaks with Actionstep: OAuth and the REST dialect. The only place that knows requests and Authlib."""
