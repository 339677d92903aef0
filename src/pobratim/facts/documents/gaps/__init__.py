"""Missing parties: whom a document is between, where its sentence does not say it."""
