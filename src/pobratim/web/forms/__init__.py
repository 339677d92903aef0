"""Forms of records: every field of `register.field.FIELDS` as people type it.

typed_date   dates as people type them
choosing     a record chosen by its name, or entered on the way
inputs       what rows are made of
shape        what inputs one value of a field has, and how they become a value again
shapes       the shapes of all fields
measure      those of a measure, by the plan it belongs to
row          the inputs of one value
record       all fields of a record: what was typed, what is wrong with it, what it changes
"""
