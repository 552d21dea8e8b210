"""One deadline for a whole answer over HTTP, however slowly its bytes drip in.

The timeout of a socket counts anew with every byte, so that a server which sends one now and then is never
too slow for it. Here each wait for bytes, in the head of the answer as in its body, has what is left until
the deadline.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
import urllib.request
from collections.abc import Callable
from functools import partial
from typing import Any


class Late(TimeoutError):
    """The deadline passed while the answer was coming in."""


class _Timed(io.RawIOBase):
    """The bytes of a socket as they come in, until the deadline.

    Raises ``Late`` where it passes after the first byte, ``TimeoutError`` where it passes before.
    """

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock, self._deadline = sock, deadline
        self._raw = sock.makefile("rb", buffering=0)
        self._begun = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Wait for bytes as long as there is time left."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise Late if self._begun else TimeoutError
        self._sock.settimeout(left)
        try:
            count = self._raw.readinto(buffer)
        except TimeoutError as error:
            raise Late if self._begun else error from None
        self._begun = True
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class _TimedResponse(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, deadline: float, **named: Any) -> None:
        super().__init__(sock, *args, **named)
        self.fp.close()
        self.fp = io.BufferedReader(_Timed(sock, deadline))


def opener(deadline: float, *handlers: Any) -> urllib.request.OpenerDirector:
    """An opener of addresses whose whole answer comes in before ``deadline`` (monotonic), or fails.

    Opening and reading raise ``Late``, or ``TimeoutError`` where nothing came at all.
    """

    class Plain(urllib.request.HTTPHandler):
        def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
            return self.do_open(_connecting(http.client.HTTPConnection, deadline), req)

    class Secure(urllib.request.HTTPSHandler):
        def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
            return self.do_open(_connecting(http.client.HTTPSConnection, deadline), req)

    return urllib.request.build_opener(Plain, Secure, *handlers)


def _connecting(kind: Any, deadline: float) -> Callable[..., Any]:
    def connection(*args: Any, **named: Any) -> Any:
        made = kind(*args, **named)
        made.response_class = partial(_TimedResponse, deadline=deadline)
        return made

    return connection
