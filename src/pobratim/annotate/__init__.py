"""Names (people, places, organisations) in a text."""
