"""Events as exact bytes: written one way, read back only if written that way."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sherd.journal.events import VERBS, Event, Json, Method, Withheld
from sherd.journal.leaf import LeafError, decode, encode, withheld_in

DIGEST = "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"
PARENT = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
FULL = Event(
    verb="superseded",
    kind="component",
    case="geran-2",
    id="C1",
    at="2026-11-23T21:00:00+00:00",
    method=Method("case folder", "1"),
    source={"file": "components.csv", "row": 7},
    parents=(PARENT,),
    noun={"label": "блок", "count": 2},
    withheld=(Withheld("sealed", DIGEST),),
)
FULL_BYTES = (
    '{"v":1,"verb":"superseded","kind":"component","case":"geran-2","id":"C1","at":"2026-11-23T21:00:00+00:00",'
    '"method":{"name":"case folder","version":"1"},"source":{"file":"components.csv","row":7},'
    f'"parents":["{PARENT}"],"noun":{{"label":"блок","count":2}},"withheld":[["sealed","{DIGEST}"]]}}'
).encode()
BARE = Event(verb="exported", kind="bundle", at="2026-11-23T21:00:00Z", method=Method("publish", "1"))
BARE_BYTES = (
    b'{"v":1,"verb":"exported","kind":"bundle","at":"2026-11-23T21:00:00Z",'
    b'"method":{"name":"publish","version":"1"}}'
)


@pytest.mark.parametrize(("event", "leaf"), [(FULL, FULL_BYTES), (BARE, BARE_BYTES)], ids=["full", "bare"])
def test_an_event_is_written_in_the_published_order_and_read_back(event: Event, leaf: bytes) -> None:
    assert encode(event) == leaf
    assert decode(leaf) == event


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


@given(
    noun=st.dictionaries(TEXT, VALUES, min_size=1, max_size=5), id_=TEXT, verb=st.sampled_from(sorted(VERBS))
)
def test_whatever_a_noun_holds_comes_back(noun: dict[str, Json], id_: str, verb: str) -> None:
    event = evolve(FULL, noun=noun, id=id_, verb=verb)
    assert decode(encode(event)) == event


SPELLINGS = {
    "not JSON": b'{"v":1',
    "a list": b"[]",
    "a text": b'"v"',
    "nothing": b"",
    "not UTF-8": FULL_BYTES.replace("блок".encode(), b"\xff"),
    "another version": FULL_BYTES.replace(b'"v":1', b'"v":2'),
    "no version": FULL_BYTES.replace(b'"v":1,', b""),
    "version true": FULL_BYTES.replace(b'"v":1', b'"v":true'),
    "version 1.0": FULL_BYTES.replace(b'"v":1', b'"v":1.0'),
    "unknown key": FULL_BYTES.replace(b'"v":1', b'"v":1,"x":2'),
    "a key twice": FULL_BYTES.replace(b'"id":"C1"', b'"id":"C2","id":"C1"'),
    "other order": FULL_BYTES.replace(b'"case":"geran-2","id":"C1"', b'"id":"C1","case":"geran-2"'),
    "white space": FULL_BYTES.replace(b'"v":1', b'"v": 1'),
    "escaped letter": FULL_BYTES.replace(b"geran-2", b"\\u0067eran-2"),
    "line at the end": FULL_BYTES + b"\n",
    "null case": FULL_BYTES.replace(b'"geran-2"', b"null"),
    "number for an id": FULL_BYTES.replace(b'"C1"', b"1"),
    "number for a case": FULL_BYTES.replace(b'"geran-2"', b"1"),
    "number for a kind": FULL_BYTES.replace(b'"component"', b"1"),
    "empty kind": FULL_BYTES.replace(b'"component"', b'""'),
    "no kind": FULL_BYTES.replace(b'"kind":"component",', b""),
    "unknown verb": FULL_BYTES.replace(b"superseded", b"overwritten"),
    "list of verbs": FULL_BYTES.replace(b'"superseded"', b'["recorded"]'),
    "no offset": FULL_BYTES.replace(b"+00:00", b""),
    "no such day": FULL_BYTES.replace(b"11-23T", b"11-31T"),
    "a day": FULL_BYTES.replace(b"T21:00:00+00:00", b""),
    "number for an instant": FULL_BYTES.replace(b'"2026-11-23T21:00:00+00:00"', b"1"),
    "method as text": FULL_BYTES.replace(b'{"name":"case folder","version":"1"}', b'"case folder"'),
    "method without version": FULL_BYTES.replace(b',"version":"1"', b""),
    "number for a version": FULL_BYTES.replace(b'"version":"1"', b'"version":1'),
    "source as list": FULL_BYTES.replace(b'{"file":"components.csv","row":7}', b'["components.csv"]'),
    "empty noun": FULL_BYTES.replace('{"label":"блок","count":2}'.encode(), b"{}"),
    "noun as list": FULL_BYTES.replace('{"label":"блок","count":2}'.encode(), b"[1]"),
    "short parent": FULL_BYTES.replace(PARENT.encode(), PARENT[:-1].encode()),
    "parent in capitals": FULL_BYTES.replace(PARENT.encode(), PARENT.upper().encode()),
    "parent as text": FULL_BYTES.replace(f'["{PARENT}"]'.encode(), f'"{PARENT}"'.encode()),
    "public but withheld": FULL_BYTES.replace(b'"sealed"', b'"public"'),
    "unknown level": FULL_BYTES.replace(b'"sealed"', b'"secret"'),
    "digest with slack bits": FULL_BYTES.replace(b"RC0", b"RC1"),
    "digest alone": FULL_BYTES.replace(b'["sealed",', b"["),
}


@pytest.mark.parametrize("leaf", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_bytes_that_the_journal_would_not_write_are_no_leaf(leaf: bytes) -> None:
    assert leaf != FULL_BYTES
    with pytest.raises(LeafError):
        decode(leaf)


def test_the_message_names_what_is_wrong() -> None:
    with pytest.raises(LeafError, match="a leaf of version 2"):
        decode(SPELLINGS["another version"])
    with pytest.raises(LeafError, match="unknown keys in a leaf: x"):
        decode(SPELLINGS["unknown key"])
    with pytest.raises(LeafError, match="a leaf without 'kind'"):
        decode(SPELLINGS["no kind"])
    with pytest.raises(LeafError, match="not a JSON object but a list"):
        decode(b"[]")
    with pytest.raises(LeafError, match="'overwritten' is not a verb"):
        decode(SPELLINGS["unknown verb"])


def test_what_json_cannot_hold_is_refused_by_name() -> None:
    with pytest.raises(LeafError, match="component 'C1' cannot be written"):
        encode(evolve(FULL, noun={"n": 2**70}))


def test_the_withheld_pairs_are_found_without_reading_the_rest() -> None:
    assert withheld_in(FULL_BYTES) == [("sealed", DIGEST)]
    assert withheld_in(BARE_BYTES) == []


@pytest.mark.parametrize("leaf", [b'{"withheld":[[1', b'{"withheld":[["a"]]}', b'["withheld":[['])
def test_an_altered_leaf_withholds_nothing(leaf: bytes) -> None:
    assert withheld_in(leaf) == []


def test_an_id_that_reads_like_a_commitment_is_none() -> None:
    leaf = encode(evolve(BARE, id='"withheld":[["sealed","x"]]'))
    assert withheld_in(leaf) == []
