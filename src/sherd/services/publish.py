"""Write what a case has come to: dossier pages and the bundle that anyone can verify."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from sherd.model.document import Document
    from sherd.model.problems import Problem
    from sherd.ports import Blobs, Store
    from sherd.services.dossier import Results
    from sherd.services.identify import IdentifyCase
    from sherd.services.trade_files import FindTrade

    Render = Callable[[Document, str, datetime], tuple[bytes, tuple[Problem, ...]]]

PAGES = ("html", "pdf")
FORMATS = (*PAGES, "bag", "ftm")
"""What can be published: the dossier as page or on paper, the verifiable bundle, the parties as entities."""


def bundle_folder(case: str) -> str:
    """The folder of a case's bundle, under the output folder."""
    return f"{case}-bag"


@frozen
class Published:
    """One file of what is published, by its path under the output folder."""

    path: str
    content: bytes
    problems: tuple[Problem, ...] = ()


def publish(
    store: Store,
    blobs: Blobs,
    case: str,
    formats: Sequence[str],
    clearance: str,
    at: datetime,
    render: Render,
    found: Results | None = None,
    identify: IdentifyCase | None = None,
    trade: FindTrade | None = None,
) -> Iterator[Published]:
    """Every file of every format asked for, one after the other; ``found`` spares weighing the case again.

    Raises ``NotFound`` for an unknown case.
    """
    pages = [form for form in formats if form in PAGES]
    if pages:
        from sherd.services.dossier import dossier
        from sherd.services.identify import nobody
        from sherd.services.trade_files import no_trade

        document = dossier(store, case, clearance, at, found, identify or nobody, trade or no_trade)
        for form in pages:
            content, problems = render(document, form, at)
            yield Published(f"dossier.{form}", content, problems)
    if "ftm" in formats:
        yield from _as_entities(store, case, clearance, at)
    if "bag" in formats:
        yield from _as_bundle(store, blobs, case, clearance, at)


WHOLE_SERIALS = (
    "hand the bundle on only to those who may know them; to withhold them, give their items release=team (or "
    "partner, sealed) and record the case into a new store: an event once signed is never changed"
)


def _as_bundle(store: Store, blobs: Blobs, case: str, clearance: str, at: datetime) -> Iterator[Published]:
    """The bundle of a case, and how many serials its events tell that the dossier withholds."""
    from sherd.model.problems import Problem
    from sherd.publish.formats.bag import EVENTS, READ_FIRST, whole_serials
    from sherd.services.bundle import bundle, digits_are_withheld

    withheld = digits_are_withheld(store, case, clearance)
    folder = bundle_folder(case)
    serials: set[str] = set()
    for path, content in bundle(store, blobs, case, clearance, at):
        if withheld and path.startswith(EVENTS) and path.endswith(".json"):
            serials |= whole_serials(content)
        told = path == READ_FIRST and serials
        problem = Problem(
            "whole_serials", f"{folder}/{EVENTS}", None, "serial", str(len(serials)), WHOLE_SERIALS
        )
        yield Published(f"{folder}/{path}", content, (problem,) if told else ())


def _as_entities(store: Store, case: str, clearance: str, at: datetime) -> Iterator[Published]:
    """The parties of a case as FollowTheMoney, as far as a reader at ``clearance`` may see them."""
    from sherd.publish.formats import ftm
    from sherd.publish.redact import redact

    shown = redact(store.load(case), clearance).weighed
    found = list(ftm.entities(shown, clearance))
    name = "ftm/entities.ftm.json"
    yield Published(name, ftm.as_lines(found, case), ftm.left_out(shown, name))
    yield Published("ftm/statements.json", ftm.as_statements(found, case, at))
