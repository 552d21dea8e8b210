"""What a letter says and what goes along with it, drawn from what its addressee may see."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import PurePosixPath

from attrs import frozen

from sherd.errors import Refused, WrongCall
from sherd.model.document import Document
from sherd.model.items import Component, Item, Photograph
from sherd.model.provenance import File
from sherd.model.record import CaseRecord
from sherd.model.requests import Enquiry
from sherd.model.supply import TraceRequest
from sherd.publish.letters import letter
from sherd.services.bench import Bench
from sherd.services.supply import component_part

Write = Callable[[Document, str, datetime], bytes]


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
    kept = {form: bench.blobs.put(content) for form, content in files.items()}
    rows = [
        File(
            case=bench.case,
            id=f"letters/{name}-{kept[form][:12]}.{form}",
            sha256=kept[form],
            size=len(content),
            release="team",
        )
        for form, content in files.items()
    ]
    return Letter(files, enquiry), kept["pdf"], rows


def pictures(bench: Bench, shown: CaseRecord, request: TraceRequest) -> dict[str, bytes]:
    """The photographs of the component that the addressee may see, by the end of their file names."""
    files = {each.id: each.sha256 for each in shown.files}
    return {
        _file_name(photo): bench.blobs.get(files[photo.file])
        for photo in shown.photographs
        if request.component is not None and photo.component == request.component and photo.file in files
    }


def _file_name(photo: Photograph) -> str:
    """A name that leads into no other folder, whatever the id is."""
    return re.sub(r"[^\w.-]", "_", f"{photo.id}{PurePosixPath(photo.file).suffix}")


def enquiry(shown: CaseRecord, request: TraceRequest, whole: CaseRecord, sender: str, today: date) -> Enquiry:
    """What the letter says, drawn from what its addressee may see."""
    party = next(each for each in whole.parties if each.id == request.to_party)
    of_state = request.regime == "state"
    facts = _weapon_facts(shown, request) if of_state else _part_facts(shown, request)
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


def _part_facts(shown: CaseRecord, request: TraceRequest) -> list[tuple[str, str]]:
    component = component_of(shown, request)
    if component is None:
        raise Refused(
            f"the addressee may not see the component of {request.id}", "Widen --clearance, or its release."
        )
    markings = [each.text for each in shown.markings if each.component == component.id]
    photos = [each.id for each in shown.photographs if each.component == component.id]
    made = component.made_as_published
    return [
        ("part", component_part(shown, component) or ""),
        ("brand", component.maker_as_published or ""),
        ("marking", "\n".join(line.strip() for line in "|".join(markings).split("|"))),
        ("made", made.words if made else ""),
        ("picture", ", ".join(photos)),
    ]


def _weapon_facts(shown: CaseRecord, request: TraceRequest) -> list[tuple[str, str]]:
    item: Item | None = next((each for each in shown.items if each.id == request.item), None)
    if item is None:
        raise Refused(f"the addressee may not see the item of {request.id}", "Widen --clearance.")
    marks = [each.text for each in shown.markings if each.item == item.id]
    return [
        ("weapon", str(item.label)),
        ("serial", "; ".join([str(item.serial), *marks])),
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
