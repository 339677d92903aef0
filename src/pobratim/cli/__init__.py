"""The command line: one file a command. `main.py` names the commands and loads the one that is asked for."""
