"""Text: sentences, tokens, morphology, inflection to the nominative, dates."""
