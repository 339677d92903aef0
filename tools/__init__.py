"""What builds the data that ships, the demonstration, and the measured parts of the documents."""
