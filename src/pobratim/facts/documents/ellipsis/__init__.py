"""Documents told with words left out: the verb, the noun, or both."""
