"""Pictures as SVG text: pure functions from small values; no database, no request, no style sheet needed.

svg        elements of a picture, escaped; the frame with its title and description
measure    how wide a text is, cut and wrapped to a width
chain      documents that hang together: a row each, arrows from what follows to what it rests on
timeline   contacts on a line of time
bars       how many of each
grid       how many of each in each year, a cell each
terms      how long each document holds: bars over years
ties       the map of ties: points and arcs over the outlines of countries
outlines   the outlines of countries, for a map that is to be a file of its own
projection  where a place lies on that map
years      how many of something a year: columns over years

Everything is drawn with presentation attributes, so that a picture is whole as a file; every shape has a class too, by
which a page may colour it anew (`site.css`, dark mode).
"""
