"""The briefing before a visit: what is known of a partner and one's own side on a day. One file a part, in the order of a pack.

matter      what it is made of, read once
phrases     how documents, meetings and people are told in a line
make        the parts put together, short and full
"""
