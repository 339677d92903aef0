"""An office's list of agreements, on its way into the register.

Four steps, each of which may be shown and stopped at:

1. `tables.read_book(bytes, name)` → tables; nothing is understood yet.
2. `selectors.list_import.columns_of(table)` → column letter → field, remembered or guessed; people
   correct it (`Layout.corrected`) and may have it remembered (`services.list_mapping_store`).
3. `dry.dry_run(table, columns, own=…)` → a `Plan`: row by row what would be added, what matches a record, what cannot be read.
4. `services.list_apply(plan=…)` → all of it in one transaction; `services.import_undo` takes it back.

`read.py` and what it uses are pure; `dry.py` reads the register and writes nothing.
"""
