"""Ask a language model that the user runs or rents, through the wire format that most of them speak.

``POST URL/chat/completions`` with temperature 0, one answer, no streaming; nothing else is sent anywhere.
The answer is read within bounds of time and size, redirects are refused, and whatever comes back is only a
proposal: the span checks of :mod:`sherd.claims.checks` decide. The key comes from the environment alone.
What runs on this machine is asked directly, whatever proxy the environment names.
"""

from __future__ import annotations

import http.client
import ipaddress
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
"""Seconds for a whole answer, from the connection to its last byte, unless the user gives it more."""


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
        from sherd.readers.deadline import Late, opener

        deadline = time.monotonic() + self.patience
        proxies: dict[str, str] | None = {} if _is_here(self.url) else None
        handlers = (_NoRedirect, urllib.request.ProxyHandler(proxies))
        try:
            with opener(deadline, *handlers).open(request, timeout=self.patience) as response:
                return self._read(response)
        except urllib.error.HTTPError as error:
            with error:
                raise ModelFailed(
                    f"the model at {self.url} answered {error.code}", "Check address and key."
                ) from None
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            if isinstance(reason, Late):
                raise self._too_slow("was still answering after") from error
            if isinstance(reason, TimeoutError):
                raise self._too_slow("answered nothing within") from error
            named = reason if isinstance(reason, str) or str(reason) else type(reason).__name__
            raise ModelFailed(
                f"the model at {self.url} cannot be reached: {named}", "Check that it runs."
            ) from error

    def _too_slow(self, how: str) -> ModelFailed:
        return ModelFailed(
            f"the model at {self.url} {how} {self.patience:g} s",
            "Look whether it works at all, ask a faster one, or give it more time (--model-patience).",
        )

    def _read(self, response: Any) -> bytes:
        read = bytearray()
        while piece := response.read1(65_536):
            read += piece
            if len(read) > LARGEST:
                raise ModelFailed(
                    f"the answer of the model is larger than {LARGEST >> 20} MB", "Ask another model."
                )
        return bytes(read)


def _is_here(url: str) -> bool:
    """Whether an address is of this machine, so that no proxy gets to see the article."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


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
