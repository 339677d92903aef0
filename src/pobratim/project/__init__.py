"""The Django project: settings, and how commands get hold of them."""
