"""Uploads end where the limit is: what goes beyond it is passed over and never stored."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

from pobratim.register.filing import too_large

_TOO_LARGE = "pobratim.too_large"


class BoundedUpload(TemporaryFileUploadHandler):
    """Takes files into the folder for temporary ones, up to the limit of the settings for all files of a request."""

    taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keeps a piece, or drops the whole file."""
        self.taken += len(raw_data)
        if self.taken > settings.UPLOAD_BYTES:
            if self.request is not None:
                self.request.META[_TOO_LARGE] = True
            self.file.close()
            raise SkipFile
        return super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:
        """The file; none where it was dropped."""
        return None if self.file.closed else super().file_complete(file_size)


def sent_file(request: HttpRequest) -> UploadedFile[Any] | None:
    """The file that the form sent, or None.

    Raises:
        BadFile: it was dropped for its size.
    """
    sent = request.FILES.get("file")  # whether it was dropped is known once the request has been read
    if request.META.get(_TOO_LARGE):
        raise too_large(settings.UPLOAD_BYTES)
    return sent
