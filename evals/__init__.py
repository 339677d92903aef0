"""How right the reader is: our scorer over the corpus, and the floors that no change may go under.

Run `python -m evals --help`. The corpus pages whose number is divisible by three are set aside: they are scored, never looked at.
"""
