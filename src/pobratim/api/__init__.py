"""The API for programs: JSON over the same selectors and services that the pages use.

urls        where it is mounted; every other address below `/api/` is a problem, too
api         the API put together: its routers, how bodies are read and answers written
access      who may read, who may write: tokens and sessions
problem     errors as `application/problem+json` (RFC 9457)
answers     middleware: no error without a problem, ETag, HEAD
asked       what a request asks for: keys, days, texts, cursors
schemas/    what goes in and out, one file a kind
read/       operations that read, one file a kind
write/      operations that write
openapi     the OpenAPI document; `docs` shows it to people
"""
