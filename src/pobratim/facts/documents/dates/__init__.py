"""Days and terms of documents: which date is the day of signing, what is none, how long a document holds."""
