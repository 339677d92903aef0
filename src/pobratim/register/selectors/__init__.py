"""What reads from the register. Selectors return models, or small values where several tables are put together.

record      any record by its key, its evidence, its parts and why they are one, its history of decisions
listing     documents, events, people, partners: filtered query sets, the order of lists
partner     a place or body, and two of them: documents by state, contacts, spheres
due         what ends, what was promised and never signed
review      what waits for a person
account     accounts and their tokens
figures     how much there is
"""
