"""Files made on the spot: the same facts and the same code give the same file, which a browser need not fetch again."""

import hashlib

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from events.documents.base import PDF


def etag_of_body(content):
    return f'"{hashlib.blake2b(content, digest_size=16).hexdigest()}"'


def unchanged(request, etag, *, changed_at=None):
    """The answer 304 or 412 where the request's conditions ask for it, else None."""
    answer = get_conditional_response(request, etag=etag, last_modified=stamp(changed_at))
    if answer is not None and answer.status_code == 304:
        return marked(answer, etag=etag, changed_at=changed_at)
    return answer


def download(content, *, name, content_type, etag, changed_at=None, is_kept=False):
    response = HttpResponse(content, content_type=content_type)
    disposition = "inline" if content_type == PDF and not is_kept else "attachment"
    response["Content-Disposition"] = f'{disposition}; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    return marked(response, etag=etag, changed_at=changed_at)


def marked(response, *, etag, changed_at):
    response["ETag"] = etag
    # Behind a login: kept by the reader's browser alone, and asked about each time.
    response["Cache-Control"] = "private, no-cache"
    if changed_at is not None:
        response["Last-Modified"] = http_date(stamp(changed_at))
    return response


def stamp(instant):
    return None if instant is None else int(instant.timestamp())
