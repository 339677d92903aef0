"""What the register refuses, on purpose.

PobratimError
└── RegisterError
├── NoSuchRecord      no record has that key
├── WrongValue        a value does not fit its field
├── WrongDecision     what is asked for makes no sense (merging a person with a document)
├── Changed           somebody else changed the record meanwhile
├── BadFile           a file that may not be attached, or is not there
├── NotAllowed        the account's role does not allow it
└── BadBackup         a backup that cannot be restored
"""

from __future__ import annotations

from pobratim.core.errors import PobratimError

__all__ = ["BadBackup", "BadFile", "Changed", "NoSuchRecord", "NotAllowed", "RegisterError", "WrongDecision", "WrongValue"]


class RegisterError(PobratimError):
    """The register cannot do what is asked; `address` is the key of the record, where there is one."""


class NoSuchRecord(RegisterError):
    """No record has that key."""


class WrongValue(RegisterError):
    """A value does not fit its field."""


class WrongDecision(RegisterError):
    """What is asked for makes no sense."""


class Changed(RegisterError):
    """Somebody else changed the record since it was looked at."""


class BadFile(RegisterError):
    """A file that may not be attached, or whose bytes are not there."""


class NotAllowed(RegisterError):
    """The account's role does not allow it."""


class BadBackup(RegisterError):
    """Not a backup, a broken one, or one that this register cannot take."""
