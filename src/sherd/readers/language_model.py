"""Ask a language model that the user runs or rents, through the wire format that most of them speak.

``POST URL/chat/completions`` with temperature 0, one answer, no streaming; nothing else is sent anywhere.
The answer is read within bounds of time and size, redirects are refused, and whatever comes back is only a
proposal: the span checks of :mod:`sherd.claims.checks` decide. The key comes from the environment alone.
"""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen

from sherd.errors import ModelFailed, WrongCall

LARGEST = 4 << 20
"""Bytes of an answer; the rest is not read."""

PATIENCE = 120.0
"""Seconds for a whole answer."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing: the article goes to the address that the user named and to no other."""


@frozen
class Endpoint:
    """A model behind an address such as ``http://127.0.0.1:11434/v1``."""

    url: str = field()
    name: str
    key: str | None = field(default=None, repr=False)
    patience: float = PATIENCE

    @url.validator
    def _usable(self, _: object, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise WrongCall(f"{url!r} is no address of a model", "Write it as http://127.0.0.1:11434/v1.")

    def answer(self, system: str, user: str) -> str:
        """What the model answers. Raises ``ModelFailed`` with the reason."""
        body = {
            "model": self.name,
            "temperature": 0,
            "n": 1,
            "stream": False,
            "response_format": {"type": "json_object"},
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
        }
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        request = urllib.request.Request(
            self.url.rstrip("/") + "/chat/completions", json.dumps(body).encode(), headers
        )
        return _content(self._fetched(request))

    def _fetched(self, request: urllib.request.Request) -> bytes:
        deadline = time.monotonic() + self.patience
        opener = urllib.request.build_opener(_NoRedirect)
        try:
            with opener.open(request, timeout=self.patience) as response:
                return self._read(response, deadline)
        except urllib.error.HTTPError as error:
            with error:
                raise ModelFailed(
                    f"the model at {self.url} answered {error.code}", "Check address and key."
                ) from None
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", None) or type(error).__name__
            if isinstance(error, TimeoutError) or isinstance(reason, TimeoutError):
                raise ModelFailed(
                    f"the model at {self.url} answered nothing within {self.patience:.0f} s",
                    "Look whether it works at all, or ask a faster one.",
                ) from error
            raise ModelFailed(
                f"the model at {self.url} cannot be reached: {reason}", "Check that it runs."
            ) from error

    def _read(self, response: Any, deadline: float) -> bytes:
        read = bytearray()
        while piece := response.read1(65_536):
            read += piece
            if len(read) > LARGEST:
                raise ModelFailed(
                    f"the answer of the model is larger than {LARGEST >> 20} MB", "Ask another model."
                )
            if time.monotonic() > deadline:
                raise ModelFailed(f"the model took longer than {self.patience:.0f} s", "Ask a faster model.")
        return bytes(read)


def _content(body: bytes) -> str:
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise ModelFailed(
            "the model answered in another form than chat completions", "Check its address."
        ) from error
    if not isinstance(content, str):
        raise ModelFailed("the answer of the model holds no words", "Ask another model.")
    return content
