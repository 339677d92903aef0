"""The language of the interface: Russian and English through gettext, and the contract's codes in words."""
