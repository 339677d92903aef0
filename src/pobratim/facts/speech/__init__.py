"""Direct and reported speech: quotations, the tags that give the speaker, blocks of one speaker."""
