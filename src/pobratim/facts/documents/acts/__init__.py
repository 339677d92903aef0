"""What a sentence says is done to a document, and whether it was done: acts, their moods, the statuses that they make."""
