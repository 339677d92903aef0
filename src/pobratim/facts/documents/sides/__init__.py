"""Who a document is between, by whose hand, and before whom."""
