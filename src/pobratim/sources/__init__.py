"""Where pages come from: a file, a folder, standard input, an address of the web. They yield raw bytes, never text."""

from .choose import choose_source
from .raw_page import RawPage, Source

__all__ = ["RawPage", "Source", "choose_source"]
