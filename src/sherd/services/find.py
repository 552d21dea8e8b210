"""Find the item that a user means by its id, in one case or in all of them."""

from __future__ import annotations

from collections.abc import Sequence

from sherd.errors import Ambiguous, NotFound, WrongCall
from sherd.model.record import CaseRecord
from sherd.ports import Store


def case_of(store: Store, ids: Sequence[str]) -> tuple[CaseRecord, list[str]]:
    """The one case that holds all the items named, and their ids inside it.

    An id is written ``CASE:ID``, or short where only one case has it. Raises ``NotFound``, ``Ambiguous``, or
    ``WrongCall`` when the items stand in different cases.
    """
    found = [_find(store, id_) for id_ in ids]
    cases = sorted({case for case, _ in found})
    if len(cases) > 1:
        raise WrongCall(f"the items stand in different cases: {', '.join(cases)}", "Name items of one case.")
    if not cases:
        cases = [only_case(store)]
    return store.load(cases[0]), [id_ for _, id_ in found]


def case_named(store: Store, case: str | None) -> CaseRecord:
    """The case of that id, or the only one there is. Raises ``NotFound``, ``Ambiguous``."""
    return store.load(case or only_case(store))


def only_case(store: Store) -> str:
    """The one case of the store. Raises ``NotFound`` or ``Ambiguous``."""
    cases = store.cases()
    if len(cases) == 1:
        return cases[0]
    if not cases:
        raise NotFound("the store holds no case", "Record one: sherd record CASE")
    raise Ambiguous(
        f"the store holds {len(cases)} cases: {', '.join(cases)}", "Name the case, or items as CASE:ID."
    )


def _find(store: Store, text: str) -> tuple[str, str]:
    case, colon, id_ = text.partition(":")
    named = bool(colon) and case in store.cases()
    if named and id_ in store.heads(case, "item"):
        return case, id_
    holders = [name for name in store.cases() if text in store.heads(name, "item")]
    if len(holders) == 1:
        return holders[0], text
    if holders:
        names = ", ".join(f"{name}:{text}" for name in holders)
        raise Ambiguous(f"item {text!r} stands in {len(holders)} cases", f"Write one of {names}.")
    if named:
        raise NotFound(f"case {case!r} has no item {id_!r}", _known(store, [case]))
    raise NotFound(f"no case has an item {text!r}", _known(store, store.cases()))


def _known(store: Store, cases: Sequence[str]) -> str:
    known = [f"{case}:{id_}" for case in cases for id_ in store.heads(case, "item")]
    more = f" and {len(known) - 12} more" if len(known) > 12 else ""
    return f"Items there are: {', '.join(known[:12])}{more}." if known else "The store holds no item yet."
