"""Papers made from the register: the briefing before a visit, reports on plans, lists on a day, the calendar of visits.

paper       what a paper is made of: headings, paragraphs, lists, tables, pictures; every line with its numbered sources
write/      one file a format: HTML, DOCX, PDF
"""
