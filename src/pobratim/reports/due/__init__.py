"""What is due, as text for terminals and mail, and as a calendar."""
