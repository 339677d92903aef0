"""Promises: what a speaker takes on in a statement; found beside the contract of facts, which does not hold them."""
