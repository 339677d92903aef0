"""Click's own words that our commands may show: listed here so that the catalogue holds them."""

from __future__ import annotations

from pobratim.words.speech import mark, mark_n

CLICK_WORDS = (
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("Show this message and exit."),
    mark("Show the version and exit."),
    mark("%(prog)s, version %(version)s"),
    mark("Error: {message}"),
    mark("Try '{command} {option}' for help."),
    mark("Invalid value: {message}"),
    mark("Invalid value for {param_hint}: {message}"),
    mark("Missing argument"),
    mark("Missing option"),
    mark("Missing command."),
    mark_n("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    mark_n("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    mark_n("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    mark("No such option {name!r}."),
    mark("No such command {name!r}."),
    mark("Option {name!r} does not take a value."),
    mark("{value} is not in the range {range}."),
    mark("{value!r} is not a valid {number_type}."),
    mark_n("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    mark("{name} {filename!r} does not exist."),
    mark("{name} {filename!r} is a directory."),
    mark("{name} {filename!r} is not readable."),
    mark("{name} {filename!r} is not writable."),
    mark("file"),
    mark("required"),
    mark("default: {default}"),
    mark("Aborted!"),
)
