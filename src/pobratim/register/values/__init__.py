"""What the values of fields are made of; which field takes which is said in `register.field`.

plain       texts, days and codes, with what they may hold
ref         references to records, and partial dates
told        what pages tell of documents, events, people and statements
follow_up   what is to follow and what became of it: promises, measures, reports
"""
