"""A plan of measures, on its way from an office's file into the register. The steps are those of `register.lists`.

1. `tables.read_book(bytes, name)` → tables.
2. `selectors.list_import.columns_of(table, PLAN)` → column letter → field; people correct it.
3. `read.read_rows(table, columns, context)` → rows: pure, nothing of a row is lost, what is not understood is kept as written.
4. `dry.dry_run(…)` → what would become of every row beside the measures that the plan has.
5. `services.plan_apply(…)` → all of it at one stroke; `services.import_undo` takes it back.

`calendar.py` and `due.py` read when something is due, `side.py` and `executor.py` who carries it out.
"""
