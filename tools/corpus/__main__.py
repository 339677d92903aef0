"""`python -m tools.corpus`: dress every story as a page and write its gold (`make corpus`)."""

from . import gold, render

render.main()
gold.main()
