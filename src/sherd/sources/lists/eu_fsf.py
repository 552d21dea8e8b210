"""The European Union's consolidated financial sanctions files, as its own exports give them.

"CSV 1.1": semicolons, one row a name, an address or a number, headings ``Entity_LogicalId``,
``NameAlias_WholeName``, …. "XML 1.1": ``export`` of the namespace ``http://eu.europa.ec/fpi/fsd/export`` with
a ``sanctionEntity`` for each entry. Both say the same and become the same entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from sherd.model.dates import Interval
from sherd.model.identifiers import Identifier, identifier
from sherd.model.listed import ListEdition, ListedName, ListEntry
from sherd.model.problems import Problem
from sherd.sources.lists.form import Asked, Form, dated, day, day_in_name, headings, table, without_names
from sherd.sources.lists.grouped import Group, Headings, grouped, lacking, of

EU = "EU consolidated"
PUBLISHER = "European Commission, Financial Sanctions Files"
PARTIES = {"person": "person", "p": "person", "enterprise": "organisation", "entity": "organisation",
           "e": "organisation"}  # fmt: skip
KNOWN: Headings = {
    "key": ("entity_logicalid",),
    "made": ("filegenerationdate",),
    "number": ("entity_eu_referencenumber", "entity_eureferencenumber"),
    "party": ("entity_subjecttype", "entity_subjecttype_classificationcode"),
    "class": ("entity_subjecttype_classificationcode",),
    "name": ("namealias_wholename",),
    "strong": ("namealias_strong",),
    "programme": ("entity_regulation_programme", "namealias_regulation_programme"),
    "from": ("entity_designationdate", "entity_regulation_entryintoforcedate"),
    "published": ("entity_regulation_publicationdate",),
    "citizen": ("citizenship_countrydescription", "citizenship_countryiso2code"),
    "country": ("address_countrydescription", "address_countryiso2code"),
    "street": ("address_street",),
    "box": ("address_pobox",),
    "zip": ("address_zipcode",),
    "city": ("address_city",),
    "place": ("address_place",),
    "region": ("address_region",),
    "paper": ("identification_typedescription", "identification_identificationtypedescription",
              "identification_typecode", "identification_identificationtypecode"),
    "value": ("identification_number",),
}  # fmt: skip
NEEDED = ("key", "name", "number", "party", "programme", "from", "published")


def read_csv(text: str, name: str, asked: Asked) -> ListEdition:
    """The export with semicolons."""
    heading, rows = table(text.lstrip("\ufeff"), ";")
    problems = lacking(heading, KNOWN, NEEDED, name)
    groups = grouped(heading, rows, KNOWN, "key")
    made = next((made for group in groups.values() if (made := group.first("made"))), "")
    return _edition(groups, made, "eu-fsf", name, asked, problems)


def read_xml(text: str, name: str, asked: Asked) -> ListEdition:
    """The export as XML; one with a document type of its own is not read, since it may hold anything."""
    problems: list[Problem] = []
    groups: dict[str, Group] = {}
    made = ""
    try:
        if "<!DOCTYPE" in text[:4096] or "<!ENTITY" in text:
            raise ET.ParseError("it declares a document type")
        root = ET.fromstring(text.lstrip("\ufeff").encode())
        made = root.get("generationDate", "")[:10]
        groups = dict(_entities(root))
    except (ET.ParseError, ValueError) as error:
        problems.append(Problem("unreadable_file", name, None, "", str(error), "Download it again."))
    return _edition(groups, made, "eu-fsf-xml", name, asked, problems)


def _entities(root: ET.Element) -> Iterator[tuple[str, Group]]:
    """Each entity as the rows that the other export would give it; rows count entities from 1."""
    for number, entity in enumerate((each for each in root.iter() if _tag(each) == "sanctionEntity"), 1):
        said = {f"entity_{name.casefold()}": value for name, value in entity.attrib.items()}
        said["entity_eu_referencenumber"] = entity.get("euReferenceNumber", "")
        rows: list[dict[str, str]] = [said]
        for part in entity:
            tag = _tag(part)
            if tag == "subjectType":
                said["entity_subjecttype"] = part.get("code", "")
                said["entity_subjecttype_classificationcode"] = part.get("classificationCode", "")
            elif tag == "regulation":
                said |= {f"entity_regulation_{key.casefold()}": value for key, value in part.attrib.items()}
            elif tag == "remark":
                said["entity_remark"] = "; ".join(filter(None, (said.get("entity_remark"), part.text)))
            else:
                rows.append(_part(tag, part))
        yield said.get("entity_logicalid") or str(number), Group(number, tuple(rows), KNOWN)


def _part(tag: str, part: ET.Element) -> dict[str, str]:
    cells = {f"{tag.casefold()}_{name.casefold()}": value for name, value in part.attrib.items() if value}
    remarks = [each.text or "" for each in part if _tag(each) == "remark"]
    return cells | ({f"{tag.casefold()}_remark": "; ".join(remarks)} if any(remarks) else {})


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _edition(
    groups: dict[str, Group], made: str, form: str, name: str, asked: Asked, problems: list[Problem]
) -> ListEdition:
    entries = tuple(
        without_names(
            (_entry(id_, group, name, asked, problems) for id_, group in groups.items()), problems, name
        )
    )
    return ListEdition(
        list_=asked.list_ or EU,
        form=form,
        entries=entries,
        published=asked.published or day_said(made) or day_in_name(name),
        publisher=PUBLISHER,
        problems=tuple(problems),
    )


def _entry(id_: str, group: Group, name: str, asked: Asked, problems: list[Problem]) -> ListEntry:
    party = group.first("party").casefold()
    return ListEntry(
        list_=asked.list_ or EU,
        entry_id=group.first("number") or id_,
        key=id_,
        names=tuple(_names(group)),
        party=PARTIES.get(party) or PARTIES.get(group.first("class").casefold(), "unknown"),
        programme="; ".join(group.all("programme")),
        listed_from=dated(group.first("from"), problems, name, group.row, "Entity_DesignationDate"),
        published=dated(
            group.first("published"), problems, name, group.row, "Entity_Regulation_PublicationDate"
        ),
        countries=tuple(
            dict.fromkeys(
                each for each in (*group.all("citizen"), *group.all("country")) if each != "UNKNOWN"
            )
        ),
        addresses=tuple(_addresses(group)),
        identifiers=tuple(_identifiers(group)),
        more=group.more(),
        row=group.row,
    )


def _countries(group: Group) -> Iterator[str]:
    return (each for each in (*group.all("citizen"), *group.all("country")) if each != "UNKNOWN")


def _names(group: Group) -> Iterator[ListedName]:
    weak = {of(cells, KNOWN, "name") for cells in group.rows
            if of(cells, KNOWN, "strong").casefold() == "false"}  # fmt: skip
    for n, each in enumerate(group.all("name")):
        yield ListedName(each, "name" if n == 0 else "weak alias" if each in weak else "alias")


def _addresses(group: Group) -> Iterator[str]:
    seen: set[str] = set()
    for cells in group.rows:
        parts = [of(cells, KNOWN, what) for what in ("street", "box", "zip", "city", "place", "region")]
        whole = ", ".join(filter(None, parts))
        if whole and whole not in seen:
            seen.add(whole)
            yield whole


def _identifiers(group: Group) -> Iterator[Identifier]:
    for cells in group.rows:
        if value := of(cells, KNOWN, "value"):
            yield identifier(of(cells, KNOWN, "paper") or "number", value)


def day_said(text: str) -> Interval | None:
    """A day, or None for what is none."""
    try:
        return day(text)
    except ValueError:
        return None


FORMS = (
    Form(
        "eu-fsf",
        "2",
        "the EU's consolidated financial sanctions file (CSV)",
        lambda text, name: {"entity_logicalid", "namealias_wholename"} <= set(headings(text, ";")),
        read_csv,
    ),
    Form(
        "eu-fsf-xml",
        "1",
        "the EU's consolidated financial sanctions file (XML)",
        lambda text, name: text.lstrip("\ufeff \n").startswith("<") and "sanctionEntity" in text,
        read_xml,
    ),
)
