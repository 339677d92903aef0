"""The values everyone speaks in: evidence, partial dates, pages, facts, and the error tree."""
