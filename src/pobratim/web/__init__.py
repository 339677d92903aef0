"""Pages for people: server-rendered, in Russian and English, readable without JavaScript.

urls            which address leads to which view
views/          one file a kind of page: reads through selectors, writes through services, never touches tables itself
templates/      `web/*.html`, one file a view; `web/parts/` what several of them show
templatetags/   how values are put into words
static/web/     style, htmx and the scripts of our own: nothing comes from elsewhere
"""
