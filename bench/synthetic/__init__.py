"""A made-up world of cooperation, as facts of pages: the same number of documents and the same seed, the same pages.

world       places (real ones), bodies and people (made up), and how popular they are
story       what happened: a document, its parties, its dates, and the pages that tell of it
writer      a text that grows, and the evidence for what was said in it
page        one telling of a story: its text and its facts
"""
