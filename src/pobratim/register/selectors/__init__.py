"""What reads from the register. Selectors return models, or small values where several tables are put together.

record      any record by its key, its evidence, its parts and why they are one, its history of decisions
evidence    the claims behind a record, a slice at a time
listing     documents, events, people, partners, statements, pages: filtered query sets, the order of lists
paging      a slice of a list after a place, with no offset
whole       records with all that belongs to them, in a fixed number of queries
search      what a person's words find, with facets; `hits` in order, `facets` counted
document    a document: what is around it, its chain
event       an event: who was there, what was said
person      a person: posts, signatures, meetings, words, namesakes
related     pages that tell of the same records as a page
partner     a place or body, and two of them: documents by state, contacts, spheres
state       in what state documents are on a day, with what prolonged or replaced them
cooperation what an actor takes part in, counted by the database
telling     who says what where pages disagree
deadline    ends of terms, and the days by which it must be decided
plan        measures, how they stand on a day, the board
tie         who is tied to whom, counted over the newest documents
lately      what was signed and read last, who is busiest
proof       the sentences behind the values of many records at once
said        words about the documents of two sides and at their meetings
ended       documents signed in a period, and those that ended in it
inside      ties between what lies in two territories
post        posts of people on a day, leaders
quote       a sentence for each record of a list
due         what ends, what was promised and never signed
review      what waits for a person, part by part, with its proof
likeness    records that may be one, and why
history     what people decided, about one record or all
attachment  files at records
account     accounts and their tokens
figures     how much there is
"""
