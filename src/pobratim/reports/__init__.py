"""Papers made from the register: the briefing before a visit, reports on plans, lists on a day, the calendar of visits.

paper       what a paper is made of: headings, paragraphs, lists, tables, pictures; every line with its numbered sources
sources     what is cited, numbered
names       what people, partners, posts and documents are called, in Russian and English
words       values in plain words
drawing     pictures of the register
ties_map    the map of ties, and where partners lie
gallery     pictures by their names, as files are made of them
edited      what a person types in place of the register's words
kept        a paper as plain data, and how two papers differ
briefing/   the briefing before a visit, one file a part
overview/   plan report, year, list on a day, calendar of contacts
due/        what is due as mail and calendar
write/      one file a format: HTML, DOCX, PDF
"""
