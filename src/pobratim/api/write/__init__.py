"""Operations that write, each in the name of the token's account, through services alone."""
