"""What a letter says and what goes along with it, drawn from what its addressee may see."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from attrs import frozen

from sherd.errors import NotFound, Refused, WrongCall
from sherd.model.document import Document
from sherd.model.items import Component, Item, Photograph
from sherd.model.provenance import File
from sherd.model.record import CaseRecord
from sherd.model.regions import Region
from sherd.model.requests import Enquiry
from sherd.model.supply import TraceRequest
from sherd.publish.letters import letter
from sherd.publish.letters.dates import notation
from sherd.services.bench import Bench
from sherd.services.supply import component_part

Write = Callable[[Document, str, datetime], bytes]
Cut = Callable[[bytes, Region | None], bytes]
"""Cuts a region out of a picture, and leaves behind what the camera wrote."""


@frozen
class Letter:
    """A letter as it left: bytes by format, with the pictures that went along by name."""

    files: Mapping[str, bytes]
    enquiry: Enquiry


def kept_letter(
    bench: Bench, enquiry: Enquiry, language: str, name: str, write: Write
) -> tuple[Letter, str, list[File]]:
    """The letter in both formats, kept by digest; with the digest of its PDF and the rows to journal."""
    try:
        document = letter(enquiry, language)
    except ValueError as error:
        raise WrongCall(str(error), "Choose another --language.") from None
    files = {form: write(document, form, bench.at) for form in ("pdf", "docx")}
    rows = [kept_file(bench, name, form, content) for form, content in files.items()]
    return Letter(files, enquiry), rows[0].sha256, rows


def kept_file(bench: Bench, name: str, form: str, content: bytes) -> File:
    """The row of a file that left the house; its bytes are kept."""
    digest = bench.blobs.put(content)
    id_ = f"letters/{name}-{digest[:12]}.{form}"
    return File(case=bench.case, id=id_, sha256=digest, size=len(content), release="team")


@frozen
class Shot:
    """A picture that goes along with a letter: a photograph, and a region of it; None is all of it."""

    photo: Photograph
    region: Region | None = None

    @property
    def words(self) -> str:
        """What the letter calls it."""
        return f"{self.photo.id} (the marking)" if self.region else self.photo.id


def shots(shown: CaseRecord, request: TraceRequest, whole: Sequence[str] = ()) -> tuple[Shot, ...]:
    """The pictures that go along: of each marking of the component its region, and nothing else.

    A photograph goes whole where it was cut out of another, or where the sender chose it (``whole``). Raises
    ``NotFound`` for one that is not of the component, or that the addressee may not see.
    """
    if request.component is None:
        return ()
    files = {each.id for each in shown.files}
    photos = {each.id: each for each in shown.photographs if each.file in files}
    mine = {id_: photo for id_, photo in photos.items() if photo.component == request.component}
    markings = [each for each in shown.markings if each.component == request.component]
    mine |= {str(each.photo): photos[each.photo] for each in markings if each.photo in photos}
    for chosen in whole:
        if chosen not in mine:
            do = f"There are: {', '.join(mine) or 'none'}."
            raise NotFound(f"the addressee may see no photograph {chosen!r} of the part", do)
    cut = [
        Shot(photos[each.photo], region)
        for each in markings
        if each.photo in photos and (region := _region(each.region))
    ]
    entire = [Shot(photo) for id_, photo in mine.items() if id_ in whole or photo.derived_from]
    return tuple(dict.fromkeys((*cut, *entire)))


def _region(text: str | None) -> Region | None:
    """The region that a marking states; None where it states none that can be read."""
    try:
        return Region.parse(text) if text else None
    except ValueError:  # told when the case was recorded
        return None


def pictures(bench: Bench, shown: CaseRecord, shots_: Sequence[Shot], cut: Cut) -> dict[str, bytes]:
    """The pictures as they leave, by the end of their file names: pixels, and nothing the camera wrote.

    Raises ``Refused`` naming the photograph that cannot be opened or is smaller than its region.
    """
    files = {each.id: each.sha256 for each in shown.files}
    found: dict[str, bytes] = {}
    for number, shot in enumerate(shots_, 1):
        try:
            pixels = cut(bench.blobs.get(files[shot.photo.file]), shot.region)
        except Refused as refused:
            raise Refused(f"{shot.photo.id}: {refused.what}", refused.do) from None
        found[_file_name(shot, number)] = pixels
    return found


def _file_name(shot: Shot, number: int) -> str:
    """A name that leads into no other folder, whatever the id is."""
    return re.sub(r"[^\w.-]", "_", f"{number}-{shot.photo.id}.png")


def enquiry(
    shown: CaseRecord,
    request: TraceRequest,
    whole: CaseRecord,
    sender: str,
    today: date,
    shots_: Sequence[Shot] = (),
) -> Enquiry:
    """What the letter says, drawn from what its addressee may see."""
    party = next(each for each in whole.parties if each.id == request.to_party)
    of_state = request.regime == "state"
    facts = _weapon_facts(shown, request) if of_state else _part_facts(shown, request, shots_)
    return Enquiry(
        reference=f"{whole.case.id}-{request.id}",
        kind="state" if of_state else "maker",
        addressee=str(party.name),
        contact=contact_of(whole, request.to_party),
        sender=sender,
        written=today,
        due=request.due.last if request.due else None,
        why=str(request.why or ""),
        facts=tuple((key, value) for key, value in facts if value),
    )


def _part_facts(shown: CaseRecord, request: TraceRequest, shots_: Sequence[Shot]) -> list[tuple[str, str]]:
    component = component_of(shown, request)
    if component is None:
        raise Refused(
            f"the addressee may not see the component of {request.id}", "Widen --clearance, or its release."
        )
    markings = [each.text for each in shown.markings if each.component == component.id]
    made = component.made_as_published
    return [
        ("part", component_part(shown, component) or ""),
        ("brand", component.maker_as_published or ""),
        ("marking", "\n".join(line.strip() for line in "|".join(markings).split("|"))),
        ("made", notation(made) if made else ""),
        ("picture", ", ".join(_file_name(each, number) for number, each in enumerate(shots_, 1))),
    ]


def _weapon_facts(shown: CaseRecord, request: TraceRequest) -> list[tuple[str, str]]:
    item: Item | None = next((each for each in shown.items if each.id == request.item), None)
    if item is None:
        raise Refused(f"the addressee may not see the item of {request.id}", "Widen --clearance.")
    marks = [each.text for each in shown.markings if each.item == item.id]
    return [
        ("weapon", str(item.label)),
        ("serial", "; ".join([*([str(item.serial)] if item.serial else []), *marks])),
        ("legal_basis", str(request.legal_basis or "")),
        ("use", str(request.intended_use or "")),
        ("illicit", str(request.illicit or "")),
    ]


def contact_of(record: CaseRecord, party_id: str) -> str:
    """Where a letter reaches a party. Raises ``Refused`` where nobody verified that it does."""
    party = next((each for each in record.parties if each.id == party_id), None)
    if party is None or not (party.contact and party.contact_verified):
        raise Refused(
            f"{party_id} has no verified contact, so that the letter is held",
            "Fill contact and contact_verified of the party, and record the case again.",
        )
    return str(party.contact)


def component_of(record: CaseRecord, request: TraceRequest) -> Component | None:
    """The component that a request asks about; None for a weapon."""
    return next((each for each in record.components if each.id == request.component), None)
