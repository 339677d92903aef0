"""Papers beside the briefing: what a plan has come to, a year's documents, the list on a day, the calendar of contacts.

rows        documents as a table, cited
year        documents concluded and lapsed in a year
listing     documents in force on a day
plan        a plan of measures
visits      contacts of a period, past and planned
"""
