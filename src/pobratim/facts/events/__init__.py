"""Events: visits, meetings, signings, forums and what else a page tells of."""
