"""Which mentions of which pages are one record: read to nodes, blocked, judged in pairs, clustered.

Everything here is a pure function of its arguments. A *node* is what a page says of a thing, as far as it helps to
tell the thing from others; its key is a digest of that content, so that pages which say the same share the node.
A *record* is a cluster of nodes; its key is the smallest key among them.
"""
