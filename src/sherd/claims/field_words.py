"""The words by which an article's own sentence is known for one that a record could bear out.

What a part bears, what parts do with it, how they were made and found, who acts in such stories; and, to tell
them apart, what people do while a story is told. To add a word: put it in its list.
"""

from __future__ import annotations

from sherd.claims.inflection import forms
from sherd.claims.lexicon import vocabulary


def _every_form(verbs: str, irregular: str = "") -> frozenset[str]:
    odd = dict(each.split(":") for each in irregular.split())
    return frozenset(e.words[0] for v in verbs.split() for e in forms(v, odd.get(v, "")))


MARKS = vocabulary(
    "logo logos label labels serial serials number numbers stamp stamps brand brands mark marks marking "
    "markings trademark trademarks plate plates code codes lot lots batch batches inscription "
    "inscriptions lettering letters character characters name names sticker stickers emblem insignia "
    "engraving etching date dates signature signatures hallmark barcode barcodes script"
)
"""What a part bears that says where it comes from."""

MATTERS = MARKS | vocabulary(
    "airspace embargo ban sanctions sanction licence licences license licenses permit permits contract "
    "contracts consignment consignments shipment shipments delivery deliveries export exports import "
    "imports sale sales ambassador ambassadors envoy warehouse factory plant depot depots camera "
    "cameras lens lenses attack attacks strike strikes airline airlines assets asset freeze blacklist "
    "list lists invoice invoices waybill waybills fragments fragment welds valve bolt bolts wiring "
    "serials lathe lathes machines machine crash crater stake embassy customs border port ports flight "
    "flights convoy shells imports mandate regulation regulations rule rules resolution photographs "
    "photos video footage images output production prices wingspan range"
)
"""Nouns of the field beside the things that the tables know."""


PARTS = vocabulary(
    "casing casings housing battery batteries nameplate nameplates capacitor capacitors resistor "
    "resistors lens lenses camera cameras label sticker valve valves pump pumps bearing bearings bolt "
    "bolts board plane planes ship ships boat boats dhow vessel truck lorry crate crates container "
    "containers fin fins vane vanes tank wing tail consignment consignments shipment shipments nose "
    "carburettor carburetor crankcase connector connectors cable cables antenna antennas lathe lathes "
    "parcel parcels package packages cargo type types model models variant variants"
)
"""Parts and carriers beside the things that the tables know."""


BEARING = _every_form(
    "bear carry show list read display feature include hold contain lack wear give indicate",
    "bear:bore|borne show:showed|shown read:read|read hold:held|held wear:wore|worn give:gave|given",
)
"""What a part does with a mark, and a wreck with its parts."""

LIKENESS = _every_form("match resemble correspond differ belong tally coincide fit share")
"""What two parts, or a mark and a record, do."""

MAKING = vocabulary(
    "made built produced manufactured assembled designed developed copied cast machined printed "
    "programmed supplied sold bought shipped delivered exported imported installed fitted powered"
)
FINDING = vocabulary(
    "found recovered seized pulled removed retrieved discovered identified spotted photographed "
    "documented intercepted salvaged collected examined inspected shown displayed ground filed "
    "scratched erased dismantled traced registered listed stamped engraved marked labelled labeled "
    "wired soldered matched seen filmed addressed fined raided"
)
"""Participles of what befell a part."""

REACTING = _every_form(
    "scoff shrug smile laugh wince bristle react respond answer reply agree disagree hesitate pause nod "
    "watch wait worry fear hope feel remember recall sound seem appear mean matter invite raise urge "
    "caution shift go look say tell ask speak talk hear come think believe doubt wonder want wish like "
    "brush wave dispute contribute remain sigh refer point express convince satisfy persuade impress resist "
    "smell begin get continue fall",
    "feel:felt|felt mean:meant|meant go:went|gone say:said|said tell:told|told get:got|got "
    "speak:spoke|spoken hear:heard|heard think:thought|thought begin:began|begun come:came|come "
    "fall:fell|fallen",
)
"""What is done while a story is told, and what stories do."""

MOVING = _every_form(
    "turn push take see meet visit write edit follow lie lay sit stand lean keep close lead head advise "
    "study teach present walk drive wrap hang hold cover open lift put pour draw",
    "take:took|taken see:saw|seen meet:met|met write:wrote|written lie:lay|lain sit:sat|sat "
    "stand:stood|stood keep:kept|kept drive:drove|driven hang:hung|hung hold:held|held lead:led|led "
    "put:put|put draw:drew|drawn",
)
"""What only tells of a room where a person does it."""

TURNING = vocabulary("turned turn turns turning ended end ends ending")

PHRASED = vocabulary("view story differently otherwise remarks comments")
"""What somebody takes, tells or sees who is of another opinion."""

PAPERS = vocabulary(
    "images photographs photos pictures video footage records invoices documents contracts waybills data "
    "figures invoice contract waybill photograph image list inventory ledger filings"
)
"""What shows something by itself."""

SORTED = vocabulary(
    "copy copies clone clones version versions derivative derivatives variant replica replicas name"
)
"""Nouns of *is a copy of P*, *is the Kenyan name for P*."""

SENTENCED = vocabulary(
    "convicted charged sentenced arrested detained fined jailed acquitted indicted extradited struck banned "
    "blacklisted sanctioned expelled dissolved liquidated registered founded owned controlled taken"
)
"""Participles of what a court, a register or a list does to somebody."""

OWN = vocabulary("we i our my us here this")
"""First words of what the article says of itself."""

MARKET = vocabulary("shares share stock stocks index analysts")

ACTING = vocabulary(
    "investigators sailors troops soldiers fighters rebels militants police officers engineers "
    "technicians experts prosecutors ministers officials customs marines rescuers inspectors "
    "delegations smugglers crews pilots company firm manufacturer supplier distributor maker group army "
    "navy regime government ministry plant companies firms manufacturers suppliers distributors makers "
    "group groups outlets media drones missiles state states enemy aggressor military forces committee "
    "court prosecutors authorities police rebels union bank trader traders broker exporter importer"
)
"""Common nouns for those who act in such stories."""

DUTY = vocabulary("should ought must")

HELD = vocabulary("understood believed thought suspected reported known expected said alleged assumed")
"""Participles before *to be*, of what is held to be so by nobody named."""
