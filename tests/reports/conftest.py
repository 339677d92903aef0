"""Papers are made from the register of the corpus."""

from tests.web.conftest import corpus_file, demo, postgres, register, sqlite_register, template

__all__ = ["corpus_file", "demo", "postgres", "register", "sqlite_register", "template"]
