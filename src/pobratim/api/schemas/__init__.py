"""What goes in and out, one file a kind: the values, and how they are made from the register's rows."""
