"""The register: what pages say, as records with their evidence, and what people decided about them.

Services write, selectors read. Records are a pure function of the current pages' facts and of the decisions.
"""
