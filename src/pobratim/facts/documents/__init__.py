"""Documents: instruments named in the text, what is done to them, and the records they make."""
