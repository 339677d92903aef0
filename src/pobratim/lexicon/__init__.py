"""What the language and the domain know, as data files with one typed loader each."""
