"""The history of the register's tables, written by Django."""
