"""Pages for people: server-rendered, in Russian and English, readable without JavaScript.

urls            which address leads to which view
views/          one file a kind of page: reads through selectors, writes through services, never touches tables itself
forms/          records as people type them
templates/      `web/*.html`, one file a view; `web/parts/` what several of them show
showing         a record as rows of fields; `words` puts values into words, `marking` cuts texts where marks lie
moments         the course of a document; `drawing` asks `pictures` for what is drawn
templatetags/   how values are put into words
static/web/     style, htmx and the scripts of our own: nothing comes from elsewhere
"""
