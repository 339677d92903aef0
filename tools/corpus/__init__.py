"""The corpus: stories dressed as pages, their gold turned into the contract."""
