"""Operations that read, one file a kind; each reads through selectors alone."""
