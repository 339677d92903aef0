"""What a page says: people, parties, documents, events, statements; one folder or file a kind."""
